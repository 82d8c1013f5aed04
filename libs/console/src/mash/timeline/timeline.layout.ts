import type { Axis, Bar, Drawing, DrawnBar, DrawnLane, DrawnMark, Lane, Mark } from './drawn';
import { timeScale } from './time-axis';

const WIDTH = 960;
/** Room for the names of lanes, which stay in view where the picture moves sideways. */
const NAMES = 132;
const LEFT = 146;
const NAME_LETTERS = 14;
const NAME_LINE = 18;
const RIGHT = 944;
const TOP = 34;
const BAR_HEIGHT = 22;
const BAR_STEP = 27;
const MARK_STEP = 26;
const LANE_PADDING = 9;
const LANE_LEAST = 44;
/** Marks closer together than this would cover each other. */
const MARK_ROOM = 19;
const LETTER = 7.4;
const DIGIT = 8;
const MOST_NAMED = 6;
/** Room for a word at the top. */
const WORD = 46;

type XOf = (ms: number) => number;
type Clustered = Readonly<{ x: number; marks: readonly Mark[] }>;

const isDrawn = ({ fromMs, toMs }: Axis, from: number, to: number): boolean => to >= fromMs && from <= toMs;

/** Rows in which no two bars touch, each bar in the first that has room. */
const stacked = (
  bars: readonly Bar[],
  axis: Axis,
): readonly Readonly<{ bar: Bar; row: number; end: number }>[] => {
  const ends: number[] = [];
  return bars
    .filter(({ fromMs, toMs }) => isDrawn(axis, fromMs, toMs ?? Math.max(axis.nowMs, fromMs)))
    .toSorted((one, other) => one.fromMs - other.fromMs)
    .map((bar) => {
      const end = bar.toMs ?? Math.max(axis.nowMs, bar.fromMs);
      const free = ends.findIndex((taken) => taken <= bar.fromMs);
      const row = free === -1 ? ends.length : free;
      ends[row] = end;
      return { bar, row, end };
    });
};

/** Half a name is none: it would not be what a screen reader says. */
const fitting = (label: string, width: number): string => (label.length * LETTER + 14 <= width ? label : '');

const barsOf = (bars: readonly Bar[], axis: Axis, xOf: XOf) => {
  const rows = stacked(bars, axis);
  const drawn = rows.map(({ bar, row, end }): DrawnBar => {
    const x = xOf(bar.fromMs);
    const width = Math.max(5, Math.round((xOf(end) - x) * 10) / 10);
    return {
      ...{ x, width, y: LANE_PADDING + row * BAR_STEP, height: BAR_HEIGHT, look: bar.look },
      ...{ label: fitting(bar.label, width), title: bar.title },
      ...(bar.row === undefined ? {} : { row: bar.row }),
      ...{ isCutLeft: bar.fromMs < axis.fromMs, isOpen: bar.toMs === undefined },
    };
  });
  return { drawn, depth: rows.reduce((most, { row }) => Math.max(most, row + 1), 0) };
};

/** What stands too close together to be told apart is one mark that says how many. */
const clustered = (marks: readonly Mark[], axis: Axis, xOf: XOf): readonly Clustered[] => {
  const clusters: { x: number; last: number; marks: Mark[] }[] = [];
  const shown = marks.filter(({ ms }) => isDrawn(axis, ms, ms)).toSorted((one, other) => one.ms - other.ms);
  for (const mark of shown) {
    const x = xOf(mark.ms);
    const open = clusters.at(-1);
    if (open && x - open.x < MARK_ROOM) {
      open.marks.push(mark);
      open.last = x;
    } else clusters.push({ x, last: x, marks: [mark] });
  }
  return clusters.map(({ x, last, marks: all }) => ({ x: Math.round((x + last) * 5) / 10, marks: all }));
};

const titleOf = (marks: readonly Mark[]): string => {
  if (marks.length === 1) return marks[0]?.title ?? '';
  const named = marks.slice(0, MOST_NAMED).map(({ title }) => title);
  const rest = marks.length - named.length;
  const more = rest > 0 ? [`and ${String(rest)} more`] : [];
  return [`${String(marks.length)} things close together`, ...named, ...more].join('. ');
};

const markOf = ({ x, marks }: Clustered, y: number): readonly DrawnMark[] => {
  const first = marks.find(({ look }) => look === 'late') ?? marks[0];
  if (!first) return [];
  const { row, look } = first;
  const width = DIGIT * String(marks.length).length + 16;
  return [{ x, y, row, look, title: titleOf(marks), count: marks.length, width }];
};

/** In lines that fit beside the lane. */
const linesOf = (name: string): readonly string[] =>
  name.split(' ').reduce<readonly string[]>((lines, word) => {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > NAME_LETTERS) return [...lines, word];
    return [...lines.slice(0, -1), `${last} ${word}`];
  }, []);

const laneOf = ({ name, bars, marks }: Lane, y: number, axis: Axis, xOf: XOf): DrawnLane => {
  const { drawn, depth } = barsOf(bars, axis, xOf);
  const clusters = clustered(marks, axis, xOf);
  const barsHeight = depth * BAR_STEP;
  const needed = 2 * LANE_PADDING + barsHeight + (clusters.length > 0 ? MARK_STEP : 0);
  const lines = linesOf(name);
  const markY = y + LANE_PADDING + barsHeight + MARK_STEP / 2;
  return {
    ...{ name, lines, y, height: Math.max(needed, LANE_LEAST, lines.length * NAME_LINE + LANE_PADDING) },
    bars: drawn.map((bar) => ({ ...bar, y: y + bar.y })),
    marks: clusters.flatMap((cluster) => markOf(cluster, markY)),
  };
};

/** Where everything stands in the picture; lanes without anything in this time are left out. */
export const drawTimeline = (lanes: readonly Lane[], axis: Axis): Drawing => {
  const { xOf, ticks } = timeScale(axis, [LEFT, RIGHT]);
  let y = TOP;
  const drawn = lanes.flatMap((lane) => {
    const one = laneOf(lane, y, axis, xOf);
    if (one.bars.length + one.marks.length === 0) return [];
    y += one.height;
    return [one];
  });
  const now = { x: xOf(axis.nowMs), isShown: isDrawn(axis, axis.nowMs, axis.nowMs) };
  const free = ticks.filter(({ x }) => !now.isShown || Math.abs(x - now.x) > WORD);
  return { width: WIDTH, height: y + 12, left: NAMES, top: TOP, lanes: drawn, ticks: free, now };
};
