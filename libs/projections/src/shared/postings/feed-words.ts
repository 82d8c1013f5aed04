import { daysBetween } from '@ibex/kernel';
import type { CivilDate } from '@ibex/kernel';
import type { RhythmWord } from './rhythm.rule';

const PLURALS: Readonly<Record<string, string>> = {
  placement: 'placements',
  move: 'moves',
  missing: 'missing episodes',
  exploitation: 'exploitation concerns',
};

/** What is posted, in words: a type that nobody has put into words yet goes by its name. */
export const postedWords = (notification: string): string =>
  PLURALS[notification] ?? `${notification} notices`;

const agoOf = (lastOn: CivilDate, today: CivilDate): string => {
  const days = daysBetween(lastOn, today);
  if (days <= 0) return 'today';
  return days === 1 ? 'yesterday' : `${String(days)} days ago`;
};

const usuallyOf = (word: RhythmWord | undefined): string => {
  if (word === undefined) return '; too few postings to say how often it does';
  return word === 'irregular' ? ', with no regular rhythm' : `, usually ${word}`;
};

type Said = Readonly<{
  name: string;
  notification: string;
  today: CivilDate;
  lastPostedOn?: CivilDate;
  usually?: RhythmWord;
  silentSince?: CivilDate;
}>;

/** E.g. "Kent last posted placements 9 days ago, usually daily: silent since 2026-03-05, so some may be missing". */
export const sentenceOf = ({
  name,
  notification,
  today,
  lastPostedOn,
  usually,
  silentSince,
}: Said): string => {
  const posted = postedWords(notification);
  if (lastPostedOn === undefined) return `${name} has never posted ${posted} here`;
  const silence = silentSince === undefined ? '' : `: silent since ${silentSince}, so some may be missing`;
  return `${name} last posted ${posted} ${agoOf(lastPostedOn, today)}${usuallyOf(usually)}${silence}`;
};
