/**
 * How many of each queue go into one batch of at most so many: nobody gets more than it has, and what a short queue
 * leaves over goes to the longer ones, so that an urgent entry of one authority leaves beside the backlog of another.
 */
export const fairSlices = (lengths: readonly number[], most: number): readonly number[] => {
  const slices = lengths.map(() => 0);
  let left = most;
  let waiting = lengths.length;
  const shortestFirst = [...lengths.entries()].sort(([, a], [, b]) => a - b);
  for (const [at, length] of shortestFirst) {
    const slice = Math.min(length, Math.max(Math.floor(left / waiting), 1));
    slices[at] = slice;
    left -= slice;
    waiting -= 1;
  }
  return slices;
};
