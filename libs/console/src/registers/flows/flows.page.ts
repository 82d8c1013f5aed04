import type { Count } from '../charts/count';
import { isPublished } from '../charts/count';
import { flowChart } from '../charts/flow.chart';
import type { Flow, FlowChart } from '../charts/flow.chart';
import { addressOf } from '../../frame/asked';
import type { ChartTable } from '../parts/table';

export const FLOWS = '/console/registers/flows';

/** Bands that can still be told apart. */
const MOST_BANDS = 14;
// as the exchange protects its own tables
const THRESHOLD = 6;
const ROUNDED_TO = 5;

/** By the name in words. */
export type Counted = ReadonlyMap<string, number>;

const largestFirst = (counts: ReadonlyMap<string, number>): readonly (readonly [string, number])[] =>
  [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], 'en-GB'));

/** As they are, for work inside the authority. */
const exactFlows = (counts: ReadonlyMap<string, number>): readonly Flow[] =>
  largestFirst(counts).map(([name, value]) => ({ name, value }));

/**
 * For reports: counts under 6, nought among them, stand together without a name or a number, all others are rounded, and
 * no total is given from which the small ones could be worked out.
 */
export const protectedFlows = (counts: ReadonlyMap<string, number>): readonly Flow[] => {
  const rows = largestFirst(counts);
  const large = rows
    .filter(([, count]) => count >= THRESHOLD)
    .map(([name, count]): Flow => ({ name, value: Math.round(count / ROUNDED_TO) * ROUNDED_TO }));
  // it stands there always: without it one would know that all the others are none
  return [...large, { name: 'All others, under 6 each', value: 'c' }];
};

/** The largest, and all others together. */
export const bandsOf = (flows: readonly Flow[]): readonly Flow[] => {
  if (flows.length <= MOST_BANDS) return flows;
  const [shown, rest] = [flows.slice(0, MOST_BANDS - 1), flows.slice(MOST_BANDS - 1)];
  const known = rest.map(({ value: each }) => each).filter(isPublished);
  const value = known.length === rest.length ? known.reduce((sum, each) => sum + each, 0) : 'c';
  return [...shown, { name: 'All others', value }];
};

/** Exact counts know that there is none; protected ones leave open whether it is none or a few. */
const missingValue = ({ isProtected }: FlowsAsked): Count => (isProtected ? 'c' : 0);

export type FlowsAsked = Readonly<{
  authorityName: string;
  on: string;
  typed: string;
  isProtected: boolean;
  /** Absent: the role may not read that register. */
  into?: Counted;
  out: Counted;
}>;

const total = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((sum, count) => sum + count, 0);

/** `Placed here by others: 291`; without the number where the others could be worked out from it. */
const heading = (words: string, counted: Counted | undefined, isProtected: boolean): string =>
  counted === undefined || isProtected ? words : `${words}: ${total(counted).toLocaleString('en-GB')}`;

type Flows = Readonly<{ into: readonly Flow[]; out: readonly Flow[] }>;
const flowsOf = ({ isProtected, into, out }: FlowsAsked): Flows => {
  const toFlows = isProtected ? protectedFlows : exactFlows;
  return { into: into ? toFlows(into) : [], out: toFlows(out) };
};

const byName = (flows: readonly Flow[]): ReadonlyMap<string, Count> =>
  new Map(flows.map(({ name, value }) => [name, value]));

/** The table behind the picture, with every area in it. */
export const flowsTable = (asked: FlowsAsked): ChartTable => {
  const { into, out } = flowsOf(asked);
  const [here, there] = [byName(into), byName(out)];
  const otherwise = missingValue(asked);
  const seesInto = asked.into !== undefined;
  return {
    id: 'flows',
    caption: `Children placed between ${asked.authorityName} and other areas`,
    columns: [
      { text: 'Area' },
      ...(seesInto ? [{ text: 'Placed here by it', isNumeric: true }] : []),
      { text: 'Our children there', isNumeric: true },
    ],
    rows: [...new Set([...here.keys(), ...there.keys()])].map((name) => [
      name,
      ...(seesInto ? [here.get(name) ?? otherwise] : []),
      there.get(name) ?? otherwise,
    ]),
  };
};

const pictureOf = (asked: FlowsAsked): FlowChart | null => {
  const { into, out } = flowsOf(asked);
  if (into.length + out.length === 0) return null;
  return flowChart({
    id: 'flows',
    title: `Children placed in ${asked.authorityName} and from it`,
    centre: asked.authorityName,
    ...{ into: bandsOf(into), out: bandsOf(out) },
    headings: {
      into: asked.into === undefined ? '' : heading('Placed here by others', asked.into, asked.isProtected),
      out: heading('Our children elsewhere', asked.out, asked.isProtected),
    },
  });
};

/** Where children come from and go to, as far as the reader’s own registers say. */
export const flowsPage = (asked: FlowsAsked): Readonly<Record<string, unknown>> => {
  const { on, typed, isProtected, into } = asked;
  const numbers = isProtected ? 'protected' : undefined;
  return {
    ...{ on, isProtected, asked: { on: typed, numbers: numbers ?? '' } },
    seesInto: into !== undefined,
    chart: pictureOf(asked),
    table: flowsTable(asked),
    file: addressOf(`${FLOWS}/file`, { on: typed, numbers }),
    choices: [
      { text: 'Exact, for work', href: addressOf(FLOWS, { on: typed }), active: !isProtected },
      {
        text: 'Protected, for reports',
        href: addressOf(FLOWS, { on: typed, numbers: 'protected' }),
        active: isProtected,
      },
    ],
  };
};
