/** Something at one moment. `row`: id of its row in the table below the picture. */
export type Mark = Readonly<{ ms: number; row: string; look: Look; title: string }>;
/** Shapes differ as well as colours: a circle, a square, a diamond, a triangle. */
export type Look = 'notice' | 'step' | 'duty' | 'late';

/** Something that lasted. Without `toMs` it goes on. */
export type Bar = Readonly<{
  fromMs: number;
  toMs?: number;
  look: 'placement' | 'missing' | 'absence' | 'exploitation' | 'gap';
  label: string;
  title: string;
  row?: string;
}>;

export type Lane = Readonly<{ name: string; bars: readonly Bar[]; marks: readonly Mark[] }>;
/** Which time is drawn, and what is the present (or the moment as known at). */
export type Axis = Readonly<{ fromMs: number; toMs: number; nowMs: number }>;

export type DrawnMark = Readonly<{
  x: number;
  y: number;
  row: string;
  look: Look;
  title: string;
  /** How many things stand so close together that one mark stands for them. */
  count: number;
  /** Of the mark that says how many. */
  width: number;
}>;
export type DrawnBar = Readonly<{
  x: number;
  y: number;
  width: number;
  height: number;
  look: Bar['look'];
  /** Empty where there is no room for it. */
  label: string;
  title: string;
  row?: string;
  /** It had begun before, or goes on after, what is drawn. */
  isCutLeft: boolean;
  isOpen: boolean;
}>;
export type DrawnLane = Readonly<{
  name: string;
  /** The name as it is written beside the lane. */
  lines: readonly string[];
  y: number;
  height: number;
  bars: readonly DrawnBar[];
  marks: readonly DrawnMark[];
}>;
export type Tick = Readonly<{ x: number; label: string }>;
export type Drawing = Readonly<{
  width: number;
  height: number;
  /** Where the names of lanes end, and where the lanes begin. */
  left: number;
  top: number;
  lanes: readonly DrawnLane[];
  ticks: readonly Tick[];
  now: Readonly<{ x: number; isShown: boolean }>;
}>;
