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

/** An address with these values; those that are empty are left out. */
export const addressOf = (path: string, values: Readonly<Record<string, string>>): string => {
  const query = new URLSearchParams(Object.entries(values).filter(([, value]) => value !== '')).toString();
  return query === '' ? path : `${path}?${query}`;
};

/** What was done, in words, after a form has led here; undefined for a word that nobody knows. */
export const doneIn = (query: Asked, words: Readonly<Record<string, string>>): string | undefined => {
  const done = asked(query, 'done');
  return Object.hasOwn(words, done) ? words[done] : undefined;
};
