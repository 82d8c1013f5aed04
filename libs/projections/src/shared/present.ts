type Present<T> = { readonly [Key in keyof T]?: Exclude<T[Key], null | undefined> };

/** The fields that a row has a value for: what is not known is left out of an answer, not sent as null. */
export const present = <T extends object>(fields: T): Present<T> =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined),
  ) as Present<T>;
