import type { WorklistAnswer, WorklistCount, WorklistLine } from '../parts/answers';

export const SORTS = {
  since: 'Longest first',
  due: 'Due first',
  'days-to-18': 'Nearest to 18 first',
  'episodes-in-90-days': 'Most often missing first',
} as const;
export type Sort = keyof typeof SORTS;
export const isSort = (value: unknown): value is Sort =>
  typeof value === 'string' && Object.hasOwn(SORTS, value);

export const WORKLIST_NAMES = [
  ...(['missing-ours', 'missing-here', 'missing-heading-here', 'placed-here-unacknowledged'] as const),
  ...(['not-risk-assessed', 'duties-due', 'owed-to-us-late', 'transfers-stuck', 'links-to-review'] as const),
];
export type WorklistName = (typeof WORKLIST_NAMES)[number];
export const worklistIn = (name: string): WorklistName | undefined =>
  WORKLIST_NAMES.find((known) => known === name);

export type ListShown = Readonly<{ name: string; title: string; says: string; lines: number; href: string }>;

/** Links are decided on side by side and not in a list. */
const hrefOf = (name: string): string =>
  name === 'links-to-review' ? '/console/mash/links' : `/console/mash/worklists/${name}`;

/** Every worklist with how much is on it, in the order of the exchange: what is urgent stands first there. */
export const worklistsPage = (items: readonly WorklistCount[]): readonly ListShown[] =>
  items.map(({ name, title, says, lines }) => ({ name, title, says, lines, href: hrefOf(name) }));

export type LineShown = Readonly<{
  recordRef?: string;
  who: string;
  owner: string;
  what: string;
  since: string;
  days: string;
  dueAt?: string;
  isTarget: boolean;
  isLate: boolean;
  isRestricted: boolean;
  to18: string;
  episodes: number;
}>;
export type WorklistShown = Readonly<{
  name: string;
  title: string;
  says: string;
  lines: readonly LineShown[];
  sorts: readonly Readonly<{ value: string; text: string; isChosen: boolean }>[];
  next?: string;
}>;

const NAMELESS = 'Name not open to you';

const whoOf = ({ child }: WorklistLine): string => {
  const name = [child?.forename, child?.surname]
    .filter((part) => part !== undefined && part !== '')
    .join(' ');
  return name === '' ? NAMELESS : name;
};

const daysInWords = (days: number): string => {
  if (days === 0) return 'today';
  return days === 1 ? '1 day' : `${String(days)} days`;
};

const to18InWords = (days: number | undefined): string => {
  if (days === undefined) return 'not known';
  if (days < 0) return 'is 18 or older';
  return days > 730 ? `${String(Math.floor(days / 365.25))} years` : daysInWords(days);
};

const lineOf = (line: WorklistLine): LineShown => {
  const { recordRef, ownerName, otherName, text, since, days, dueAt, daysTo18 } = line;
  return {
    ...(recordRef === undefined ? {} : { recordRef }),
    ...(dueAt === undefined ? {} : { dueAt }),
    ...{ who: whoOf(line), owner: otherName ?? ownerName, what: text ?? line.kind, since },
    ...{ days: daysInWords(days), to18: to18InWords(daysTo18), episodes: line.episodesIn90Days },
    ...{ isTarget: line.isTarget === true, isLate: line.late, isRestricted: line.restricted },
  };
};

/** One worklist, in the one order that the reader chose: nothing is added up. */
export const worklistPage = (answer: WorklistAnswer): WorklistShown => ({
  ...{ name: answer.name, title: answer.title, says: answer.says, lines: answer.items.map(lineOf) },
  sorts: Object.entries(SORTS).map(([value, text]) => ({ value, text, isChosen: value === answer.sort })),
  ...(answer.next === undefined ? {} : { next: answer.next }),
});
