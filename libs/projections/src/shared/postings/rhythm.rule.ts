import { addDays, daysBetween, isWorkingDay } from '@ibex/kernel';
import type { CivilDate } from '@ibex/kernel';

export const RHYTHMS = [
  'daily',
  'most working days',
  'every few days',
  'weekly',
  'fortnightly',
  'monthly',
  'irregular',
] as const;
export type RhythmWord = (typeof RHYTHMS)[number];

/**
 * How often an authority posts, learned from its own posting days. `counts`: in which days a gap is measured.
 * `limit`: the longest gap that is not silence.
 */
export type Rhythm = Readonly<{
  word: RhythmWord;
  counts: 'days' | 'working-days';
  usualGap: number;
  limit: number;
}>;

/** Days before the last posting from which the rhythm is learned. */
const WINDOW_DAYS = 90;
/** Fewer posting days say nothing; where the window has fewer, older ones are taken in, back to REACH_DAYS. */
export const FEWEST_DAYS = 5;
export const REACH_DAYS = 400;
/** Who posts on weekends or bank holidays less often than one day in ten does so by exception. */
const SHARE_OF_DAYS_OFF = 0.1;

/** How many days, of the kind that is counted, lie after `from` up to `to`. */
const gapBetween = (from: CivilDate, to: CivilDate, counts: Rhythm['counts']): number => {
  if (counts === 'days') return daysBetween(from, to);
  let gap = 0;
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) if (isWorkingDay(date)) gap += 1;
  return gap;
};

/** The value below or at which a share of all lies (nearest rank); `sorted` ascending and not empty. */
const rank = (sorted: readonly number[], share: number): number =>
  sorted[Math.max(Math.ceil(sorted.length * share) - 1, 0)] ?? 0;

type Gaps = Readonly<{ usual: number; wide: number; counts: Rhythm['counts'] }>;
type Band = Readonly<{
  word: RhythmWord;
  days: readonly [number, number];
  working: readonly [number, number];
}>;

/** Usual gaps by word, in calendar days and in working days. */
const BANDS: readonly Band[] = [
  { word: 'every few days', days: [1, 4], working: [1, 3] },
  { word: 'weekly', days: [5, 9], working: [4, 6] },
  { word: 'fortnightly', days: [12, 16], working: [9, 11] },
  { word: 'monthly', days: [26, 35], working: [18, 24] },
];

const wordOf = ({ usual, wide, counts }: Gaps): RhythmWord => {
  if (wide <= 1) return 'daily';
  if (usual === 1 && wide <= 3) return counts === 'days' ? 'daily' : 'most working days';
  const isWithin = ([least, most]: readonly [number, number]): boolean => usual >= least && usual <= most;
  const band = BANDS.find(({ days, working }) => isWithin(counts === 'days' ? days : working));
  return band && wide <= 2 * usual + 2 ? band.word : 'irregular';
};

const sampleOf = (days: readonly CivilDate[]): readonly CivilDate[] => {
  const sorted = [...new Set(days)].sort();
  const last = sorted.at(-1);
  if (last === undefined) return [];
  const within = sorted.filter((day) => daysBetween(day, last) <= WINDOW_DAYS);
  if (within.length >= FEWEST_DAYS) return within;
  return sorted.slice(-FEWEST_DAYS).filter((day) => daysBetween(day, last) <= REACH_DAYS);
};

/**
 * The rhythm of London dates on which something was posted, in any order and however often each; undefined: too few to
 * say. From the 90 days before the last posting (so that a feed that stopped keeps the rhythm it had), counted in
 * working days unless at least a tenth of them are days off:
 *
 * usual = median gap, wide = the gap that nine in ten do not exceed, limit = max(2 usual + 1, 1.5 wide, rounded up).
 *
 * A daily feed is thus silent on its fourth day without a posting, a weekly one after a little more than two weeks.
 */
export const rhythmOf = (days: readonly CivilDate[]): Rhythm | undefined => {
  const sample = sampleOf(days);
  if (sample.length < FEWEST_DAYS) return undefined;
  const off = sample.filter((day) => !isWorkingDay(day)).length;
  const counts = off / sample.length >= SHARE_OF_DAYS_OFF ? 'days' : 'working-days';
  const gaps = sample
    .slice(1)
    .map((day, at) => gapBetween(sample[at] ?? day, day, counts))
    // a posting on a day off stands on the same working day as the one before it
    .filter((gap) => gap > 0)
    .sort((a, b) => a - b);
  const [usual, wide] = [rank(gaps, 0.5), rank(gaps, 0.9)];
  const limit = Math.max(2 * usual + 1, Math.ceil(1.5 * wide));
  return { word: wordOf({ usual, wide, counts }), counts, usualGap: usual, limit };
};

/**
 * The first London date on which even a posting on that day would have come later than the rhythm allows; undefined
 * while a posting today would still be in time.
 */
export const silentSince = (
  { counts, limit }: Pick<Rhythm, 'counts' | 'limit'>,
  lastPostedOn: CivilDate,
  today: CivilDate,
): CivilDate | undefined => {
  let gap = 0;
  for (let date = addDays(lastPostedOn, 1); date <= today; date = addDays(date, 1)) {
    if (counts === 'days' || isWorkingDay(date)) gap += 1;
    if (gap > limit) return date;
  }
  return undefined;
};
