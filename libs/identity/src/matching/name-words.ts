import { doubleMetaphone } from 'double-metaphone';
import { fold } from './fold';
import { isNoName } from './placeholders';

const TITLES = new Set(['mr', 'mrs', 'miss', 'ms', 'dr', 'sir', 'lady', 'lord']);
/** Folded words of a name; none where it stands for no name, e.g. `Baby Smith` of a newborn. */
export const nameWords = (text: string | undefined): readonly string[] => {
  if (text === undefined) return [];
  const words = fold(text)
    .split(' ')
    .filter((word) => word !== '' && !TITLES.has(word));
  return isNoName(words) ? [] : words;
};

/** How a word sounds (Philips, Double Metaphone, 2000); the word itself where it has no letters that sound. */
export const soundOf = (word: string): string => doubleMetaphone(word)[0] || word;
