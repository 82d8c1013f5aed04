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

/** A batch as one text and the lengths of its parts: copied to the writer's thread as two blocks of memory. */
export type PackedAppends = Readonly<{ text: string; lengths: Uint32Array }>;

const REQUEST_PARTS = 4;
const FACT_PARTS = 6;
const ABSENT = 0xffff_ffff;

export const packAppends = (requests: readonly AppendRequest[]): PackedAppends => {
  const parts: (string | null)[] = [];
  for (const { stream, category, expected, facts } of requests) {
    parts.push(stream, category, String(expected), String(facts.length));
    for (const fact of facts) parts.push(...fact);
  }
  // Joining an absent part adds nothing to the text.
  return { text: parts.join(''), lengths: Uint32Array.from(parts, (part) => part?.length ?? ABSENT) };
};

const toExpected = (text: string | undefined): ExpectedRevision =>
  text === 'any' || text === 'none' ? text : Number(text);

const partsOf = ({ text, lengths }: PackedAppends): readonly (string | null)[] => {
  const parts: (string | null)[] = [];
  let at = 0;
  for (const length of lengths) {
    parts.push(length === ABSENT ? null : text.slice(at, at + length));
    if (length !== ABSENT) at += length;
  }
  return parts;
};

export const unpackAppends = (packed: PackedAppends): readonly AppendRequest[] => {
  const parts = partsOf(packed);
  const requests: AppendRequest[] = [];
  for (let at = 0; at < parts.length;) {
    const [stream, category, expected, count] = parts.slice(at, at + REQUEST_PARTS) as string[];
    const facts: WrittenFact[] = [];
    at += REQUEST_PARTS;
    for (let left = Number(count); left > 0; left -= 1, at += FACT_PARTS)
      facts.push(parts.slice(at, at + FACT_PARTS) as unknown as WrittenFact);
    requests.push({ stream, category, expected: toExpected(expected), facts } as AppendRequest);
  }
  return requests;
};

/** `hasNeighbour`: whether another writer brings the write-ahead log into the file. */
export type LogFileOptions = Readonly<{ file: string; hasNeighbour?: boolean }>;
