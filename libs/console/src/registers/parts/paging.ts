import { addressOf } from '../../frame/asked';

export type Paging = Readonly<{
  page: number;
  /** Places of the lines on it, where they are counted. */
  from: number;
  to: number;
  total?: number;
  next?: string;
  first?: string;
}>;

type Shown = Readonly<{ lines: number; perPage: number; page: number; total?: number; next?: string }>;

/** Pages go forward by cursors: from each of them there is the next one, and the way back to the first. */
export const pagingOf = (
  path: string,
  asked: Readonly<Record<string, string | number | undefined>>,
  { lines, perPage, page, total, next }: Shown,
): Paging => {
  const before = (page - 1) * perPage;
  return {
    page,
    from: lines === 0 ? 0 : before + 1,
    to: before + lines,
    ...(total === undefined ? {} : { total }),
    ...(next === undefined ? {} : { next: addressOf(path, { ...asked, page: page + 1, cursor: next }) }),
    ...(page === 1 ? {} : { first: addressOf(path, asked) }),
  };
};

/** `1 to 50 of 132 children`. */
export const linesInWords = ({ from, to, total, next, first }: Paging, one: string, more: string): string => {
  const count = total ?? to;
  const all = `${count.toLocaleString('en-GB')} ${count === 1 ? one : more}`;
  if (next === undefined && first === undefined) return all;
  const part = `${from.toLocaleString('en-GB')} to ${to.toLocaleString('en-GB')}`;
  return total === undefined ? `${more} ${part}` : `${part} of ${all}`;
};
