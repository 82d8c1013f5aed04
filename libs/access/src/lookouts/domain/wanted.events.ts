import type { Fact, RecordedFact } from '@ibex/kernel';

/**
 * A restricted child is reported missing and its owner, `by`, has let no authority know. `notice`: the report’s stream,
 * which is in the name of this one, too.
 */
export type LookoutWanted = Fact<'LookoutWanted', Readonly<{ by: string; notice: string }>>;

export const WANTED_CATEGORY = 'lookoutwanted';
export const wantedStream = (notice: string): string => `${WANTED_CATEGORY}-${notice}`;
/** The notice of such a stream, as its category and its id. */
export const noticeOf = (stream: string): Readonly<{ category: string; id: string }> => {
  const [category = '', ...id] = stream.slice(WANTED_CATEGORY.length + 1).split('-');
  return { category, id: id.join('-') };
};

export const isLookoutWanted = (fact: RecordedFact): fact is RecordedFact & LookoutWanted =>
  fact.type === 'LookoutWanted';
