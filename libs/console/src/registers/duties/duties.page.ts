import { isInstant, toEpochMs } from '@ibex/kernel';
import type { Instant } from '@ibex/kernel';
import { lengthInWords } from '../../frame/time-words';
import { momentCell } from '../../frame/cells';
import type { DutiesAnswer, DutyLine } from '../parts/answers';
import { freshnessOf } from '../parts/freshness';
import { dueByCell } from '../parts/moments';
import { linesInWords, pagingOf } from '../parts/paging';

export const DUTIES = '/console/registers/duties';
export const LINES_PER_PAGE = 50;

export const SCOPES = ['owed-by-us', 'owed-to-us'] as const;
export type Scope = (typeof SCOPES)[number];
export const STATES = ['late', 'open', 'met', 'all'] as const;
export type State = (typeof STATES)[number];

export const SCOPE_WORDS: Readonly<Record<Scope, string>> = {
  'owed-by-us': 'Owed by us',
  'owed-to-us': 'Owed to us by others',
};
export const STATE_WORDS: Readonly<Record<State, string>> = {
  late: 'Late',
  open: 'Due',
  met: 'Met',
  all: 'All',
};

const TAGS: Readonly<Record<DutyLine['state'], Readonly<{ tag: string; colour: string }>>> = {
  late: { tag: 'Late', colour: 'red' },
  open: { tag: 'Due', colour: 'blue' },
  met: { tag: 'Met', colour: 'green' },
};
const MET_LATE = { tag: 'Met late', colour: 'orange' };

const PAST_TARGET = { tag: 'Past its target', colour: 'orange' };

/** How far it is from its date, or past it; nothing where law and target give none. */
const untilDue = ({ dueAt, targetAt }: DutyLine, now: Instant): number | undefined => {
  const date = dueAt ?? targetAt;
  return date !== undefined && isInstant(date) ? toEpochMs(now) - toEpochMs(date) : undefined;
};

const stateCell = (line: DutyLine, now: Instant): unknown => {
  const { state, metLate, metAt, dueAt } = line;
  if (state === 'met')
    return {
      lines: [metLate === true ? MET_LATE : TAGS.met, ...(metAt === undefined ? [] : [momentCell(metAt)])],
    };
  const by = untilDue(line, now);
  if (by === undefined) return TAGS[state];
  const tag = dueAt === undefined && by > 0 ? PAST_TARGET : TAGS[state];
  return { lines: [tag, { hint: by > 0 ? `by ${lengthInWords(by)}` : `in ${lengthInWords(by)}` }] };
};

const MOVED: Readonly<Record<string, string>> = {
  paused: 'moved: its clock stood still',
  'bank-holiday': 'moved: a bank holiday was proclaimed',
};

const dueCell = ({ dueAt, targetAt, movedBecause, provisional }: DutyLine): unknown => ({
  lines: [
    dueAt === undefined ? { hint: 'Law gives no number of days' } : dueByCell(dueAt),
    ...(targetAt === undefined ? [] : [{ lines: [{ hint: 'target, not law:' }, dueByCell(targetAt)] }]),
    ...(movedBecause === undefined ? [] : [{ hint: MOVED[movedBecause] ?? movedBecause }]),
    ...(provisional === true ? [{ hint: 'may move: bank holidays of that year are not published yet' }] : []),
  ],
});

const startCell = ({ startedAt, otherStarts }: DutyLine): unknown => ({
  lines: [
    momentCell(startedAt),
    ...otherStarts.map(({ countedFrom, dueAt }) => ({
      lines: [{ hint: `from ${countedFrom} it would be due` }, dueByCell(dueAt)],
    })),
  ],
});

const sideCell = ({ owedByName, owedToName, owedTo }: DutyLine, scope: Scope): string =>
  scope === 'owed-by-us' ? (owedToName ?? owedTo ?? 'The child') : owedByName;

export type DutiesAsked = Readonly<{ scope: Scope; state: State; page: number; now: Instant }>;

/** What has to be done by when: own duties, or those of others towards this authority. */
export const dutiesPage = (
  answer: DutiesAnswer,
  { scope, state, page, now }: DutiesAsked,
): Readonly<Record<string, unknown>> => {
  const lines = pagingOf(
    DUTIES,
    { scope, state },
    {
      ...{ lines: answer.items.length, perPage: LINES_PER_PAGE, page },
      ...(answer.next === undefined ? {} : { next: answer.next }),
    },
  );
  const which = state === 'all' ? 'all' : STATE_WORDS[state].toLowerCase();
  return {
    asked: { scope, state },
    lines,
    fresh: freshnessOf(answer),
    caption: `${SCOPE_WORDS[scope]}, ${which}: ${linesInWords(lines, 'duty', 'duties')}`,
    columns: ['Duty', 'State', scope === 'owed-by-us' ? 'Owed to' : 'Owed by', 'Due', 'Counted from'],
    rows: answer.items.map((line) => [
      { lines: [line.text, { hint: line.source }] },
      stateCell(line, now),
      sideCell(line, scope),
      dueCell(line),
      startCell(line),
    ]),
  };
};
