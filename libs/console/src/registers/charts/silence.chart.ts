import { scaleLinear } from 'd3-scale';
import { symbol, symbolCircle, symbolDiamond } from 'd3-shape';

export type SilenceRow = Readonly<{ label: string; says: string; daysAgo?: number; isSilent: boolean }>;
export type SilenceChart = Readonly<{
  id: string;
  title: string;
  description: string;
  width: number;
  height: number;
  today: number;
  ticks: readonly Readonly<{ x: number; text: string; anchor: string }>[];
  rows: readonly Readonly<{
    label: string;
    says: string;
    isSilent: boolean;
    baseline: number;
    y: number;
    /** Where it was last heard of, at the left edge at most; nothing where it never was. */
    x?: number;
    shape: string;
  }>[];
}>;

const WIDTH = 640;
const DAYS = 60;
const EDGE = 14;
const ROW = 50;
const AXIS = 34;

const markOf = (isSilent: boolean): string =>
  symbol(isSilent ? symbolDiamond : symbolCircle, isSilent ? 150 : 110)() ?? '';

const ago = (days: number): string => (days === 0 ? 'today' : `${String(days)} days ago`);

/** When each of them was last heard of, and the time since: today stands on the right. */
export const silenceChart = (id: string, title: string, rows: readonly SilenceRow[]): SilenceChart => {
  const x = scaleLinear([DAYS, 0], [EDGE, WIDTH - EDGE]);
  return {
    ...{ id, title, width: WIDTH, height: AXIS + rows.length * ROW, today: x(0) },
    description: rows.map(({ label, says }) => `${label}: ${says}`).join('; '),
    ticks: [60, 45, 30, 15, 0].map((days) => ({
      x: x(days),
      text: ago(days),
      anchor: days === 0 ? 'end' : days === DAYS ? 'start' : 'middle',
    })),
    rows: rows.map(({ label, says, isSilent, daysAgo }, at) => ({
      ...{ label, says, isSilent, baseline: AXIS + at * ROW + 18, y: AXIS + at * ROW + 33 },
      ...(daysAgo === undefined ? {} : { x: x(Math.min(DAYS, daysAgo)) }),
      shape: markOf(isSilent),
    })),
  };
};
