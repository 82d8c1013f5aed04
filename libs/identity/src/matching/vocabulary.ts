import { Terms } from './terms';

export const TERM_KINDS = [
  'forename',
  'surname',
  'word',
  'dob',
  'sex',
  'ethnicity',
  'postcode',
  'address',
  'place',
  'nhsNumber',
  'upn',
  'identifier',
  'email',
  'school',
  'occupation',
  'source',
] as const;
export type TermKind = (typeof TERM_KINDS)[number];

/** Every value of every record, by kind. `word`: of names, whichever part they stand in. */
export type Vocabulary = Readonly<Record<TermKind, Terms>>;

export const newVocabulary = (): Vocabulary => ({
  forename: new Terms(),
  surname: new Terms(),
  word: new Terms(),
  dob: new Terms(),
  sex: new Terms(),
  ethnicity: new Terms(),
  postcode: new Terms(),
  address: new Terms(),
  place: new Terms(),
  nhsNumber: new Terms(),
  upn: new Terms(),
  identifier: new Terms(),
  email: new Terms(),
  school: new Terms(),
  occupation: new Terms(),
  source: new Terms(),
});
