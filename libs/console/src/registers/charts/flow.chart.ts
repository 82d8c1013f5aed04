import { area, curveBumpX } from 'd3-shape';
import { countInWords, isPublished } from './count';
import type { Count } from './count';

/** Children from or to one authority. */
export type Flow = Readonly<{ name: string; value: Count }>;
export type FlowPicture = Readonly<{
  id: string;
  title: string;
  centre: string;
  into: readonly Flow[];
  out: readonly Flow[];
}>;

type Ribbon = Readonly<{
  name: string;
  text: string;
  isSuppressed: boolean;
  /** The band between the authority and the middle. */
  path: string;
  node: Readonly<{ x: number; y: number; height: number }>;
  label: Readonly<{ x: number; y: number }>;
}>;
export type FlowChart = Readonly<{
  id: string;
  title: string;
  centre: string;
  description: string;
  width: number;
  height: number;
  into: readonly Ribbon[];
  out: readonly Ribbon[];
  middle: Readonly<{ x: number; y: number; width: number; height: number }>;
}>;

const WIDTH = 960;
const NODE = 12;
const SIDE = 250;
const MIDDLE = { left: 462, right: 498 } as const;
const HEAD = 56;
const PITCH = 26;
const GAP = 8;
const TALLEST = 420;
const THINNEST = 2;
/** Of what is suppressed the band says that there is one, and nothing of how much. */
const UNSAID = 6;

const knownIn = (flows: readonly Flow[]): number =>
  flows.reduce((total, { value }) => total + (isPublished(value) ? value : 0), 0);

const spoken = ({ name, value }: Flow): string =>
  `${name} ${isPublished(value) ? countInWords(value) : 'suppressed'}`;

type Side = Readonly<{ node: number; inner: number; edge: number; label: number }>;
const LEFT: Side = { node: SIDE - NODE, inner: SIDE, edge: MIDDLE.left, label: SIDE - NODE - 10 };
const RIGHT: Side = {
  node: WIDTH - SIDE,
  inner: WIDTH - SIDE,
  edge: MIDDLE.right,
  label: WIDTH - SIDE + NODE + 10,
};

const band = area<readonly [x: number, top: number, bottom: number]>()
  .x(([x]) => x)
  .y0(([, top]) => top)
  .y1(([, , bottom]) => bottom)
  .curve(curveBumpX)
  .digits(1);

const thicknessOf = (value: Count, perChild: number): number =>
  isPublished(value) ? Math.max(THINNEST, value * perChild) : UNSAID;

const heightOf = (flows: readonly Flow[], perChild: number): number =>
  flows.reduce((sum, { value }) => sum + Math.max(PITCH, thicknessOf(value, perChild)) + GAP, 0);
const thicknessOfAll = (flows: readonly Flow[], perChild: number): number =>
  flows.reduce((sum, { value }) => sum + thicknessOf(value, perChild), 0);

type Laid = Readonly<{ side: Side; top: number; meets: number; perChild: number }>;

const ribbons = (flows: readonly Flow[], { side, top, meets, perChild }: Laid): readonly Ribbon[] => {
  let [at, inner] = [top, meets];
  return flows.map(({ name, value }) => {
    const height = thicknessOf(value, perChild);
    const slot = Math.max(PITCH, height);
    const y = at + (slot - height) / 2;
    const path = band([
      [side.inner, y, y + height],
      [side.edge, inner, inner + height],
    ]);
    at += slot + GAP;
    inner += height;
    return {
      ...{ name, text: countInWords(value), isSuppressed: !isPublished(value), path: path ?? '' },
      node: { x: side.node, y, height },
      label: { x: side.label, y: y + height / 2 + 5 },
    };
  });
};

/** Who places children here, on the left; where one’s own children are placed, on the right: bands as wide as they are many. */
export const flowChart = ({ id, title, centre, into, out }: FlowPicture): FlowChart => {
  const perChild = TALLEST / Math.max(12, knownIn(into), knownIn(out));
  const tallest = Math.max(PITCH, heightOf(into, perChild), heightOf(out, perChild));
  const middle = Math.max(PITCH * 2, thicknessOfAll(into, perChild), thicknessOfAll(out, perChild));
  const height = HEAD + Math.max(tallest, middle) + GAP;
  const centred = (tall: number): number => HEAD + (height - HEAD - tall) / 2;
  const laid = (flows: readonly Flow[], side: Side): readonly Ribbon[] =>
    ribbons(flows, {
      ...{ side, perChild },
      top: centred(heightOf(flows, perChild)),
      meets: centred(thicknessOfAll(flows, perChild)),
    });
  return {
    ...{ id, title, centre, width: WIDTH, height },
    description: [
      `Placed in ${centre} by others: ${into.map(spoken).join(', ') || 'nobody'}.`,
      `Placed elsewhere by ${centre}: ${out.map(spoken).join(', ') || 'nobody'}.`,
    ].join(' '),
    into: laid(into, LEFT),
    out: laid(out, RIGHT),
    middle: { x: MIDDLE.left, y: centred(middle), width: MIDDLE.right - MIDDLE.left, height: middle },
  };
};
