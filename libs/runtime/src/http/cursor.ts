import { Buffer } from 'node:buffer';
import { ProblemError } from '../problems/problem-error';

export type CursorPart = string | number;
/** One page of a list; `next` is the cursor of the following page, absent on the last. */
export type Page<T> = Readonly<{ items: readonly T[]; next?: string }>;

const badCursor = (): ProblemError =>
  new ProblemError(400, 'cursor-not-valid', 'Cursor not valid', 'The cursor is not one that IBEX gave out.', {
    field: 'cursor',
    mend: 'Start again without a cursor.',
  });

const isPart = (value: unknown): value is CursorPart =>
  (typeof value === 'string' && value.length <= 200) || (typeof value === 'number' && Number.isFinite(value));

/** Where a page ended: the sort key of its last row, opaque to clients. Nothing personal belongs into it. */
export const toCursor = (...parts: readonly CursorPart[]): string =>
  Buffer.from(JSON.stringify(parts)).toString('base64url');

/** The parts of a cursor of `length` parts. Throws the 400 problem for text that is no such cursor. */
export const fromCursor = (cursor: string, length: number): readonly CursorPart[] => {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(parts) && parts.length === length && parts.every(isPart)) return parts;
  } catch {
    throw badCursor(); // not JSON
  }
  throw badCursor();
};

/** A page out of one row more than was asked for: the extra row shows that there is another page. */
export const toPage = <T>(
  rows: readonly T[],
  limit: number,
  cursorOf: (last: T) => readonly CursorPart[],
): Page<T> => {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return rows.length > limit && last !== undefined ? { items, next: toCursor(...cursorOf(last)) } : { items };
};
