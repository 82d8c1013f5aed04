import { ProblemError } from '@ibex/runtime';

const badCursor = (): ProblemError =>
  new ProblemError(400, 'query/bad-cursor', 'Bad cursor', 'The cursor is not one that this list gave out.', {
    field: 'cursor',
    mend: 'Give `next` of the page before exactly as it came, or leave the cursor out to start again.',
  });

const parsed = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
};

/** The sort key of the last row of a page, opaque to clients, so that it may change. Holds nothing personal. */
export const toCursor = (key: readonly string[]): string =>
  Buffer.from(JSON.stringify(key), 'utf8').toString('base64url');

/** The sort key in a cursor of `size` parts; undefined without a cursor. Throws ProblemError 400 for another text. */
export const fromCursor = (cursor: string | undefined, size: number): readonly string[] | undefined => {
  if (cursor === undefined) return undefined;
  const key = parsed(cursor);
  const isKey =
    Array.isArray(key) &&
    key.length === size &&
    key.every((part): part is string => typeof part === 'string');
  if (!isKey) throw badCursor();
  return key;
};

/** Cuts the one row that was read beyond the page, and tells where the next page begins. */
export const toPage = <R>(
  rows: readonly R[],
  limit: number,
  keyOf: (row: R) => readonly string[],
): Readonly<{ rows: readonly R[]; next?: string }> => {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return rows.length > limit && last !== undefined
    ? { rows: page, next: toCursor(keyOf(last)) }
    : { rows: page };
};
