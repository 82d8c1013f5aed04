import { daysBetween, londonDateOf, toEpochMs } from '@ibex/kernel';
import type { Instant } from '@ibex/kernel';
import { lengthInWords } from '../../frame/time-words';
import { counted, momentCell } from '../../frame/cells';
import type { MissingAnswer, MissingLine } from '../parts/answers';
import { childInWords } from '../parts/child-words';
import { freshnessOf } from '../parts/freshness';
import { linesInWords, pagingOf } from '../parts/paging';

export const MISSING = '/console/registers/missing';
export const LINES_PER_PAGE = 50;

export const SCOPES = ['ours', 'here', 'heading-here'] as const;
export type Scope = (typeof SCOPES)[number];
export const STATES = ['open', 'closed', 'all'] as const;
export type State = (typeof STATES)[number];

export const SCOPE_WORDS: Readonly<Record<Scope, string>> = {
  ours: 'Our children',
  here: 'Placed or living here',
  'heading-here': 'May be heading here',
};

export const STATE_WORDS: Readonly<Record<State, string>> = {
  open: 'Missing now',
  closed: 'Found or closed',
  all: 'All episodes',
};

/** How long it has lasted, or did; where only days are known, in days. */
export const howLong = (
  { startedAt, endedAt }: Pick<MissingLine, 'startedAt' | 'endedAt'>,
  now: Instant,
): string => {
  const end = endedAt ?? now;
  if (startedAt.includes('T') && end.includes('T'))
    return lengthInWords(toEpochMs(end) - toEpochMs(startedAt));
  const day = (at: string): string => (at.includes('T') ? londonDateOf(at) : at);
  const days = Math.max(0, daysBetween(day(startedAt), day(end)));
  return days === 0 ? 'less than a day' : `about ${counted(days, 'day')}`;
};

const lengthCell = (line: MissingLine, now: Instant): unknown => {
  const { state, startedAt } = line;
  const began = { lines: [{ hint: 'last seen' }, momentCell(startedAt)] };
  if (state === 'open') return { lines: [{ tag: `Missing ${howLong(line, now)}`, colour: 'red' }, began] };
  const ended =
    line.endedAt === undefined
      ? []
      : [{ lines: [{ hint: line.ending ?? 'ended' }, momentCell(line.endedAt)] }];
  const says = state === 'closed' ? 'Closed: turned 18' : `Was missing ${howLong(line, now)}`;
  return { lines: [{ tag: says, colour: 'grey' }, began, ...ended] };
};

const childCell = ({ child, recordRef, localId, startedOn }: MissingLine): unknown => {
  const { name, isNamed, age } = childInWords(child, startedOn, 'Name not shown: restricted, or erased');
  const opens = isNamed && recordRef !== undefined;
  return {
    lines: [
      opens ? { href: `/console/mash/children/${recordRef}`, text: name } : name,
      ...(age === undefined ? [] : [{ hint: `Age ${String(age)} when last seen` }]),
      ...(localId === undefined ? [] : [{ hint: `Your number ${localId}` }]),
    ],
  };
};

const placeCell = ({ from, hostName, restricted }: MissingLine): unknown => ({
  lines: [
    from === 'care' ? 'Missing from care' : 'Missing from home',
    { hint: restricted ? 'Where: restricted' : `In ${hostName ?? 'an area not told'}` },
  ],
});

const sightedCell = ({ sightedAt, sightedIn, sightedInName }: MissingLine): unknown => {
  if (sightedAt === undefined && sightedIn === undefined) return { hint: 'No sighting told' };
  return {
    lines: [
      sightedInName ?? sightedIn ?? 'Area not told',
      ...(sightedAt === undefined ? [] : [momentCell(sightedAt)]),
    ],
  };
};

const RISK_COLOURS: Readonly<Record<string, string>> = { high: 'red', medium: 'orange', low: 'yellow' };

const riskCell = ({ risk, episodes, kind }: MissingLine): unknown => ({
  lines: [
    risk === undefined
      ? { hint: 'Risk not told' }
      : { tag: `${risk.charAt(0).toUpperCase()}${risk.slice(1)} risk`, colour: RISK_COLOURS[risk] ?? 'grey' },
    ...(kind === 'A' ? [{ hint: 'Away without authorisation' }] : []),
    { hint: `${counted(episodes.last90Days, 'episode')} in 90 days` },
  ],
});

const INTERVIEWS: Readonly<Record<MissingLine['interview'], string>> = {
  none: 'Return interview not offered yet',
  offered: 'Return interview offered',
  accepted: 'Return interview accepted',
  held: 'Return interview held',
  declined: 'Return interview declined',
};

const whoCell = ({
  responsibleName,
  reportedByName,
  policeForce,
  acknowledgements,
  state,
  interview,
}: MissingLine): unknown => ({
  lines: [
    responsibleName,
    ...(reportedByName === responsibleName ? [] : [{ hint: `Reported by ${reportedByName}` }]),
    ...(policeForce === undefined ? [] : [{ lines: [{ hint: 'Police:' }, { code: policeForce }] }]),
    {
      hint: acknowledgements === 0 ? 'Nobody has acknowledged' : counted(acknowledgements, 'acknowledgement'),
    },
    ...(state === 'open' ? [] : [{ hint: INTERVIEWS[interview] }]),
  ],
});

export type MissingAsked = Readonly<{
  scope: Scope;
  state: State;
  page: number;
  now: Instant;
}>;

/** Children who are missing: own ones, those who were placed here, those who may be coming. */
export const missingPage = (
  answer: MissingAnswer,
  asked: MissingAsked,
): Readonly<Record<string, unknown>> => {
  const { scope, state, page, now } = asked;
  const lines = pagingOf(
    MISSING,
    { scope, state },
    {
      ...{ lines: answer.items.length, perPage: LINES_PER_PAGE, page },
      ...(answer.next === undefined ? {} : { next: answer.next }),
    },
  );
  return {
    asked: { scope, state },
    lines,
    fresh: freshnessOf(answer),
    caption: `${SCOPE_WORDS[scope]}, ${STATE_WORDS[state].toLowerCase()}: ${linesInWords(lines, 'episode', 'episodes')}`,
    rows: answer.items.map((line) => [
      childCell(line),
      lengthCell(line, now),
      placeCell(line),
      sightedCell(line),
      riskCell(line),
      whoCell(line),
    ]),
  };
};
