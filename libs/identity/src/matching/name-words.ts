import { doubleMetaphone } from 'double-metaphone';
import { fold } from './fold';

const TITLES = new Set(['mr', 'mrs', 'miss', 'ms', 'dr', 'sir', 'lady', 'lord']);
/** What systems hold until there is a name. */
const NO_NAMES = new Set([
  'unborn',
  'infant',
  'unknown',
  'not known',
  'n a',
  'na',
  'tbc',
  'no name',
  'not given',
]);

/** Folded words of a name; none where it stands for no name, e.g. `Baby Smith` of a newborn. */
export const nameWords = (text: string | undefined): readonly string[] => {
  if (text === undefined) return [];
  const words = fold(text)
    .split(' ')
    .filter((word) => word !== '' && !TITLES.has(word));
  return words[0] === 'baby' || NO_NAMES.has(words.join(' ')) ? [] : words;
};

/** How a word sounds (Philips, Double Metaphone, 2000); the word itself where it has no letters that sound. */
export const soundOf = (word: string): string => doubleMetaphone(word)[0] || word;
