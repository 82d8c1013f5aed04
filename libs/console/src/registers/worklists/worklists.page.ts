import type { CivilDate } from '@ibex/kernel';
import { counted, momentCell } from '../../frame/cells';
import { WORKLIST_LINES_PER_PAGE } from '../../frame/worklist';
import type { WorklistAnswer, WorklistLine, WorklistSort } from '../../frame/worklist';
import type { WorklistsAnswer } from '../parts/answers';
import { addressOf } from '../../frame/asked';
import { childInWords } from '../parts/child-words';
import { freshnessOf } from '../parts/freshness';
import { dueByCell } from '../parts/moments';
import { linesInWords, pagingOf } from '../parts/paging';

export const WORKLISTS = '/console/registers/worklists';

const SORTS: Readonly<Record<WorklistSort, string>> = {
  since: 'Longest waiting',
  due: 'Next due',
  'days-to-18': 'Next 18th birthday',
  'episodes-in-90-days': 'Most missing episodes',
};

/** Every list with how many lines it has. */
export const worklistsPage = (answer: WorklistsAnswer): Readonly<Record<string, unknown>> => ({
  fresh: freshnessOf(answer),
  lists: answer.items.map(({ name, title, says, lines }) => ({
    ...{ title, says, lines },
    href: `${WORKLISTS}/${name}`,
  })),
});

const childCell = (line: WorklistLine, today: CivilDate): unknown => {
  const { name, isNamed, age } = childInWords(line.child, today, 'Name not shown');
  const opens = isNamed && line.recordRef !== undefined;
  return {
    lines: [
      opens ? { href: `/console/mash/children/${line.recordRef ?? ''}`, text: name } : name,
      ...(age === undefined ? [] : [{ hint: `Age ${String(age)}` }]),
      ...(line.restricted ? [{ tag: 'Restricted', colour: 'purple' }] : []),
    ],
  };
};

const toEighteen = (days: number): string => {
  if (days < 0) return 'Is 18';
  return days < 365 ? `18 in ${counted(days, 'day')}` : `18 in ${counted(Math.floor(days / 365), 'year')}`;
};

const indicatorCell = ({ daysTo18, episodesIn90Days }: WorklistLine): unknown => ({
  lines: [
    ...(daysTo18 === undefined ? [] : [toEighteen(daysTo18)]),
    { hint: `${counted(episodesIn90Days, 'missing episode')} in 90 days` },
  ],
});

const dueCell = ({ dueAt, isTarget, late }: WorklistLine): unknown => {
  if (dueAt === undefined) return { hint: 'No date' };
  return {
    lines: [
      ...(late ? [{ tag: 'Late', colour: 'red' }] : []),
      dueByCell(dueAt),
      ...(isTarget === true ? [{ hint: 'target, not law' }] : []),
    ],
  };
};

const whatCell = ({ text, kind, notification }: WorklistLine): unknown => ({
  lines: [text ?? { code: kind }, { lines: [{ hint: 'Notice:' }, { code: notification }] }],
});

const sidesCell = ({ ownerName, otherName }: WorklistLine): unknown => ({
  lines: [
    ownerName,
    ...(otherName === undefined || otherName === ownerName ? [] : [{ hint: `with ${otherName}` }]),
  ],
});

export type WorklistAsked = Readonly<{ page: number; today: CivilDate }>;

/** One list, by one indicator at a time. */
export const worklistPage = (
  answer: WorklistAnswer,
  { page, today }: WorklistAsked,
): Readonly<Record<string, unknown>> => {
  const { name, sort } = answer;
  const path = `${WORKLISTS}/${name}`;
  const lines = pagingOf(
    path,
    { sort },
    {
      ...{ lines: answer.items.length, perPage: WORKLIST_LINES_PER_PAGE, page },
      ...(answer.next === undefined ? {} : { next: answer.next }),
    },
  );
  return {
    title: answer.title,
    says: answer.says,
    lines,
    fresh: freshnessOf(answer),
    caption: `${SORTS[sort]} first: ${linesInWords(lines, 'line', 'lines')}`,
    sorts: Object.entries(SORTS).map(([each, text]) => ({
      text,
      href: addressOf(path, { sort: each }),
      active: each === sort,
    })),
    rows: answer.items.map((line) => [
      childCell(line, today),
      whatCell(line),
      { lines: [momentCell(line.since), { hint: counted(line.days, 'day') }] },
      dueCell(line),
      indicatorCell(line),
      sidesCell(line),
    ]),
  };
};
