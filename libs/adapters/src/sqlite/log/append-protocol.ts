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
  | readonly [position: number, revision: number]
  | Readonly<{ kind: 'repeated'; rows: readonly FactRow[] }>
  | Readonly<{ kind: 'conflict'; actual: number }>;

type Flat = (string | number | null)[];
const FACT_PARTS = 6;

/** Requests one after the other in one flat list, which is copied to the writer's thread far faster than objects. */
export const packAppends = (requests: readonly AppendRequest[]): Flat => {
  const flat: Flat = [];
  for (const { stream, category, expected, facts } of requests) {
    flat.push(stream, category, expected, facts.length);
    for (const fact of facts) flat.push(...fact);
  }
  return flat;
};

export const unpackAppends = (flat: Flat): readonly AppendRequest[] => {
  const requests: AppendRequest[] = [];
  for (let at = 0; at < flat.length;) {
    const [stream, category, expected, count] = flat.slice(at, at + 4) as [
      string,
      string,
      ExpectedRevision,
      number,
    ];
    at += 4;
    const facts: WrittenFact[] = [];
    for (let left = count; left > 0; left -= 1, at += FACT_PARTS)
      facts.push(flat.slice(at, at + FACT_PARTS) as unknown as WrittenFact);
    requests.push({ stream, category, expected, facts });
  }
  return requests;
};
