/** What is compared, as people call it. */
const THINGS: Readonly<Record<string, string>> = {
  ...{ forename: 'Forename', surname: 'Surname', otherNames: 'Other names', dob: 'Date of birth' },
  ...{ sex: 'Sex', ethnicity: 'Ethnicity', nhsNumber: 'NHS number', upn: 'UPN', postcode: 'Postcode' },
  ...{ address: 'Address', place: 'Place', school: 'School', source: 'Authority' },
};

/** How it agrees, as people say it; what is not here is said as it stands. */
const LEVELS: Readonly<Record<string, string>> = {
  same: 'the same',
  'short form': 'one is a short form of the other',
  part: 'one is part of the other',
  near: 'nearly the same',
  alike: 'alike',
  initial: 'one is an initial',
  elsewhere: 'found in another name',
  some: 'some of them the same',
  'day and month exchanged': 'day and month exchanged',
  assigned: 'one may be a date given to somebody whose birthday is not known',
  'one slip': 'one slip of the pen apart',
  'same group': 'the same main group',
  different: 'different',
};

const LIKELY: readonly (readonly [atLeast: number, words: string])[] = [
  [1_000_000, 'more than a million to one'],
  [10_000, 'more than ten thousand to one'],
  [1_000, 'more than a thousand to one'],
  [100, 'more than a hundred to one'],
  [10, 'more than ten to one'],
  [1, 'as likely as not, or a little more'],
];

/** `surname: near` as `Surname: nearly the same`. */
export const reasonInWords = (reason: string): string => {
  const [thing = '', level = ''] = reason.split(': ', 2);
  return `${THINGS[thing] ?? thing}: ${LEVELS[level] ?? level}`;
};

/** Log2 of the odds as a person would say them. */
export const oddsInWords = (weight: number): string => {
  const odds = 2 ** weight;
  return LIKELY.find(([atLeast]) => odds >= atLeast)?.[1] ?? 'less likely than not';
};
