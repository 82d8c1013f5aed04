import { isInstant } from '@ibex/kernel';

/** What `frame/table.njk` knows how to draw. */
export type Cell =
  | string
  | number
  | Readonly<{ when: string }>
  | Readonly<{ ago: string }>
  | Readonly<{ day: string }>
  | Readonly<{ borough: string }>
  | Readonly<{ boroughs: readonly string[]; before?: string }>
  | Readonly<{ code: string }>
  | Readonly<{ text: string; href: string; about?: string }>
  | Readonly<{ tag: string; colour?: string }>
  | Readonly<{ hint: string }>
  | Readonly<{ mono: string }>
  | Readonly<{ lines: readonly Cell[] }>;

export type Table = Readonly<{
  caption: string;
  captionClasses?: string;
  columns: readonly string[];
  rows: readonly (readonly Cell[])[];
}>;

export type FactRow = Readonly<{ key: Cell; value: Cell; href?: string; action?: string; about?: string }>;

/** An instant, or a London date where no more is known. */
export const momentCell = (at: string): Cell => (isInstant(at) ? { when: at } : { day: at });

/** Nothing, where there is nothing to show. */
export const orNone = (text: string | undefined, cell: (text: string) => Cell, none = 'Not given'): Cell =>
  text === undefined || text === '' ? { hint: none } : cell(text);

export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${String(count)} ${count === 1 ? one : many}`;

export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
