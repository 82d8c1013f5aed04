export const FORMATS = ['table', 'csv', 'json'] as const;
export type Format = (typeof FORMATS)[number];
export type Shown = Readonly<Record<string, unknown>>;

const textOf = (value: unknown): string => {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  return JSON.stringify(value);
};

/** Below this a column is hard to read: a table wider than its terminal then stays wider. */
const NARROWEST = 16;
const GAP = 2;

/** The widest columns give way, down to what can be read, until the table fits. */
const narrowed = (widths: readonly number[], lineWidth: number): readonly number[] => {
  const now = [...widths];
  const total = (): number => now.reduce((sum, width) => sum + width + GAP, -GAP);
  while (total() > lineWidth && Math.max(...now) > NARROWEST) {
    const widest = now.indexOf(Math.max(...now));
    now[widest] = (now[widest] ?? 0) - 1;
  }
  return now;
};

/** A cell as lines no longer than its column, broken between words where there are any. */
const wrapped = (text: string, width: number): readonly string[] => {
  if (text.length <= width) return [text];
  const space = text.lastIndexOf(' ', width);
  const end = space > 0 ? space : width;
  return [text.slice(0, end), ...wrapped(text.slice(end).trimStart(), width)];
};

/** Columns as wide as their widest cell, or folded to fit a line of `lineWidth` signs; numbers to the right. */
export const tableOf = (
  rows: readonly Shown[],
  columns: readonly string[],
  lineWidth = Number.POSITIVE_INFINITY,
): string => {
  const cells = rows.map((row) => columns.map((column) => textOf(row[column])));
  const needed = columns.map((column, i) =>
    cells.reduce((most, line) => Math.max(most, line[i]?.length ?? 0), column.length),
  );
  const widths = narrowed(needed, lineWidth);
  const isNumber = columns.map((column) => rows.every((row) => typeof row[column] === 'number'));
  const fit = (text: string, i: number): string =>
    isNumber[i] === true ? text.padStart(widths[i] ?? 0) : text.padEnd(widths[i] ?? 0);
  const line = (texts: readonly string[]): string => texts.map(fit).join(' '.repeat(GAP)).trimEnd();
  const folded = (texts: readonly string[]): readonly string[] => {
    const parts = texts.map((text, i) => wrapped(text, widths[i] ?? 0));
    const height = Math.max(...parts.map(({ length }) => length));
    return Array.from({ length: height }, (_, at) => line(parts.map((part) => part[at] ?? '')));
  };
  const rule = line(widths.map((width) => '-'.repeat(width)));
  return [...folded(columns), rule, ...cells.flatMap(folded)].join('\n');
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

/** A table is folded to fit the terminal; into a file or a pipe each row goes on one line. */
export const renderRows = (
  rows: readonly Shown[],
  columns: readonly string[],
  format: Format,
  lineWidth = process.stdout.isTTY ? process.stdout.columns : Number.POSITIVE_INFINITY,
): string => {
  switch (format) {
    case 'json':
      return rows.map((row) => JSON.stringify(row)).join('\n');
    case 'csv':
      return csvOf(rows, columns);
    case 'table':
      return rows.length === 0
        ? 'nothing to show'
        : `${tableOf(rows, columns, lineWidth)}\n${String(rows.length)} ${rows.length === 1 ? 'row' : 'rows'}`;
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
