/** What stands in a page's address. */
export type Asked = Readonly<Record<string, unknown>>;

/** One value of an address, without space around it; '' where it is not there or came as a list. */
export const asked = (query: Asked, name: string): string => {
  const value = query[name];
  return typeof value === 'string' ? value.trim() : '';
};

/** A whole number of an address, where it is one. */
export const askedNumber = (query: Asked, name: string): number | undefined => {
  const text = asked(query, name);
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
};

/** One of several words; the first of them for anything else. */
export const askedWord = <W extends string>(query: Asked, name: string, words: readonly [W, ...W[]]): W => {
  const said = asked(query, name);
  return words.find((word) => word === said) ?? words[0];
};

/** Cursors are the exchange's own: passed on as they came, within the length that it takes. */
export const askedCursor = (query: Asked): Readonly<{ cursor?: string }> => {
  const cursor = asked(query, 'cursor');
  return cursor === '' || cursor.length > 400 ? {} : { cursor };
};

/** An address with these values; those that are empty are left out. */
export const addressOf = (
  path: string,
  values: Readonly<Record<string, string | number | undefined>>,
): string => {
  const said = Object.entries(values).filter(([, value]) => value !== undefined && value !== '');
  const query = new URLSearchParams(said.map(([name, value]) => [name, String(value)])).toString();
  return query === '' ? path : `${path}?${query}`;
};

/** What was done, in words, after a form has led here; undefined for a word that nobody knows. */
export const doneIn = (query: Asked, words: Readonly<Record<string, string>>): string | undefined => {
  const done = asked(query, 'done');
  return Object.hasOwn(words, done) ? words[done] : undefined;
};
