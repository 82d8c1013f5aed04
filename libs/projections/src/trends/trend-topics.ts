/** What is counted, and how each is told apart beside month, sex, age and ethnicity. */
export const TOPICS = {
  missing: {
    title: 'Missing episodes, and return interviews in time',
    says: 'Episodes by the month in which they began and the responsible authority. Outcome: whether a return interview was held, and within 72 hours of the return.',
    notification: 'missing',
    outcomes: ['within-72-hours', 'after-72-hours', 'declined', 'not-held', 'not-returned'],
  },
  'placements-out': {
    title: 'Placements in other areas, and notices in time',
    says: 'Stays in the area of another authority by the month in which they began and the placing authority. Outcome: how long after the start the host was told through IBEX.',
    notification: 'placement',
    outcomes: ['by-the-day', 'within-a-week', 'within-a-month', 'later'],
  },
  'placements-in': {
    title: 'Placements here by others, and notices in time',
    says: 'The same stays by the authority in whose area the child was placed.',
    notification: 'placement',
    outcomes: ['by-the-day', 'within-a-week', 'within-a-month', 'later'],
  },
} as const satisfies Readonly<
  Record<string, Readonly<{ title: string; says: string; notification: string; outcomes: readonly string[] }>>
>;
export type Topic = keyof typeof TOPICS;
export const isTopic = (name: string): name is Topic => Object.hasOwn(TOPICS, name);
export const TOPIC_NAMES = Object.keys(TOPICS).filter(isTopic);

/** By what the total of an area is divided. */
export const DIVISIONS = ['month', 'sex', 'age', 'ethnicity', 'outcome'] as const;
export type Division = (typeof DIVISIONS)[number];

export const UNKNOWN = 'unknown';
export const SEX_CATEGORIES = ['F', 'M', UNKNOWN] as const;
/** Age in whole years in the month in which it happened. */
export const AGE_BANDS = ['under-10', '10-12', '13-15', '16-17', '18-and-over', UNKNOWN] as const;

/** The six groups of the census and of the DfE's tables; the codes are those of the children in need census. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  white: ['WBRI', 'WIRI', 'WIRT', 'WROM', 'WOTH'],
  mixed: ['MWBC', 'MWBA', 'MWAS', 'MOTH'],
  asian: ['AIND', 'APKN', 'ABAN', 'AOTH', 'CHNE'],
  black: ['BCRB', 'BAFR', 'BOTH'],
  other: ['OOTH'],
};
export const ETHNIC_GROUPS = [...Object.keys(GROUPS), UNKNOWN];

/** Refused and not yet obtained are unknown. */
export const ethnicGroupOf = (code: unknown): string =>
  Object.entries(GROUPS).find(([, codes]) => typeof code === 'string' && codes.includes(code))?.[0] ??
  UNKNOWN;

export const sexOf = (code: unknown): string => (code === 'F' || code === 'M' ? code : UNKNOWN);

const MONTHS = 12;
/** Months since the year nought, so that ages are differences. */
export const monthNumberOf = (date: string): number =>
  Number(date.slice(0, 4)) * MONTHS + Number(date.slice(5, 7)) - 1;
export const monthOf = (number: number): string =>
  `${String(Math.floor(number / MONTHS)).padStart(4, '0')}-${String((number % MONTHS) + 1).padStart(2, '0')}`;

const BANDS = [
  [10, 'under-10'],
  [13, '10-12'],
  [16, '13-15'],
  [18, '16-17'],
] as const;
/** Of somebody born in one month, in another; the day in the month is not kept. */
export const ageBandOf = (bornIn: number | null, month: number): string => {
  if (bornIn === null || bornIn > month) return UNKNOWN;
  const years = Math.floor((month - bornIn) / MONTHS);
  return BANDS.find(([below]) => years < below)?.[1] ?? '18-and-over';
};

/** Quarters of the calendar year, `2026-Q1`: they do not overlap, so that two tables never differ by a month. */
export const quarterOf = (month: number): string =>
  `${String(Math.floor(month / MONTHS))}-Q${String(Math.floor((month % MONTHS) / 3) + 1)}`;
/** Its first month. */
export const firstMonthOf = (month: number): number => month - (month % 3);
