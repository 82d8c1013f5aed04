import { toCsv } from '@ibex/kernel';
import type { CsvColumn } from '@ibex/kernel';
import type { ImportReport, RowRefusal } from '@ibex/imports';
import type { Progress, UploadState } from './upload';

const SHOWN = 100;

const ACTIONS: Readonly<Record<string, string>> = {
  'placement/notify': 'New placements',
  'placement/end': 'Ends of placements',
  'placement/correct': 'Corrections of placements',
  'placement/change': 'Moves of carers',
  'placement/withdraw': 'Placements recalled',
  'missing/report': 'Missing episodes',
  'missing/found': 'Children found or returned',
  'missing/correct': 'Corrections of missing episodes',
};

const count = (value: number): string => value.toLocaleString('en-GB');

const filesTable = ({ files, dryRun }: ImportReport) => ({
  caption: 'What becomes of each row',
  columns: ['File', 'Rows', dryRun ? 'Would be sent' : 'Sent', 'Unchanged', 'Stays with you', 'Refused'],
  rows: Object.values(files).map((file) => [
    file.file,
    ...[file.rows, file.posted, file.unchanged, file.notForExchange, file.refused].map(count),
  ]),
});

const refusedTable = (refusals: readonly RowRefusal[]) => ({
  caption: `What is wrong with refused rows: ${count(refusals.length)}`,
  columns: ['Where', 'Column', 'Value', 'What is wrong', 'What to do'],
  rows: refusals.slice(0, SHOWN).map(({ file, row, column, value, kind, rule, dfeRule, mend }) => [
    `${file}, line ${String(row)}`,
    column || 'Whole row',
    value === '' ? 'Empty' : value,
    {
      lines: [
        `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`,
        { hint: dfeRule === undefined ? rule : `${rule}, DfE rule ${dfeRule}` },
      ],
    },
    mend,
  ]),
});

const noticesTable = ({ notices }: ImportReport) => ({
  caption: `Good to know: ${count(notices.length)}`,
  columns: ['Where', 'What'],
  rows: notices
    .slice(0, SHOWN)
    .map(({ file, row, text }) => [row === 0 ? file : `${file}, line ${String(row)}`, text]),
});

const totalOf = ({ commands }: ImportReport): number =>
  Object.values(commands).reduce((total, each) => total + each, 0);

const reportShown = (report: ImportReport) => ({
  files: filesTable(report),
  commands: Object.entries(report.commands).map(([action, many]) => ({
    text: ACTIONS[action] ?? action,
    many: count(many),
  })),
  total: `${count(totalOf(report))} ${totalOf(report) === 1 ? 'notice' : 'notices'}`,
  isNothing: totalOf(report) === 0,
  refused: report.refusals.length === 0 ? undefined : refusedTable(report.refusals),
  notices: report.notices.length === 0 ? undefined : noticesTable(report),
  moreThanShown: Math.max(report.refusals.length, report.notices.length) > SHOWN,
  notListed: report.notListed,
  hasTable: report.postcodesLoaded > 0,
  repeated: report.repeated,
});

const barOf = ({ done, of }: Progress) => ({
  done,
  of,
  percent: of === undefined || of === 0 ? undefined : Math.min(100, Math.floor((done / of) * 100)),
});

const TITLES: Readonly<Record<UploadState['phase'], string>> = {
  checking: 'Checking the return',
  checked: 'Check what will be sent',
  sending: 'Sending the return',
  sent: 'The return was sent',
  failed: 'The return could not be read',
};

/** An upload, at whatever point it is. */
export const uploadPage = (id: string, state: UploadState) => ({
  title: TITLES[state.phase],
  phase: state.phase,
  isUnderWay: state.phase === 'checking' || state.phase === 'sending',
  bar: 'progress' in state ? barOf(state.progress) : undefined,
  report: state.phase === 'checked' || state.phase === 'sent' ? reportShown(state.report) : undefined,
  failed: state.phase === 'failed' ? state : undefined,
  path: `/console/tell/upload/${id}`,
});

const COLUMNS: readonly CsvColumn<RowRefusal>[] = [
  { header: 'file', value: ({ file }) => file },
  { header: 'line', value: ({ row }) => row },
  { header: 'column', value: ({ column }) => column },
  { header: 'value', value: ({ value }) => value },
  { header: 'what is wrong', value: ({ kind }) => kind },
  { header: 'rule', value: ({ rule }) => rule },
  { header: 'DfE rule', value: ({ dfeRule }) => dfeRule ?? null },
  { header: 'what to do', value: ({ mend }) => mend },
];

/** Every refused row, to be opened in a spreadsheet. */
export const errorsCsv = ({ refusals }: ImportReport): string => toCsv(COLUMNS, refusals);
