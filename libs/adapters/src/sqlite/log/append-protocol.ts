import type { ExpectedRevision } from '@ibex/kernel';
import type { FactRow } from './log-file';

/** A fact with its JSON already made: text crosses between threads cheaper than objects. */
export type WrittenFact = readonly [
  id: string,
  type: string,
  recordedAt: string,
  data: string,
  sealed: string | null,
  metadata: string,
];

export type AppendRequest = Readonly<{
  stream: string;
  category: string;
  expected: ExpectedRevision;
  facts: readonly WrittenFact[];
}>;

export type AppendAnswer =
  | Readonly<{ kind: 'appended'; position: number; revision: number }>
  | Readonly<{ kind: 'repeated'; rows: readonly FactRow[] }>
  | Readonly<{ kind: 'conflict'; actual: number }>;
