import { dayInWords } from '../../frame/time-words';
import type { Host, PlacedElsewhereAnswer, PlacedElsewhereLine } from '../parts/answers';
import type { AskedDate } from '../parts/asked';
import { legalStatusInWords, placementTypeInWords } from '../parts/codes';
import { freshnessOf } from '../parts/freshness';
import { linesInWords, pagingOf } from '../parts/paging';

export const ELSEWHERE = '/console/registers/placed-elsewhere';
export const LINES_PER_PAGE = 50;

const COUNTRIES: Readonly<Record<string, string>> = {
  WAL: 'Wales',
  SCO: 'Scotland',
  NIR: 'Northern Ireland',
  NUK: 'Outside the United Kingdom',
};

const authorityOf = ({ name, gss }: Host): string => name ?? gss ?? 'Not known';

/** Where a child is placed, as far as the exchange says. */
export const hostInWords = (host: Host): string => {
  switch (host.kind) {
    case 'authority':
      return authorityOf(host);
    case 'outside-england':
      return COUNTRIES[host.code ?? ''] ?? 'Outside England';
    case 'withheld':
      return 'Withheld: restricted placement';
    case 'unknown':
      return 'Not known';
  }
};

const childCell = ({ localId, recordRef }: PlacedElsewhereLine): unknown => {
  const text = localId ?? 'Number not shown: erased';
  return recordRef !== undefined && localId !== undefined
    ? { href: `/console/mash/children/${recordRef}`, text, about: 'open the child’s page' }
    : text;
};

const hostCell = ({ host, stays, postcode, restricted }: PlacedElsewhereLine): unknown => ({
  lines: [
    hostInWords(host),
    ...(postcode === undefined ? [] : [{ hint: postcode }]),
    ...(restricted ? [{ tag: 'Restricted', colour: 'purple' }] : []),
    ...(stays.length > 1
      ? [
          {
            hint: `Before: ${stays
              .slice(0, -1)
              .map((stay) => hostInWords(stay.host))
              .join(', ')}`,
          },
        ]
      : []),
  ],
});

const stayCell = ({ startsOn, endedOn, expectedEndOn }: PlacedElsewhereLine): unknown => ({
  lines: [
    { day: startsOn },
    ...(endedOn === undefined ? [] : [{ hint: 'ended on' }, { day: endedOn }]),
    ...(endedOn === undefined && expectedEndOn !== undefined
      ? [{ hint: 'expected to end' }, { day: expectedEndOn }]
      : []),
  ],
});

const toldCell = ({ toldAt, restricted }: PlacedElsewhereLine): unknown => {
  if (toldAt !== undefined) return { when: toldAt };
  return restricted ? { hint: 'Nobody: restricted' } : { tag: 'Not told through IBEX', colour: 'red' };
};

const answerCell = ({ toldAt, acknowledgedAt }: PlacedElsewhereLine): unknown => {
  if (acknowledgedAt !== undefined)
    return { lines: [{ tag: 'Acknowledged', colour: 'green' }, { when: acknowledgedAt }] };
  return toldAt === undefined ? { hint: 'None expected' } : { tag: 'Not acknowledged', colour: 'yellow' };
};

export type ElsewhereAsked = Readonly<{ on: AskedDate; ended: boolean; page: number }>;

/** Own children placed in other areas, as on a day or all there ever were. */
export const elsewherePage = (
  answer: PlacedElsewhereAnswer,
  { on, ended, page }: ElsewhereAsked,
): Readonly<Record<string, unknown>> => {
  const same = { on: on.typed, ended: ended ? 'yes' : undefined };
  const lines = pagingOf(ELSEWHERE, same, {
    ...{ lines: answer.items.length, perPage: LINES_PER_PAGE, page },
    ...(answer.next === undefined ? {} : { next: answer.next }),
  });
  const which = ended ? 'All placements' : `As at ${dayInWords(answer.on)}`;
  return {
    on: answer.on,
    asked: { on: on.typed, ended },
    fresh: freshnessOf(answer),
    lines,
    caption: `${which}: ${linesInWords(lines, 'placement', 'placements')}`,
    rows: answer.items.map((line) => [
      childCell(line),
      hostCell(line),
      stayCell(line),
      {
        lines: [
          placementTypeInWords(line.placementType),
          { hint: `Legal status: ${legalStatusInWords(line.legalStatus)}` },
        ],
      },
      toldCell(line),
      answerCell(line),
    ]),
  };
};
