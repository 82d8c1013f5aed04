import type { Count } from '../charts/count';
import { isPublished } from '../charts/count';
import { flowChart } from '../charts/flow.chart';
import type { Flow } from '../charts/flow.chart';
import { hostInWords } from '../elsewhere/elsewhere.page';
import type { PlacedElsewhereLine, PlacedHereLine } from '../parts/answers';
import { pathWith } from '../parts/asked';
import type { ChartTable } from '../parts/table';

export const FLOWS = '/console/registers/flows';

/** Bands that can still be told apart. */
const MOST_BANDS = 14;
// as the exchange protects its own tables
const THRESHOLD = 6;
const ROUNDED_TO = 5;

/** Undefined: the role may not read that register. `isCut`: it holds more than was counted. */
export type Counted = Readonly<{ counts: ReadonlyMap<string, number>; isCut: boolean }>;

const add = (counts: Map<string, number>, name: string): void => {
  counts.set(name, (counts.get(name) ?? 0) + 1);
};

export const countInto = (counts: Map<string, number>, lines: readonly PlacedHereLine[]): void =>
  lines.forEach(({ placingAuthorityName }) => add(counts, placingAuthorityName));

export const countOut = (counts: Map<string, number>, lines: readonly PlacedElsewhereLine[]): void =>
  lines.forEach(({ host }) => add(counts, hostInWords(host)));

const largestFirst = (counts: ReadonlyMap<string, number>): readonly (readonly [string, number])[] =>
  [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], 'en-GB'));

const total = (rows: readonly (readonly [string, number])[]): number =>
  rows.reduce((sum, [, count]) => sum + count, 0);

/** As they are, for work inside the authority. */
const exactFlows = (counts: ReadonlyMap<string, number>): readonly Flow[] =>
  largestFirst(counts).map(([name, value]) => ({ name, value }));

/**
 * For reports: counts under 6 stand together without a name or a number, all others are rounded, and no total is given
 * from which the small ones could be worked out.
 */
export const protectedFlows = (counts: ReadonlyMap<string, number>): readonly Flow[] => {
  const rows = largestFirst(counts);
  const large = rows
    .filter(([, count]) => count >= THRESHOLD)
    .map(([name, count]): Flow => ({ name, value: Math.round(count / ROUNDED_TO) * ROUNDED_TO }));
  return large.length === rows.length ? large : [...large, { name: 'Others, under 6 each', value: 'c' }];
};

/** The largest, and all others together. */
export const bandsOf = (flows: readonly Flow[]): readonly Flow[] => {
  if (flows.length <= MOST_BANDS) return flows;
  const [shown, rest] = [flows.slice(0, MOST_BANDS - 1), flows.slice(MOST_BANDS - 1)];
  const known = rest.filter(({ value }) => isPublished(value));
  const value: Count =
    known.length === rest.length ? total(rest.map((each) => [each.name, Number(each.value)])) : 'c';
  return [...shown, { name: `${String(rest.length)} others`, value }];
};

const tableOf = (asked: FlowsAsked, into: readonly Flow[], out: readonly Flow[]): ChartTable => {
  const of = (flows: readonly Flow[]): ReadonlyMap<string, Count> =>
    new Map(flows.map(({ name, value }) => [name, value]));
  const [here, there] = [of(into), of(out)];
  const names = [...new Set([...here.keys(), ...there.keys()])];
  return {
    id: 'flows',
    caption: `Children placed between ${asked.authorityName} and other areas`,
    columns: [
      { text: 'Area' },
      { text: 'Placed here by it', isNumeric: true },
      { text: 'Our children there', isNumeric: true },
    ],
    rows: names.map((name) => [
      name,
      asked.into === undefined ? 'not yours to see' : (here.get(name) ?? missingValue(asked)),
      there.get(name) ?? missingValue(asked),
    ]),
  };
};

/** Exact counts know that there is none; protected ones leave open whether it is none or a few. */
const missingValue = ({ isProtected }: FlowsAsked): Count => (isProtected ? 'c' : 0);

export type FlowsAsked = Readonly<{
  authorityName: string;
  on: string;
  typed: string;
  isProtected: boolean;
  into?: Counted;
  out: Counted;
}>;

const sumOf = ({ isProtected }: FlowsAsked, counted: Counted | undefined): number | undefined =>
  isProtected || counted === undefined ? undefined : total([...counted.counts]);

/** The table behind the picture. */
export const flowsTable = (asked: FlowsAsked): ChartTable => {
  const flowsOf = asked.isProtected ? protectedFlows : exactFlows;
  return tableOf(asked, asked.into ? flowsOf(asked.into.counts) : [], flowsOf(asked.out.counts));
};

/** Where children come from and go to, as far as the reader’s own registers say. */
export const flowsPage = (asked: FlowsAsked): Readonly<Record<string, unknown>> => {
  const { authorityName, on, typed, isProtected, into, out } = asked;
  const flowsOf = isProtected ? protectedFlows : exactFlows;
  const picture = {
    into: bandsOf(into ? flowsOf(into.counts) : []),
    out: bandsOf(flowsOf(out.counts)),
  };
  const numbers = isProtected ? 'protected' : undefined;
  const isEmpty = picture.into.length + picture.out.length === 0;
  return {
    ...{ on, isProtected, asked: { on: typed, numbers: numbers ?? '' } },
    seesInto: into !== undefined,
    isCut: into?.isCut === true || out.isCut,
    sums: { into: sumOf(asked, into), out: sumOf(asked, out) },
    chart: isEmpty
      ? null
      : flowChart({
          id: 'flows',
          title: `Children placed in and from ${authorityName}`,
          centre: authorityName,
          ...picture,
        }),
    table: flowsTable(asked),
    file: pathWith(`${FLOWS}/file`, { on: typed, numbers }),
    choices: [
      { text: 'Exact, for work', href: pathWith(FLOWS, { on: typed }), active: !isProtected },
      {
        text: 'Protected, for reports',
        href: pathWith(FLOWS, { on: typed, numbers: 'protected' }),
        active: isProtected,
      },
    ],
  };
};
