import type { LegalBasis, NotedRead, RecordShown } from '@ibex/kernel';
import type { NoteList } from './domain/read.decider';

/** Well below what one fact may hold. */
const MOST_IN_A_FACT = 2_000;

/** A list as facts can hold it: each basis named once. The same rows for the same purpose have the same digest. */
export const inLists = (
  { what, purpose }: Pick<NotedRead, 'what' | 'purpose'>,
  shown: readonly RecordShown[],
  sha256: (text: string) => string,
): readonly NoteList['data'][] => {
  const parts = Array.from({ length: Math.ceil(shown.length / MOST_IN_A_FACT) }, (_, at) =>
    shown.slice(at * MOST_IN_A_FACT, (at + 1) * MOST_IN_A_FACT),
  );
  return parts.map((part) => {
    const bases = new Map<string, LegalBasis>();
    for (const { basis } of part) bases.set(`${basis.text}\n${basis.source}`, basis);
    const places = [...bases.keys()];
    const rows = part.map(
      ({ recordRef, owner, basis }) =>
        [recordRef, owner, places.indexOf(`${basis.text}\n${basis.source}`)] as const,
    );
    const digest = sha256(JSON.stringify([what, purpose, places, rows]));
    return { what, purpose, digest, bases: [...bases.values()], shown: rows };
  });
};
