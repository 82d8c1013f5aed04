import { CODE_SETS, isCode } from './code-sets';
import type { CodedColumn } from './code-sets';
import { toDate } from './date-text';
import type { RefusalKind } from '../report/refusal';

/** What is wrong with one cell. */
export type Fault = Readonly<{
  column: string;
  value: string;
  kind: RefusalKind;
  rule: string;
  dfeRule?: string;
  mend: string;
}>;

type Values = Readonly<Record<string, string>>;

const cell = (values: Values, column: string): string => values[column] ?? '';
const fault = (
  values: Values,
  column: string,
  kind: RefusalKind,
  rest: Readonly<{ dfeRule?: string; mend: string }>,
): Fault => ({
  column,
  value: cell(values, column).slice(0, 40),
  kind,
  rule: `imports/${kind.replaceAll(' ', '-')}`,
  ...rest,
});

export const blankChild = (values: Values): readonly Fault[] =>
  cell(values, 'CHILD') === ''
    ? [
        fault(values, 'CHILD', 'blank child', {
          mend: 'Write the local identifier of the child in this row; without it nobody knows whom it is about.',
        }),
      ]
    : [];

export const notADate = (
  values: Values,
  column: string,
  dfeRule: string,
  mayBeBlank = false,
): readonly Fault[] => {
  const text = cell(values, column);
  if (text === '' ? mayBeBlank : toDate(text) !== undefined) return [];
  const mend = `Write ${column} as a date that exists, day first, e.g. 31/03/2025${mayBeBlank ? ', or leave it empty' : ''}.`;
  return [fault(values, column, 'not a date', { dfeRule, mend })];
};

export const unknownCode = (values: Values, column: CodedColumn): readonly Fault[] => {
  if (isCode(column, cell(values, column).toUpperCase())) return [];
  const { codes, rule, mayBeBlank } = CODE_SETS[column];
  const mend = `Use one of the codes of the return for ${column}: ${[...codes.keys()].join(' ')}${mayBeBlank ? ', or leave it empty' : ''}.`;
  return [fault(values, column, 'unknown code', { dfeRule: rule, mend })];
};

/** Both dates are in the file, but the wrong way round. Says nothing of dates that are none. */
export const endBeforeStart = (
  values: Values,
  [startColumn, endColumn]: readonly [string, string],
  dfeRule: string,
): readonly Fault[] => {
  const [start, end] = [toDate(cell(values, startColumn)), toDate(cell(values, endColumn))];
  if (start === undefined || end === undefined || end >= start) return [];
  const mend = `${endColumn} is earlier than ${startColumn} (${cell(values, startColumn)}). Mend whichever is wrong.`;
  return [fault(values, endColumn, 'end before start', { dfeRule, mend })];
};

export const duplicateRow = (firstLine: number): Fault => ({
  column: '',
  value: '',
  kind: 'duplicate row',
  rule: 'imports/duplicate-row',
  mend: `This row says the same as line ${firstLine}, which goes in. Delete one of them.`,
});

export const secondHeaderRow = (firstLine: number): Fault => ({
  column: '',
  value: '',
  kind: 'second row for one child',
  rule: 'imports/second-row-for-one-child',
  dfeRule: 'INT32',
  mend: `The child has a row of other content in line ${firstLine}, which goes in. Keep the right one.`,
});

export const unknownPostcode = (value: string): Fault => ({
  column: 'PL_POST',
  value: value.slice(0, 40),
  kind: 'unknown postcode',
  rule: 'imports/unknown-postcode',
  dfeRule: '392c',
  mend: 'No address in the United Kingdom has this postcode. Write the postcode of the placement, or leave it empty where it is not known.',
});
