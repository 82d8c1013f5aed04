import { toEpochMs } from '@ibex/kernel';
import { counted } from '../../frame/cells';
import type { Entry, GapShown, NameOf } from '../parts/answers';
import { choicesOf } from '../parts/choices';
import type { Choice } from '../parts/choices';
import { msOf } from '../parts/moments';
import { coursesIn } from './courses';
import type { Drawing } from './drawn';
import { lanesOf } from './lanes';
import type { LaneChoice } from './lanes';
import { rowsOf } from './rows';
import type { Row } from './rows';
import { SPANS, axisOf } from './span';
import type { Span } from './span';
import { drawTimeline } from './timeline.layout';

export const ORDERS = { newest: 'Newest first', oldest: 'Oldest first' };
export type Order = keyof typeof ORDERS;
export type TimelineAsked = Readonly<{ lanes: LaneChoice; span: Span; order?: Order }>;
export type Told = Readonly<{ items: readonly Entry[]; gaps: readonly GapShown[] }>;

export type TimelineShown = Readonly<{
  drawing: Drawing;
  rows: readonly Row[];
  /** Lines of the table that lie before what is drawn. */
  before: number;
  spans: readonly Choice[];
  lanes: readonly Choice[];
  orders: readonly Choice[];
  /** For those who do not see the picture. */
  says: string;
}>;

const LANES: Readonly<Record<LaneChoice, string>> = { kind: 'What it is', authority: 'Who told it' };

const summary = (rows: readonly Row[], courses: ReturnType<typeof coursesIn>): string => {
  const count = (kind: string): number => courses.filter((course) => course.kind === kind).length;
  const late = rows.filter(({ isLate }) => isLate).length;
  const gaps = rows.filter(({ look }) => look === 'gap').length;
  const parts = [
    counted(count('placement'), 'stay in a placement', 'stays in placements'),
    counted(count('missing'), 'missing episode'),
    counted(late, 'line about a late duty', 'lines about late duties'),
    counted(gaps, 'gap'),
  ];
  return `A timeline with ${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}. The table below it says the same in words.`;
};

/** What has no time stands at the end, whatever comes first. */
const inOrder = (rows: readonly Row[], order: Order): readonly Row[] => {
  if (order === 'oldest') return rows;
  return [...rows.filter(({ at }) => at !== '').toReversed(), ...rows.filter(({ at }) => at === '')];
};

/** A child’s history as a picture, and the same as rows. `now`: instant up to which things are known. */
export const timelinePage = (
  { items, gaps }: Told,
  asked: TimelineAsked,
  about: Readonly<{ now: string; nameOf: NameOf }>,
): TimelineShown => {
  const rows = rowsOf(items, gaps, about.nameOf);
  const courses = coursesIn(items);
  const lanes = lanesOf(asked.lanes, { rows, courses, nameOf: about.nameOf });
  const axis = axisOf(lanes, asked.span, toEpochMs(about.now));
  const { order = 'newest' } = asked;
  const table = inOrder(
    rows.map(({ row }) => row),
    order,
  );
  return {
    drawing: drawTimeline(lanes, axis),
    rows: table,
    before: table.filter(({ at }) => at !== '' && msOf(at) < axis.fromMs).length,
    spans: choicesOf(SPANS, asked.span),
    lanes: choicesOf(LANES, asked.lanes),
    orders: choicesOf(ORDERS, order),
    says: summary(table, courses),
  };
};
