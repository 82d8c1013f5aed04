/** One line of the bench. `met`: whether `value` (or `ratio`, where the target is one) reaches `target`. */
export type Figure = Readonly<{
  name: string;
  value: number;
  unit: string;
  target: string;
  met: boolean;
  ratio?: number;
}>;

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
};
