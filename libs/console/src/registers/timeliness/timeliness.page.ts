import { barChart } from '../charts/bar.chart';
import type { BarChart } from '../charts/bar.chart';
import { countOf, countInWords } from '../charts/count';
import { shareChart } from '../charts/share.chart';
import type { ShareChart } from '../charts/share.chart';
import { rangeInWords, shareInWords, shareOf } from '../charts/share.rule';
import type { Share } from '../charts/share.rule';
import type { DutiesAnswer, DutyLine, TrendArea, TrendsAnswer } from '../parts/answers';
import { addressOf } from '../../frame/asked';
import type { ChartTable } from '../parts/table';
import { categoryInWords, quarterInWords } from '../trends/trend-words';

export const TIMELINESS = '/console/registers/timeliness';

/** Which outcome counts as in time, of what each topic counts. */
export const MEASURES = [
  {
    topic: 'placements-out',
    id: 'told',
    outcome: 'by-the-day',
    title: 'Hosts told by the day on which the placement began',
    says: 'Of the placements that each authority made in other areas. Law asks for the notice before the start, or within 5 working days of an emergency.',
  },
  {
    topic: 'placements-in',
    id: 'were-told',
    outcome: 'by-the-day',
    title: 'Placements here of which the host was told by the day they began',
    says: 'The same, by the area in which the child was placed: how soon each area hears of children who come to it.',
  },
  {
    topic: 'missing',
    id: 'interviews',
    outcome: 'within-72-hours',
    title: 'Return interviews held within 72 hours of the return',
    says: 'Of the missing episodes of each responsible authority, those that have not ended among them.',
  },
] as const;
export type Measure = (typeof MEASURES)[number];

type InTime = Readonly<{ area: string; part: string; whole: string; share: Share | undefined }>;

const inTimeOf = (area: TrendArea, outcome: string): InTime => {
  const cell = area.cells.find(({ category }) => category === outcome);
  const part = cell === undefined ? 'c' : countOf(cell);
  return {
    area: area.name,
    part: countInWords(part),
    whole: countInWords(countOf(area)),
    share: shareOf(part, countOf(area)),
  };
};

const chartOf = ({ id, title }: Measure, rows: readonly InTime[]): ShareChart =>
  shareChart({
    ...{ id, title, categories: rows.map(({ area }) => area) },
    areas: [{ area: '', shares: rows.map(({ share }) => share) }],
  });

export type MeasureShown = Readonly<{
  title: string;
  says: string;
  quarter: string;
  chart: ShareChart;
  table: ChartTable;
  file: string;
}>;

/** In time or not, authority by authority, of the newest quarter that is over; undefined where none is. */
export const measureShown = (measure: Measure, { quarters }: TrendsAnswer): MeasureShown | undefined => {
  const newest = quarters.at(-1);
  if (newest === undefined) return undefined;
  const rows = newest.areas.map((area) => inTimeOf(area, measure.outcome));
  const quarter = quarterInWords(newest.quarter);
  return {
    ...{ title: measure.title, says: measure.says, quarter },
    chart: chartOf(measure, rows),
    table: {
      id: measure.id,
      caption: `${measure.title}, ${quarter}`,
      columns: [
        { text: 'Authority' },
        { text: categoryInWords(measure.outcome), isNumeric: true },
        { text: 'All', isNumeric: true },
        { text: 'Share', isNumeric: true },
        { text: 'Rounding leaves open', isNumeric: true },
      ],
      rows: rows.map(({ area, part, whole, share }) => [
        area,
        ...[part, whole, shareInWords(share), rangeInWords(share)],
      ]),
    },
    file: addressOf(`${TIMELINESS}/file`, { measure: measure.id }),
  };
};

export type LateScope = 'owed-by-us' | 'owed-to-us';
const LATE_TITLES: Readonly<Record<LateScope, string>> = {
  'owed-to-us': 'Late now: owed to us, by authority',
  'owed-by-us': 'Late now: owed by us, by authority to which it is owed',
};

const sideOf = ({ owedByName, owedToName, owedTo }: DutyLine, scope: LateScope): string =>
  scope === 'owed-to-us' ? owedByName : (owedToName ?? owedTo ?? 'The child');

export type LateShown = Readonly<{
  chart: BarChart | null;
  table: ChartTable;
  file: string;
  /** There are more than were counted. */
  isCut: boolean;
  counted: number;
}>;

/** Own work list, counted: these are exact numbers of duties that the reader may open one by one. */
export const lateShown = (scope: LateScope, { items, next }: DutiesAnswer): LateShown => {
  const counts = new Map<string, number>();
  for (const line of items) {
    const side = sideOf(line, scope);
    counts.set(side, (counts.get(side) ?? 0) + 1);
  }
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], 'en-GB'));
  const bars = sorted.map(([label, value]) => ({ label, value, note: 'late' }));
  return {
    chart: bars.length === 0 ? null : barChart({ id: scope, title: LATE_TITLES[scope], bars }),
    table: {
      id: scope,
      caption: LATE_TITLES[scope],
      columns: [{ text: 'Authority' }, { text: 'Late duties', isNumeric: true }],
      rows: sorted,
    },
    file: addressOf(`${TIMELINESS}/file`, { measure: scope }),
    isCut: next !== undefined,
    counted: items.length,
  };
};
