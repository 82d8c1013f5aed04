/** A list as long as the next power of two, so that a database is asked in few shapes and prepares each once. */
export const padded = <T>(values: readonly T[]): readonly T[] => {
  const last = values.at(-1);
  if (last === undefined) return [];
  const length = 2 ** Math.ceil(Math.log2(values.length));
  return values.concat(Array.from({ length: length - values.length }, () => last));
};
