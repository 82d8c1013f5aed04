const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const varianceOf = (values: readonly number[], mean: number): number =>
  values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);

/**
 * Welch’s t of two samples (B. L. Welch, Biometrika 34, 1947): how far apart their means are, in standard errors. Beyond
 * 4.5 a leak of timing is taken for real (Goodwill et al., NIST 2011; Reparaz et al., DATE 2017).
 */
export const welchT = (one: readonly number[], other: readonly number[]): number => {
  const [a, b] = [meanOf(one), meanOf(other)];
  const error = Math.sqrt(varianceOf(one, a) / one.length + varianceOf(other, b) / other.length);
  return error === 0 ? 0 : (a - b) / error;
};

export const MOST_T = 4.5;

/** Of both samples what is not slower than so many of all together: a rare pause says nothing of the two. */
export const cropped = (
  [one, other]: readonly [readonly number[], readonly number[]],
  share: number,
): readonly [readonly number[], readonly number[]] => {
  const all = [...one, ...other].sort((a, b) => a - b);
  const most = all[Math.min(all.length - 1, Math.floor(all.length * share))] ?? Number.POSITIVE_INFINITY;
  const within = (values: readonly number[]): readonly number[] => values.filter((value) => value <= most);
  return [within(one), within(other)];
};
