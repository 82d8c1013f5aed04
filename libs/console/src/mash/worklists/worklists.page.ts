import { addressOf } from '../../frame/asked';
import { counted, momentCell, sentence } from '../../frame/cells';
import type { Cell, Table } from '../../frame/cells';
import type { WorklistAnswer, WorklistLine, WorklistSort } from '../../frame/worklist';
import type { WorklistCount } from '../parts/answers';
import { choicesOf } from '../parts/choices';
import type { Choice } from '../parts/choices';

const SORTS: Readonly<Record<WorklistSort, string>> = {
  since: 'Longest first',
  due: 'Due first',
  'days-to-18': 'Nearest to 18 first',
  'episodes-in-90-days': 'Most often missing first',
};
const COLUMNS = ['Child', 'What is to be done', 'With', 'Since', 'Due', 'Until 18', 'Missing in 90 days'];

export type ListShown = Readonly<{ title: string; says: string; lines: number; href: string }>;

const pathOf = (name: string): string => `/console/mash/worklists/${name}`;

/** Links are decided on side by side and not in a list. */
const hrefOf = (name: string): string => (name === 'links-to-review' ? '/console/mash/links' : pathOf(name));

/** Every worklist with how much is on it, in the order of the exchange: what is urgent stands first there. */
export const worklistsPage = (items: readonly WorklistCount[]): readonly ListShown[] =>
  items.map(({ name, title, says, lines }) => ({ title, says, lines, href: hrefOf(name) }));

export type WorklistShown = Readonly<{
  path: string;
  title: string;
  says: string;
  table: Table;
  sorts: readonly Choice[];
  next?: string;
}>;

const daysInWords = (days: number): string => (days === 0 ? 'today' : counted(days, 'day'));

const to18InWords = (days: number | undefined): string => {
  if (days === undefined) return 'Not known';
  if (days < 0) return 'Is 18 or older';
  return days > 730 ? `${String(Math.floor(days / 365.25))} years` : sentence(daysInWords(days));
};

const childCell = ({ child, recordRef, restricted }: WorklistLine, at: number): Cell => {
  const name = [child?.forename, child?.surname]
    .filter((part) => part !== undefined && part !== '')
    .join(' ');
  const text = name === '' ? 'Name not open to you' : name;
  const href = `/console/mash/children/${encodeURIComponent(recordRef ?? '')}`;
  return {
    lines: [
      recordRef === undefined ? text : { text, href, about: `, line ${String(at + 1)}` },
      ...(restricted ? [{ tag: 'Kept from others', colour: 'purple' }] : []),
    ],
  };
};

const dueCell = ({ dueAt, isTarget, late }: WorklistLine): Cell => ({
  lines: [
    dueAt === undefined ? 'No date in law' : momentCell(dueAt),
    ...(dueAt !== undefined && isTarget === true ? [{ hint: 'service target' }] : []),
    ...(late ? [{ tag: 'Late', colour: 'red' }] : []),
  ],
});

const rowOf = (line: WorklistLine, at: number): readonly Cell[] => [
  childCell(line, at),
  line.text ?? line.kind,
  line.otherName ?? line.ownerName,
  { lines: [momentCell(line.since), { hint: `(${daysInWords(line.days)})` }] },
  dueCell(line),
  to18InWords(line.daysTo18),
  line.episodesIn90Days,
];

/** One worklist, in the one order that the reader chose: nothing is added up. */
export const worklistPage = ({ name, title, says, items, sort, next }: WorklistAnswer): WorklistShown => ({
  ...{ path: pathOf(name), title, says, sorts: choicesOf(SORTS, sort) },
  table: {
    caption: title,
    captionClasses: 'govuk-visually-hidden',
    columns: COLUMNS,
    rows: items.map(rowOf),
  },
  ...(next === undefined ? {} : { next: addressOf(pathOf(name), { cursor: next, sort }) }),
});
