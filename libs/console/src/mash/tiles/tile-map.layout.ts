import { COLUMNS, ROW_COUNT, TILES } from './boroughs.tiles';
import { EDGES, alongOf } from './edges';
import type { Edge } from './edges';
import type { Place, StayShown } from './visits';

const SIZE = 76;
const STEP = 80;
const SIDE = 116;
const BAND = 62;
const BOX = { width: 108, height: 54 } as const;
const MARGIN = 24;
const MOST_NUMBERS = 4;
/** The Thames runs above this row. */
const SOUTH_ROW = 4;
const RIVER_ROOM = 16;

export type DrawnTile = Readonly<{
  key: string;
  x: number;
  y: number;
  width: number;
  height: number;
  lines: readonly string[];
  /** `1, 4` or `1, 2, 3 +2`: which stays were here; empty: none. */
  numbers: string;
  count: number;
  isCurrent: boolean;
  isHome: boolean;
  isOutside: boolean;
  title: string;
}>;
/** From one stay to the next, as the path of an SVG. */
export type DrawnWay = Readonly<{ path: string; isLast: boolean; title: string }>;
export type MapDrawing = Readonly<{
  width: number;
  height: number;
  tiles: readonly DrawnTile[];
  ways: readonly DrawnWay[];
  river: string;
  riverY: number;
}>;

type Box = Readonly<{ key: string; x: number; y: number; lines: readonly string[]; isOutside: boolean }>;
type OnEdge = Extract<Place, { kind: 'edge' }>;

/** How far the first tile stands from the top left, and how large all of it is. */
type Frame = Readonly<{ left: number; top: number; width: number; height: number }>;

/** Room at a side only where something stands there. */
const frameFor = (edges: ReadonlySet<Edge>): Frame => {
  const left = edges.has('west') ? SIDE : MARGIN;
  const top = edges.has('north') ? BAND : MARGIN;
  return {
    ...{ left, top },
    width: left + COLUMNS * STEP + (edges.has('east') ? SIDE : MARGIN),
    height: top + ROW_COUNT * STEP + RIVER_ROOM + (edges.has('south') ? BAND : MARGIN),
  };
};

const tileBoxes = ({ left, top }: Frame): readonly Box[] =>
  TILES.map(({ gss, name, column, row }) => ({
    ...{ key: gss, lines: name, isOutside: false, x: left + column * STEP },
    y: top + row * STEP + (row >= SOUTH_ROW ? RIVER_ROOM : 0),
  }));

const nameLines = (name: string): readonly string[] => {
  if (name.length <= 15) return [name];
  const at = name.lastIndexOf(' ', 15);
  return at === -1 ? [`${name.slice(0, 13)}…`] : [name.slice(0, at), name.slice(at + 1, at + 15)];
};

/** Where boxes begin on a side that is so long: each as near as may be to where it belongs, none on another. */
const starts = (keys: readonly string[], length: number, step: number): readonly number[] => {
  let free = 0;
  const wanted = keys.map((key) => {
    const start = Math.max(free, Math.min(alongOf(key) * length, length - step));
    free = start + step;
    return start;
  });
  const over = Math.max(0, free - length);
  return wanted.map((start) => Math.max(0, start - over));
};

const PLACES: Readonly<Record<Edge, (at: number, frame: Frame) => Readonly<{ x: number; y: number }>>> = {
  north: (x) => ({ x, y: 0 }),
  south: (x, { height }) => ({ x, y: height - BOX.height }),
  west: (y) => ({ x: 0, y }),
  east: (y, { width }) => ({ x: width - BOX.width, y }),
};

const edgeBoxes = (places: readonly OnEdge[], edge: Edge, frame: Frame): readonly Box[] => {
  const here = places
    .filter((place) => place.edge === edge)
    .toSorted((one, other) => alongOf(one.key) - alongOf(other.key));
  const isLevel = edge === 'north' || edge === 'south';
  const step = isLevel ? BOX.width + 8 : BOX.height + 8;
  const keys = here.map(({ key }) => key);
  const at = starts(keys, isLevel ? frame.width : frame.height, step);
  return here.map(({ key, name }, index) => ({
    ...PLACES[edge](at[index] ?? 0, frame),
    ...{ key, lines: nameLines(name), isOutside: true },
  }));
};

const outside = (stays: readonly StayShown[]): readonly OnEdge[] => {
  const all = stays.flatMap(({ place }) => (place.kind === 'edge' ? [place] : []));
  return [...new Map(all.map((place) => [place.key, place])).values()];
};

const keyOf = ({ place }: StayShown): string | undefined =>
  place.kind === 'nowhere' ? undefined : place.key;

const numbersOf = (stays: readonly StayShown[]): string => {
  const shown = stays.slice(0, MOST_NUMBERS).map(({ order }) => String(order));
  const rest = stays.length - shown.length;
  return shown.join(', ') + (rest > 0 ? ` +${String(rest)}` : '');
};

const titleOf = (box: Box, here: readonly StayShown[], isHome: boolean): string => {
  const name = box.lines.join(' ');
  const home = isHome ? ', keeps a record of the child' : '';
  if (here.length === 0) return `${name}${home}: no stay on record`;
  const stays = here.map(({ order, isCurrent }) => `${String(order)}${isCurrent ? ' (now)' : ''}`).join(', ');
  return `${name}${home}: ${String(here.length)} ${here.length === 1 ? 'stay' : 'stays'}, number ${stays}`;
};

const drawn = (box: Box, stays: readonly StayShown[], homes: ReadonlySet<string>): DrawnTile => {
  const here = stays.filter((stay) => keyOf(stay) === box.key);
  const isHome = homes.has(box.key);
  return {
    ...box,
    ...(box.isOutside ? BOX : { width: SIZE, height: SIZE }),
    ...{ numbers: numbersOf(here), count: here.length, isHome },
    isCurrent: here.some(({ isCurrent }) => isCurrent),
    title: titleOf(box, here, isHome),
  };
};

const middle = ({ x, y, width, height }: DrawnTile): readonly [number, number] => [
  x + width / 2,
  y + height / 2 + 10,
];

/** A bow from one tile to the next that ends short of the middle, so that numbers stay readable. */
const bow = (from: DrawnTile, to: DrawnTile): string => {
  const [[ax, ay], [bx, by]] = [middle(from), middle(to)];
  const [dx, dy] = [bx - ax, by - ay];
  const length = Math.hypot(dx, dy);
  const [ux, uy] = [dx / length, dy / length];
  const short = Math.min(26, length / 4);
  const [sx, sy, ex, ey] = [ax + ux * short, ay + uy * short, bx - ux * short, by - uy * short];
  const bend = Math.min(34, length * 0.16);
  const [mx, my] = [(sx + ex) / 2 - uy * bend, (sy + ey) / 2 + ux * bend];
  const at = (value: number): string => String(Math.round(value));
  return `M${at(sx)} ${at(sy)} Q${at(mx)} ${at(my)} ${at(ex)} ${at(ey)}`;
};

const waysBetween = (stays: readonly StayShown[], tiles: readonly DrawnTile[]): readonly DrawnWay[] => {
  const placed = stays.filter((stay) => keyOf(stay) !== undefined);
  const tileOf = (stay: StayShown) => tiles.find(({ key }) => key === keyOf(stay));
  return placed.slice(1).flatMap((stay, at) => {
    const before = placed[at];
    const [from, to] = [before && tileOf(before), tileOf(stay)];
    if (!before || !from || !to || from.key === to.key) return [];
    const title = `From ${before.where} (${String(before.order)}) to ${stay.where} (${String(stay.order)})`;
    return [{ path: bow(from, to), isLast: at === placed.length - 2, title }];
  });
};

const riverY = ({ top }: Frame): number => top + SOUTH_ROW * STEP - 2 + RIVER_ROOM / 2;

/** Between the fourth and the fifth row, and out to the sea under Newham and Barking. */
const riverIn = (frame: Frame): string => {
  const { left, width } = frame;
  const y = riverY(frame);
  const x = (columns: number): string => String(left + columns * STEP);
  const up = String(y - STEP / 2);
  return `M0 ${String(y)} L${x(6)} ${String(y)} Q${x(6.3)} ${String(y)} ${x(6.5)} ${up} T${String(width)} ${up}`;
};

/** Where the child lived, in which order, on London’s tiles and around them. `homes`: who keeps a record, GSS codes. */
export const drawMap = (stays: readonly StayShown[], homes: ReadonlySet<string>): MapDrawing => {
  const places = outside(stays);
  const frame = frameFor(new Set(places.map(({ edge }) => edge)));
  const boxes = [...tileBoxes(frame), ...EDGES.flatMap((edge) => edgeBoxes(places, edge, frame))];
  const tiles = boxes.map((box) => drawn(box, stays, homes));
  const { width, height } = frame;
  return {
    width,
    height,
    tiles,
    ways: waysBetween(stays, tiles),
    river: riverIn(frame),
    riverY: riverY(frame),
  };
};
