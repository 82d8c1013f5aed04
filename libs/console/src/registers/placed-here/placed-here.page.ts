import type { CivilDate } from '@ibex/kernel';
import { dayInWords } from '../../frame/time-words';
import type { PlacedHereAnswer, PlacedHereLine } from '../parts/answers';
import { addressOf } from '../../frame/asked';
import type { AskedDate } from '../parts/asked';
import { childInWords } from '../parts/child-words';
import { legalStatusInWords, placementTypeInWords } from '../parts/codes';
import { freshnessOf } from '../parts/freshness';
import { linesInWords, pagingOf } from '../parts/paging';
import { MOST_IN_WORKBOOK } from './placed-here.workbook';

export const PLACED_HERE = '/console/registers/placed-here';
export const LINES_PER_PAGE = 50;

export type PlacedHereAsked = Readonly<{
  on: AskedDate;
  from?: string;
  page: number;
}>;

const DOCUMENTS: Readonly<Record<string, string>> = {
  supplied: 'supplied',
  pending: 'still to come',
  'not-said': 'not mentioned',
};

const childCell = ({ child, recordRef }: PlacedHereLine, on: CivilDate): unknown => {
  const { name, isNamed, born, age } = childInWords(child, on, 'Name not shown: the record was erased');
  const opens = isNamed && recordRef !== undefined;
  return {
    lines: [
      opens ? { href: `/console/mash/children/${recordRef}`, text: name } : name,
      ...(born === undefined ? [] : [{ hint: `Born ${dayInWords(born)}, age ${String(age)}` }]),
    ],
  };
};

const stayCell = ({ startsOn, endedOn, expectedEndOn }: PlacedHereLine): unknown => ({
  lines: [
    { day: startsOn },
    ...(endedOn === undefined ? [] : [{ hint: 'until' }, { day: endedOn }]),
    ...(endedOn === undefined && expectedEndOn !== undefined
      ? [{ hint: 'expected to end' }, { day: expectedEndOn }]
      : []),
  ],
});

const placementCell = (line: PlacedHereLine): unknown => ({
  lines: [
    placementTypeInWords(line.placementType),
    { hint: `Legal status: ${legalStatusInWords(line.legalStatus)}` },
    ...(line.providerUrn === undefined ? [] : [{ hint: `Provider URN ${line.providerUrn}` }]),
    { hint: `Care plan ${DOCUMENTS[line.carePlan] ?? line.carePlan}` },
    { hint: `Assessment ${DOCUMENTS[line.assessment] ?? line.assessment}` },
  ],
});

const tookOnCell = ({ acknowledgedAt }: PlacedHereLine): unknown =>
  acknowledgedAt === undefined
    ? { tag: 'Not acknowledged', colour: 'yellow' }
    : { lines: [{ tag: 'Acknowledged', colour: 'green' }, { when: acknowledgedAt }] };

const placingCell = ({ placingAuthorityName, localId }: PlacedHereLine): unknown => ({
  lines: [placingAuthorityName, ...(localId === undefined ? [] : [{ hint: `Their number ${localId}` }])],
});

/** The statutory register of children whom other authorities placed in this area, as on a day. */
export const placedHerePage = (
  answer: PlacedHereAnswer,
  asked: PlacedHereAsked,
): Readonly<Record<string, unknown>> => {
  const { on, items, total } = answer;
  const same = { on: asked.on.typed, from: asked.from };
  const lines = pagingOf(PLACED_HERE, same, {
    ...{ lines: items.length, perPage: LINES_PER_PAGE, page: asked.page, total },
    ...(answer.next === undefined ? {} : { next: answer.next }),
  });
  return {
    on,
    total,
    asked: { on: asked.on.typed, from: asked.from ?? '' },
    fresh: freshnessOf(answer),
    lines,
    caption: `As at ${dayInWords(on)}: ${linesInWords(lines, 'child', 'children')}`,
    files: {
      csv: addressOf(`${PLACED_HERE}/file`, { ...same, format: 'csv' }),
      ...(total <= MOST_IN_WORKBOOK
        ? { excel: addressOf(`${PLACED_HERE}/file`, { ...same, format: 'xlsx' }) }
        : {}),
    },
    rows: items.map((line) => [
      childCell(line, on),
      placingCell(line),
      stayCell(line),
      placementCell(line),
      { when: line.toldAt },
      tookOnCell(line),
    ]),
  };
};
