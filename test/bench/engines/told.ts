import type { Figure } from '../figure';

/** A figure that nobody has set a target for: it is told, with what it is to be read beside. */
export const told = (
  name: string,
  [value, unit]: readonly [number, string],
  beside: Readonly<{ what: string; ratio?: number }>,
): Figure => {
  const base = { name, value: Math.round(value * 100) / 100, unit, target: beside.what, met: true };
  return beside.ratio === undefined ? base : { ...base, ratio: Math.round(beside.ratio * 1000) / 1000 };
};
