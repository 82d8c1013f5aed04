type Given<T> = { readonly [Key in keyof T]?: Exclude<T[Key], undefined> };

/** Only the fields that are there: a field that was left out is absent, not undefined. Codec of this lib's objects. */
export const given = <T extends object>(fields: T): Given<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<T>;
