import type { Host } from '@ibex/notifications';

/** One order to the exchange: an intake action by name, e.g. `placement/notify`, with its body as the API takes it. */
export type ExchangeCommand = Readonly<{
  action: string;
  /** The notice that it is about; absent where the action opens a new one. */
  id?: string;
  /** Idempotency key: the same order always has the same one, so that sending it again changes nothing. */
  key: string;
  body: Readonly<Record<string, unknown>>;
}>;

/** `id`: the notice's id. `repeated`: it had been recorded before. */
export type ExchangeAnswer =
  | Readonly<{ outcome: 'recorded'; id: string; repeated: boolean }>
  | Readonly<{ outcome: 'refused'; code: string; because: string; field?: string; mend?: string }>;

/** A placement elsewhere as the exchange holds it for its owner; withdrawn ones are not among them. */
export type OwnPlacement = Readonly<{
  kind: 'placement';
  id: string;
  localId: string;
  startsOn: string;
  endedOn?: string;
  host: Host;
  restricted: boolean;
  placementType?: string;
  provider?: string;
  providerUrn?: string;
  /** As told last. */
  postcode?: string;
  /** One of several stays of a placement whose carer moved: it is ended with the others, but never corrected. */
  moved?: boolean;
}>;

/** A missing episode as the exchange holds it for its owner; withdrawn ones are not among them. */
export type OwnMissing = Readonly<{
  kind: 'missing-episode';
  id: string;
  localId: string;
  /** M missing, A away without authorisation. */
  missing: string;
  startedOn: string;
  endedOn?: string;
  /** Closed because the child turned eighteen: no end can be told any more. */
  closed?: boolean;
}>;

/** What the importer needs of an exchange, in process or over HTTP. */
export interface ExchangeClient {
  /** One answer per command, in their order. Commands of one call may be recorded in any order. At most 100. */
  submit(commands: readonly ExchangeCommand[]): Promise<readonly ExchangeAnswer[]>;
  ownPlacements(): AsyncIterable<OwnPlacement>;
  ownMissing(): AsyncIterable<OwnMissing>;
}
