import { barChart } from '../charts/bar.chart';
import { countOf } from '../charts/count';
import { lineChart, sharedTop } from '../charts/line.chart';
import type { LineChart, LineSeries } from '../charts/line.chart';
import { shareChart } from '../charts/share.chart';
import type { ShareChart } from '../charts/share.chart';
import type { TrendQuarter, TrendsAnswer } from '../parts/answers';
import { addressOf } from '../../frame/asked';
import {
  DIVISIONS,
  DIVISION_WORDS,
  TOPICS,
  TOPIC_WORDS,
  categoryInWords,
  quarterInShort,
  quarterInWords,
} from './trend-words';
import { partsTable, seriesOf, sharesOf, totalsTable } from './trends.tables';

export const TRENDS = '/console/registers/trends';
const LONDON = 'london';
/** Marks of more areas would lie on top of each other: the others stand in the table. */
const MOST_COMPARED = 4;

export const pathOfTrend = (answer: Pick<TrendsAnswer, 'topic' | 'by'>, quarter?: string): string =>
  addressOf(`${TRENDS}/${answer.topic}`, { by: answer.by, quarter });

/** One chart for each area: authorities under one scale, London, which is the sum of many, under its own. */
const lineCharts = (answer: TrendsAnswer): readonly LineChart[] => {
  const labels = answer.quarters.map(({ quarter }) => quarterInShort(quarter));
  const all = seriesOf(answer).map(({ area, name, values }) => ({
    area,
    series: {
      id: `total-${area}`,
      title: area === LONDON ? `${name} (on a scale of its own)` : name,
      points: values.map((value, at) => ({ label: labels[at] ?? '', value })),
    } satisfies LineSeries,
  }));
  const top = sharedTop(all.filter(({ area }) => area !== LONDON).map(({ series }) => series));
  return all.map(({ area, series }) => (area === LONDON ? lineChart(series) : lineChart(series, top)));
};

const shareOfParts = (answer: TrendsAnswer, { quarter, areas }: TrendQuarter): ShareChart | undefined => {
  if (answer.by === 'month') return undefined;
  const london = areas.filter(({ area }) => area === LONDON);
  const compared = [...areas.filter(({ area }) => area !== LONDON).slice(0, MOST_COMPARED - 1), ...london];
  return shareChart({
    id: 'shares',
    title: `Shares by ${DIVISION_WORDS[answer.by].toLowerCase()}, ${quarterInWords(quarter)}`,
    categories: areas[0]?.cells.map(({ category }) => categoryInWords(category)) ?? [],
    areas: compared.map((area) => ({ area: area.name, shares: sharesOf(area) })),
  });
};

const partsOf = (answer: TrendsAnswer, chosen: TrendQuarter): Readonly<Record<string, unknown>> => {
  const [own] = chosen.areas;
  return {
    ownBars: barChart({
      id: 'parts',
      title: `${own?.name ?? ''} by ${DIVISION_WORDS[answer.by].toLowerCase()}, ${quarterInWords(chosen.quarter)}`,
      bars: own?.cells.map((cell) => ({ label: categoryInWords(cell.category), value: countOf(cell) })) ?? [],
    }),
    compared: shareOfParts(answer, chosen) ?? null,
    parts: partsTable(answer, chosen),
    partsFile: addressOf(`${TRENDS}/${answer.topic}/file`, {
      ...{ by: answer.by, quarter: chosen.quarter, table: 'parts' },
    }),
  };
};

export const chosenQuarter = ({ quarters }: TrendsAnswer, wanted: string): TrendQuarter | undefined =>
  quarters.find(({ quarter }) => quarter === wanted) ?? quarters.at(-1);

/** Counts by quarter and their parts: what is suppressed is shown as suppressed. */
export const trendsPage = (answer: TrendsAnswer, wanted: string): Readonly<Record<string, unknown>> => {
  const chosen = chosenQuarter(answer, wanted);
  const { topic, by } = answer;
  return {
    ...{
      title: answer.title,
      says: answer.says,
      method: answer.method,
      by,
      topic,
      upToDate: answer.upToDate,
    },
    topics: TOPICS.map((each) => ({
      text: TOPIC_WORDS[each],
      href: pathOfTrend({ topic: each, by }, chosen?.quarter),
      active: each === topic,
    })),
    divisions: DIVISIONS.map((each) => ({
      text: DIVISION_WORDS[each],
      href: pathOfTrend({ topic, by: each }, chosen?.quarter),
      active: each === by,
    })),
    quarters: answer.quarters.map(({ quarter }) => ({
      text: quarterInShort(quarter),
      href: pathOfTrend(answer, quarter),
      active: quarter === chosen?.quarter,
    })),
    byWords: DIVISION_WORDS[by].toLowerCase(),
    charts: lineCharts(answer),
    totals: totalsTable(answer),
    totalsFile: addressOf(`${TRENDS}/${topic}/file`, { by, table: 'totals' }),
    ...(chosen === undefined ? {} : partsOf(answer, chosen)),
  };
};
