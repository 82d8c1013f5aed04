/** RFC 4180 with a header line and CRLF after every line; UTF-8 without a byte order mark. */
export type CsvValue = string | number | boolean | null;
export type CsvColumn<R> = Readonly<{ header: string; value(row: R): CsvValue }>;

/** What a spreadsheet may strip before it looks whether a formula begins: white space, control and format characters. */
const STRIPPED = /^[\s\p{C}\p{Z}]+/u;
// OWASP, CSV injection: these, a tab, a line break or a NUL at the very beginning.
const STARTS_FORMULA = /^[=+\-@]/;
const STARTS_ODDLY = /^[\t\r\n\0]/;
// a semicolon or a tab parts cells where the list separator of the country, or of whoever imports, says so
const NEEDS_QUOTES = /[",;\t\r\n]/;

/** Full-width, small and raised signs count as what they stand for. */
const mayRun = (text: string): boolean =>
  STARTS_ODDLY.test(text) ||
  STARTS_FORMULA.test((text.replace(STRIPPED, '').at(0) ?? '').normalize('NFKC').replace('\u2212', '-'));

/** Text that a spreadsheet would run as a formula, made plain by a leading apostrophe; all other text as it is. */
export const plainText = (text: string): string => (mayRun(text) ? `'${text}` : text);

/** A cell of plain text, in quotes where it needs them. */
export const csvField = (value: CsvValue): string => {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const harmless = plainText(value);
  return NEEDS_QUOTES.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};

export const csvLine = (fields: readonly CsvValue[]): string => `${fields.map(csvField).join(',')}\r\n`;

export const toCsv = <R>(columns: readonly CsvColumn<R>[], rows: readonly R[]): string =>
  csvLine(columns.map(({ header }) => header)) +
  rows.map((row) => csvLine(columns.map(({ value }) => value(row)))).join('');
