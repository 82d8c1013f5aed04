import { dayInWords } from '../../frame/time-words';

export const TOPICS = ['missing', 'placements-out', 'placements-in'] as const;
export type Topic = (typeof TOPICS)[number];
export const TOPIC_WORDS: Readonly<Record<Topic, string>> = {
  missing: 'Missing episodes',
  'placements-out': 'Placed in other areas',
  'placements-in': 'Placed here by others',
};

export const DIVISIONS = ['month', 'sex', 'age', 'ethnicity', 'outcome'] as const;
export type Division = (typeof DIVISIONS)[number];
export const DIVISION_WORDS: Readonly<Record<Division, string>> = {
  month: 'Month',
  sex: 'Sex',
  age: 'Age',
  ethnicity: 'Ethnic group',
  outcome: 'In time or not',
};

const CATEGORIES: Readonly<Record<string, string>> = {
  F: 'Female',
  M: 'Male',
  unknown: 'Not known',
  'under-10': 'Under 10',
  '10-12': '10 to 12',
  '13-15': '13 to 15',
  '16-17': '16 and 17',
  '18-and-over': '18 and over',
  white: 'White',
  mixed: 'Mixed or multiple ethnic groups',
  asian: 'Asian or Asian British',
  black: 'Black, Black British, Caribbean or African',
  other: 'Other ethnic group',
  'within-72-hours': 'Return interview within 72 hours',
  'after-72-hours': 'Return interview after 72 hours',
  declined: 'Return interview declined',
  'not-held': 'No return interview held',
  'not-returned': 'Not returned',
  'by-the-day': 'Host told by the day of the start',
  'within-a-week': 'Host told within a week',
  'within-a-month': 'Host told within a month',
  later: 'Host told later',
};

const MONTH = /^\d{4}-\d{2}$/;

/** A category of a table as people say it; one that is not known yet stands for itself. */
export const categoryInWords = (category: string): string => {
  if (MONTH.test(category)) return dayInWords(`${category}-01`).slice(2);
  return Object.hasOwn(CATEGORIES, category) ? (CATEGORIES[category] ?? category) : category;
};

const QUARTERS: Readonly<Record<string, string>> = {
  Q1: 'January to March',
  Q2: 'April to June',
  Q3: 'July to September',
  Q4: 'October to December',
};

/** `2026-Q1` as `January to March 2026`. */
export const quarterInWords = (quarter: string): string => {
  const [year = '', part = ''] = quarter.split('-');
  return `${QUARTERS[part] ?? part} ${year}`;
};

/** `2026-Q1` as `Q1 2026`, where there is little room. */
export const quarterInShort = (quarter: string): string => quarter.split('-').reverse().join(' ');
