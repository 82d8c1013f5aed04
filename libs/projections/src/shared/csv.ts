/** RFC 4180 with a header line and CRLF after every line; UTF-8 without a byte order mark. */
export type CsvValue = string | number | boolean | null;
export type CsvColumn<R> = Readonly<{ header: string; value(row: R): CsvValue }>;

// What a spreadsheet would run as a formula is made plain text by a leading apostrophe (OWASP, CSV injection); full-width signs count as well.
const FORMULA_START = /^[=+\-@\t\r\0＝＋－＠]/;
const NEEDS_QUOTES = /[",\r\n]/;

export const csvField = (value: CsvValue): string => {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const harmless = FORMULA_START.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};

const csvLine = (fields: readonly CsvValue[]): string => `${fields.map(csvField).join(',')}\r\n`;

export const toCsv = <R>(columns: readonly CsvColumn<R>[], rows: readonly R[]): string =>
  csvLine(columns.map(({ header }) => header)) +
  rows.map((row) => csvLine(columns.map(({ value }) => value(row)))).join('');
