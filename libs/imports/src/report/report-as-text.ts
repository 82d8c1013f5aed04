import type { FileCount, ImportReport } from './import-report';
import type { Notice, RowRefusal } from './refusal';

const SHOWN = 200;

/** Columns as wide as their widest cell; numbers, with the title above them, to the right. */
const table = (rows: readonly (readonly string[])[]): readonly string[] => {
  const columns = (rows[0] ?? []).map((_, at) => rows.map((row) => row[at] ?? ''));
  const widths = columns.map((cells) => Math.max(...cells.map((cell) => cell.length)));
  const isNumeric = columns.map(([, ...cells]) => cells.every((cell) => /^[\d,]+$/.test(cell)));
  const fit = (text: string, at: number): string =>
    isNumeric[at] === true ? text.padStart(widths[at] ?? 0) : text.padEnd(widths[at] ?? 0);
  return rows.map((row) => row.map(fit).join('  ').trimEnd());
};

const number = (value: number): string => value.toLocaleString('en-GB');

const countRow = (count: FileCount): readonly string[] => [
  count.file,
  ...[count.rows, count.posted, count.unchanged, count.notForExchange, count.refused].map(number),
];

const countTable = (report: ImportReport): readonly string[] =>
  table([
    ['file', 'rows', report.dryRun ? 'would post' : 'posted', 'unchanged', 'not for exchange', 'refused'],
    ...Object.values(report.files).map(countRow),
  ]);

const commandLines = (report: ImportReport): readonly string[] => {
  const sent = Object.entries(report.commands).map(([action, count]) => [`  ${action}`, number(count)]);
  const title = report.dryRun ? 'Would be posted:' : 'Recorded:';
  return sent.length === 0 ? ['Nothing new to tell.'] : [title, ...table(sent)];
};

const refusalRow = (refusal: RowRefusal): readonly string[] => [
  refusal.file,
  `line ${refusal.row}`,
  refusal.column || 'whole row',
  refusal.value === '' ? '' : `"${refusal.value}"`,
  refusal.kind,
  `${refusal.rule}${refusal.dfeRule === undefined ? '' : ` (DfE ${refusal.dfeRule})`}`,
  refusal.mend,
];

const noticeRow = ({ file, row, kind, text }: Notice): readonly string[] => [
  file,
  row === 0 ? '' : `line ${row}`,
  kind,
  text,
];

const section = <T>(
  title: string,
  items: readonly T[],
  toRow: (item: T) => readonly string[],
): readonly string[] => {
  if (items.length === 0) return [];
  const more =
    items.length > SHOWN ? [`… and ${number(items.length - SHOWN)} more, all in the JSON report`] : [];
  return ['', `${title}: ${number(items.length)}`, ...table(items.slice(0, SHOWN).map(toRow)), ...more];
};

/** The report for people, as lines of plain text. Names no child, but may show the local identifiers of a notice. */
export const reportAsText = (report: ImportReport): string =>
  [
    `SSDA903 return${report.year === undefined ? '' : ` of ${String(report.year)}`}, authority ${report.authority}, ${report.seconds.toFixed(1)} s`,
    report.postcodesLoaded === 0
      ? 'No postcode table is loaded: every host authority will be asked for.'
      : `Postcode table: ${number(report.postcodesLoaded)} postcodes.`,
    '',
    ...countTable(report),
    '',
    ...commandLines(report),
    ...(report.repeated === 0 ? [] : [`Recorded by an earlier run: ${number(report.repeated)}`]),
    ...section('Refused rows', report.refusals, refusalRow),
    ...section('To know', report.notices, noticeRow),
    ...(report.notListed === 0 ? [] : ['', `${number(report.notListed)} more are counted but not listed.`]),
  ].join('\n');
