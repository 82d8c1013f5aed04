/** What became of what was told: it was recalled, put right, or is over. */
export type Since = 'recalled' | 'corrected' | 'over';

const ENDINGS: Readonly<Record<string, Since>> = {
  withdrawn: 'recalled',
  corrected: 'corrected',
  found: 'over',
  closed: 'over',
  ended: 'over',
};
/** The gravest first: what was recalled need not be put right. */
const GRAVITY: readonly Since[] = ['recalled', 'over', 'corrected'];

const endingOf = (type: string): Since | undefined => ENDINGS[type.split('.').at(-1) ?? ''];

/** Of a list of messages that followed, what a reader of the first must know before acting on it. */
export const sinceOf = (laterTypes: readonly string[]): Since | undefined => {
  const found = new Set(laterTypes.map(endingOf));
  return GRAVITY.find((each) => found.has(each));
};

export const SINCE_WORDS: Readonly<Record<Since, string>> = {
  recalled: 'Recalled since: do not act on it',
  corrected: 'Corrected since',
  over: 'Over since: found, ended or closed',
};

type Told = Readonly<{ sequence: number; type: string }>;

/** By number in the mailbox: what a later entry about the same notice makes of an earlier one. */
export const sinceByEntry = (
  entries: readonly Told[],
  noticeOf: (sequence: number) => string | undefined,
): ReadonlyMap<number, Since> => {
  const later = new Map<string, string[]>();
  const found = new Map<number, Since>();
  for (const { sequence, type } of entries.toReversed()) {
    const notice = noticeOf(sequence);
    if (notice === undefined) continue;
    const types = later.get(notice) ?? [];
    const since = sinceOf(types);
    if (since !== undefined) found.set(sequence, since);
    later.set(notice, [...types, type]);
  }
  return found;
};
