/** The codes of a table, typed, for a field that takes one of them. */
export const codesOf = <T extends Readonly<Record<string, unknown>>>(
  table: T,
): readonly (keyof T & string)[] => Object.keys(table);
