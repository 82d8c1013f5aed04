import { londonDateOf, londonTimeOf, plainText } from '@ibex/kernel';
import type { SheetData } from 'write-excel-file/node';
import type { PlacedHereAnswer, PlacedHereLine } from '../parts/answers';
import { aboutRegister, endOfRegister } from './placed-here.about';
import type { Made } from './placed-here.about';
import { REGISTER_COLUMNS } from './placed-here.columns';
import type { RegisterColumn } from './placed-here.columns';

/** A workbook is put together in memory; whoever needs more takes the CSV file, which is not. */
export const MOST_IN_WORKBOOK = 10_000;

type Cell = SheetData[number][number];
// Excel refuses to open a file with a longer one
const MOST_IN_CELL = 32_767;

const words = (text: string): Cell => ({ type: String, value: plainText(text).slice(0, MOST_IN_CELL) });
const bold = (text: string): Cell => ({ type: String, value: text, fontWeight: 'bold', wrap: true });
const dated = (value: Date, format: string): Cell => ({ type: Date, value, format });

const MAKERS = {
  text: words,
  date: (date: string): Cell => dated(new Date(`${date}T00:00:00Z`), 'dd/mm/yyyy'),
  // a sheet knows no zones: what a clock in London showed
  instant: (at: string): Cell =>
    dated(new Date(`${londonDateOf(at)}T${londonTimeOf(at)}:00Z`), 'dd/mm/yyyy hh:mm'),
} as const;

const cellOf = ({ of, kind }: RegisterColumn, line: PlacedHereLine): Cell => {
  const value = of(line);
  return value === undefined ? null : MAKERS[kind](value);
};

export type Sheets = readonly Readonly<{
  sheet: string;
  data: SheetData;
  columns: { width: number }[];
  stickyRowsCount?: number;
  orientation?: 'landscape';
}>[];

/**
 * Two sheets: the lines, and what they are. Every cell of text is text to Excel, which runs no formula in it; and is made
 * plain as in the CSV file, so that saving the workbook as one makes nothing run either.
 */
export const placedHereSheets = (pages: readonly PlacedHereAnswer[], made: Made): Sheets => {
  const [first] = pages;
  const lines = pages.flatMap(({ items }) => items);
  const about = first === undefined ? [] : aboutRegister(first, made);
  const end = endOfRegister(lines.length, pages.at(-1)?.total ?? 0);
  return [
    {
      sheet: `Placed here on ${first?.on ?? ''}`,
      data: [
        REGISTER_COLUMNS.map(({ header }) => bold(header)),
        ...lines.map((line) => REGISTER_COLUMNS.map((column) => cellOf(column, line))),
      ],
      columns: REGISTER_COLUMNS.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
      orientation: 'landscape',
    },
    {
      sheet: 'About this register',
      data: [...about, end].map((note, at) => [at === 0 ? bold(note) : words(note)]),
      columns: [{ width: 100 }],
    },
  ];
};
