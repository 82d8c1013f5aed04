import type { DutyOpened, RecordedFact } from '@ibex/kernel';
import { dutyIdOf, entryToTakeOn } from '@ibex/runtime';
import type { WorklistRow } from './worklists.schema';

export type Notice = Readonly<{
  fact: RecordedFact;
  begins: number;
  notification: string;
  owner: string;
  /** Kept from everyone but those who keep it: its owner and, of a missing child, who is responsible. */
  restricted: boolean;
  keepers: readonly string[];
}>;

type Place = Readonly<{ list: WorklistRow['list']; authority: string; other: string | null }>;

/** What a host owes for a placement, by the list that it stands on beside the duties. */
const OF_A_PLACEMENT: Readonly<Record<string, WorklistRow['list']>> = {
  acknowledge: 'placed-here-unacknowledged',
  'assess-risk': 'not-risk-assessed',
};
/** What a transfer waits for: the answer to the referral, the transfer-in conference. */
const OF_A_TRANSFER: readonly string[] = ['answer-referral', 'hold-transfer-in-conference'];

const ownListOf = (notification: string, kind: string): WorklistRow['list'] | undefined =>
  notification === 'placement' && Object.hasOwn(OF_A_PLACEMENT, kind) ? OF_A_PLACEMENT[kind] : undefined;

const placesOf = (
  { notification, restricted, keepers }: Notice,
  { kind, owedBy, owedTo }: DutyOpened,
): readonly Place[] => {
  const own = ownListOf(notification, kind);
  const byUs = { authority: owedBy, other: owedTo ?? null };
  const toUs = owedTo === undefined || owedTo === owedBy ? [] : [{ authority: owedTo, other: owedBy }];
  const isTransfer = notification === 'move' && OF_A_TRANSFER.includes(kind);
  const places: readonly Place[] = [
    { list: 'duties-due', ...byUs },
    ...(own === undefined ? [] : [{ list: own, ...byUs }]),
    ...toUs.map((side) => ({ list: 'owed-to-us-late', ...side }) as const),
    ...(isTransfer ? [byUs, ...toUs].map((side) => ({ list: 'transfers-stuck', ...side }) as const) : []),
  ];
  return restricted ? places.filter(({ authority }) => keepers.includes(authority)) : places;
};

/** An open duty by the lists that it is on: of who owes it, and of those to whom it is owed. */
export const dutyRows = (notice: Notice, duty: DutyOpened): readonly WorklistRow[] => {
  const { fact, begins, notification, owner, restricted } = notice;
  return placesOf(notice, duty).map((place) => ({
    ...place,
    begins,
    item: duty.key,
    notification,
    kind: duty.kind,
    stream: fact.stream,
    recordRef: fact.metadata.recordRef ?? null,
    alsoAbout: null,
    owner,
    text: duty.text,
    since: duty.startedAt,
    dueAt: duty.dueAt ?? duty.targetAt ?? null,
    isTarget: duty.dueAt === undefined ? 1 : 0,
    restricted: restricted ? 1 : 0,
    clock: dutyIdOf(fact.stream, duty.key),
    entryId: entryToTakeOn(fact.id, duty),
  }));
};
