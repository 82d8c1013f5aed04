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
  /** Over each side, e.g. `Placed here by others: 291`. */
  headings: Readonly<{ into: string; out: string }>;
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
type SideShown = Readonly<{
  kind: 'into' | 'out';
  anchor: 'start' | 'end';
  heading: Readonly<{ x: number; text: string }>;
  ribbons: readonly Ribbon[];
  /** Its half of the block in the middle: as tall as its bands together. */
  middle: Readonly<{ x: number; y: number; width: number; height: number }>;
}>;
export type FlowChart = Readonly<{
  id: string;
  title: string;
  centre: string;
  description: string;
  width: number;
  height: number;
  name: Readonly<{ x: number; y: number }>;
  sides: readonly SideShown[];
}>;

const WIDTH = 1000;
const NODE = 12;
const SIDE = 290;
const MIDDLE = { left: 482, centre: 500, right: 518 } as const;
const HEAD = 64;
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

const SIDES = {
  into: {
    anchor: 'end',
    node: SIDE - NODE,
    inner: SIDE,
    edge: MIDDLE.left,
    label: SIDE - NODE - 10,
    heading: SIDE,
  },
  out: {
    anchor: 'start',
    ...{ node: WIDTH - SIDE, inner: WIDTH - SIDE, edge: MIDDLE.right },
    ...{ label: WIDTH - SIDE + NODE + 10, heading: WIDTH - SIDE },
  },
} as const;
type Kind = keyof typeof SIDES;

const band = area<readonly [x: number, top: number, bottom: number]>()
  .x(([x]) => x)
  .y0(([, top]) => top)
  .y1(([, , bottom]) => bottom)
  .curve(curveBumpX)
  .digits(1);

const thicknessOf = (value: Count, perChild: number): number =>
  isPublished(value) ? Math.max(THINNEST, value * perChild) : UNSAID;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** How tall a side is, with its gaps, and how tall where its bands meet. */
type Tall = Readonly<{ outside: number; inside: number }>;
const tallOf = (flows: readonly Flow[], perChild: number): Tall => {
  const thick = flows.map(({ value }) => thicknessOf(value, perChild));
  return { outside: sum(thick.map((each) => Math.max(PITCH, each) + GAP)), inside: sum(thick) };
};

// there is room for so many letters beside a band; the table has the whole name
const LETTERS = 31;
const shortened = (name: string): string =>
  name.length <= LETTERS ? name : `${name.slice(0, LETTERS - 1)}…`;

type Laid = Readonly<{ kind: Kind; top: number; meets: number; perChild: number }>;

const ribbonsOf = (flows: readonly Flow[], { kind, top, meets, perChild }: Laid): readonly Ribbon[] => {
  const side = SIDES[kind];
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
      ...{
        name: shortened(name),
        text: countInWords(value),
        isSuppressed: !isPublished(value),
        path: path ?? '',
      },
      node: { x: side.node, y, height },
      label: { x: side.label, y: y + height / 2 + 5 },
    };
  });
};

const describe = ({ centre, into, out }: FlowPicture): string =>
  [
    `Placed in ${centre} by others: ${into.map(spoken).join(', ') || 'nobody'}.`,
    `Placed elsewhere by ${centre}: ${out.map(spoken).join(', ') || 'nobody'}.`,
  ].join(' ');

/** Who places children here, on the left; where one’s own children are placed, on the right: bands as wide as they are many. */
export const flowChart = (picture: FlowPicture): FlowChart => {
  const { id, title, centre, headings } = picture;
  const perChild = TALLEST / Math.max(12, knownIn(picture.into), knownIn(picture.out));
  const tall = { into: tallOf(picture.into, perChild), out: tallOf(picture.out, perChild) };
  const inside = Math.max(tall.into.inside, tall.out.inside);
  const height = HEAD + Math.max(PITCH * 2, tall.into.outside, tall.out.outside, inside) + GAP;
  const centred = (each: number): number => HEAD + (height - HEAD - each) / 2;
  const side = (kind: Kind): SideShown => ({
    kind,
    anchor: SIDES[kind].anchor,
    heading: { x: SIDES[kind].heading, text: headings[kind] },
    ribbons: ribbonsOf(picture[kind], {
      ...{ kind, perChild, top: centred(tall[kind].outside), meets: centred(tall[kind].inside) },
    }),
    middle: {
      x: kind === 'into' ? MIDDLE.left : MIDDLE.centre,
      y: centred(tall[kind].inside),
      width: MIDDLE.centre - MIDDLE.left,
      height: tall[kind].inside,
    },
  });
  return {
    ...{ id, title, centre, description: describe(picture), width: WIDTH, height },
    name: { x: MIDDLE.centre, y: centred(inside) - 12 },
    sides: [side('into'), side('out')],
  };
};
