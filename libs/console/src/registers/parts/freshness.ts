import { counted } from '../../frame/cells';
import { dayInWords } from '../../frame/time-words';
import type { Completeness } from './answers';

const ISO_DATE = /\b\d{4}-\d{2}-\d{2}\b/g;

/** Days in a sentence of the exchange as people write them. */
export const datesInWords = (sentence: string): string => sentence.replaceAll(ISO_DATE, dayInWords);

export type Freshness = Readonly<{
  upToDate: boolean;
  /** Of those who have fallen silent: what may be missing. */
  silent: readonly string[];
  /** Of the others that are named. */
  heard: readonly string[];
  /** Those that are not named, as numbers. */
  others: readonly string[];
}>;

type Answered = Readonly<{ upToDate: boolean; completeness: Completeness }>;

/** How far an answer can be relied on to hold everything. */
export const freshnessOf = ({ upToDate, completeness: { feeds, others } }: Answered): Freshness => {
  const saying = (isSilent: boolean): readonly string[] =>
    feeds.filter(({ state }) => (state === 'silent') === isSilent).map(({ says }) => datesInWords(says));
  const groups: readonly (readonly [number, string])[] = [
    [others.silent, `more ${others.silent === 1 ? 'has' : 'have'} fallen silent`],
    [others.asUsual, `${others.asUsual === 1 ? 'posts' : 'post'} as usual`],
    [others.tooFewToSay, `${others.tooFewToSay === 1 ? 'has' : 'have'} posted too seldom to tell`],
    [others.neverPosted, `${others.neverPosted === 1 ? 'has' : 'have'} never posted`],
  ];
  return {
    upToDate,
    silent: saying(true),
    heard: saying(false),
    others: groups
      .filter(([count]) => count > 0)
      .map(([count, words]) => `${counted(count, 'authority', 'authorities')} ${words}`),
  };
};
