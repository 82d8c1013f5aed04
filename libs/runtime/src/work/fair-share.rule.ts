/** `from`: in the order to try; `most`: how many of them are wanted. */
export type Shift = Readonly<{
  take: Readonly<{ from: readonly string[]; most: number }>;
  give: readonly string[];
}>;

/** Each of those present has at most its share, rounded up; what is more goes back, the last taken first. */
export const toTakeAndGive = (all: readonly string[], mine: readonly string[], present: number): Shift => {
  const share = Math.ceil(all.length / Math.max(present, 1));
  const has = new Set(mine);
  return {
    take: { from: all.filter((name) => !has.has(name)), most: Math.max(share - mine.length, 0) },
    give: mine.slice(share),
  };
};
