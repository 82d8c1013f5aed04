export type Fields = Readonly<Record<string, unknown>>;

/** Answers hold data of every notification type: nothing is taken for granted of it. */
export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const fieldsIn = (of: Fields | undefined, name: string): Fields | undefined => {
  const value = of?.[name];
  return isFields(value) ? value : undefined;
};

export const textIn = (of: Fields | undefined, name: string): string | undefined => {
  const value = of?.[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** `{ at: instant }` or `{ on: date }` as the one text that it says. */
export const momentIn = (of: Fields | undefined, name: string): string | undefined => {
  const moment = fieldsIn(of, name);
  return textIn(moment, 'at') ?? textIn(moment, 'on');
};

/** Groups in the order in which their first member came. */
export const groupedBy = <T>(
  all: readonly T[],
  keyOf: (one: T) => string,
): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
};
