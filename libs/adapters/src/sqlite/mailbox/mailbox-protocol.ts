import type { Position } from '@ibex/kernel';

/** An entry with what its indexes need; `entry` is the JSON of everything else. */
export type WrittenEntry = Readonly<{
  entryId: string;
  authority: string;
  factId: string;
  stream: string;
  recordRef: string;
  /** Id of the agreement that opened it; null: it is told by law. */
  agreement: string | null;
  entry: string;
}>;

export type DeliverRequest = Readonly<{
  kind: 'deliver';
  router: string;
  entries: readonly WrittenEntry[];
  putAt: string;
  upTo: Position;
}>;

/** Where each entry stands, as first put: `entry` is there for one that had been put before. */
export type PutAnswer = Readonly<{ sequence: number; putAt: string; entry?: string }>;
