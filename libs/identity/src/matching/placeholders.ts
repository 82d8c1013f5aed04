/** What systems hold until there is a name, as a whole. */
const PHRASES = new Set([
  'n a',
  'na',
  'n k',
  'no name',
  'no forename',
  'no surname',
  'not given',
  'not known',
  'not recorded',
  'not stated',
  'not disclosed',
  'not yet named',
  'name not known',
  'to be confirmed',
  'to be advised',
  'awaiting name',
]);

/** Words that are nobody's name. */
const NO_NAMES = new Set([
  'unborn',
  'infant',
  'newborn',
  'unknown',
  'unk',
  'nk',
  'tbc',
  'tba',
  'anon',
  'anonymous',
  'unnamed',
  'unidentified',
  'undisclosed',
  'redacted',
  'test',
  'dummy',
  'forename',
  'surname',
]);
/** Words that stand beside those; some people are called so. */
const BESIDE_THEM = new Set(['baby', 'boy', 'child', 'female', 'girl', 'male', 'minor', 'of', 'person']);
/** Before whichever surname: a child that has no name yet. */
const UNNAMED = new Set(['baby', 'unborn', 'newborn']);
const CROSSES = /^x{2,}$/;

const isNobodys = (word: string): boolean => NO_NAMES.has(word) || CROSSES.test(word);

/** Whether folded words stand for no name, e.g. `Unknown Unknown`, `unborn child`, `Baby Smith` of a newborn. */
export const isNoName = (words: readonly string[]): boolean => {
  if (words.length === 0 || UNNAMED.has(words[0] ?? '') || PHRASES.has(words.join(' '))) return true;
  return words.some(isNobodys) && words.every((word) => isNobodys(word) || BESIDE_THEM.has(word));
};

const NOT_A_DATE = new Set(['00000000', '11111111', '17530101', '19000101', '19010101', '99991231']);
/** Eight digits that systems hold until there is a date of birth. */
export const isNoDate = (digits: string): boolean => NOT_A_DATE.has(digits);

/** The day that is given to whoever knows a year alone: that two records have it says nothing of the two. */
export const isFirstOfJanuary = (digits: string): boolean => digits.endsWith('0101');

const ONE_DIGIT = /^(\d)\1*$/;
/** Ten times one digit: the check digit of an NHS number lets each of them through. */
export const isNoNumber = (digits: string): boolean => ONE_DIGIT.test(digits);

/** No fixed abode, not known, abroad: postcodes that the statisticians made for places that are none (ONS, ZZ99). */
export const isNoPostcode = (compacted: string): boolean => compacted.startsWith('ZZ99');
