export const FORMATS = ['table', 'csv', 'json'] as const;
export type Format = (typeof FORMATS)[number];
export type Shown = Readonly<Record<string, unknown>>;

const textOf = (value: unknown): string => {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  return JSON.stringify(value);
};

/** Columns as wide as their widest cell; numbers to the right. */
export const tableOf = (rows: readonly Shown[], columns: readonly string[]): string => {
  const cells = rows.map((row) => columns.map((column) => textOf(row[column])));
  const widths = columns.map((column, i) =>
    Math.max(column.length, ...cells.map((line) => line[i]?.length ?? 0)),
  );
  const isNumber = columns.map((column) => rows.every((row) => typeof row[column] === 'number'));
  const fit = (text: string, i: number): string =>
    isNumber[i] === true ? text.padStart(widths[i] ?? 0) : text.padEnd(widths[i] ?? 0);
  const line = (texts: readonly string[]): string => texts.map(fit).join('  ').trimEnd();
  return [line(columns), line(widths.map((width) => '-'.repeat(width))), ...cells.map(line)].join('\n');
};

// Spreadsheets run a cell that begins with one of these as a formula (OWASP, CSV injection).
const FORMULA = /^[=+\-@\t\r\0＝＋－＠]/;
const csvCell = (value: unknown): string => {
  const text = textOf(value);
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** RFC 4180, safe to open in a spreadsheet. */
export const csvOf = (rows: readonly Shown[], columns: readonly string[]): string =>
  [columns.join(','), ...rows.map((row) => columns.map((column) => csvCell(row[column])).join(','))].join(
    '\r\n',
  );

export const renderRows = (rows: readonly Shown[], columns: readonly string[], format: Format): string => {
  switch (format) {
    case 'json':
      return rows.map((row) => JSON.stringify(row)).join('\n');
    case 'csv':
      return csvOf(rows, columns);
    case 'table':
      return rows.length === 0 ? 'nothing to show' : `${tableOf(rows, columns)}\n${String(rows.length)} rows`;
  }
};

export const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** One line that is written over while work goes on; silent where nobody watches a terminal. */
export const progressBar = (label: string): ((done: number, total: number) => void) => {
  const isWatched = process.stderr.isTTY;
  return (done, total) => {
    if (!isWatched) return;
    const share = total === 0 ? 1 : Math.min(done / total, 1);
    const filled = Math.round(share * 30);
    const bar = '█'.repeat(filled) + '░'.repeat(30 - filled);
    process.stderr.write(`\r${label} ${bar} ${String(Math.round(share * 100)).padStart(3)} %`);
    if (share >= 1) process.stderr.write('\n');
  };
};
