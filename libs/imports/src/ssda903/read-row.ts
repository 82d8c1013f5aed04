import { normalisePostcode } from '@ibex/notifications';
import type { TableRow } from '../csv/table';
import { toDate } from './date-text';
import { blankChild, endBeforeStart, notADate, unknownCode } from './row-checks';
import type { Fault } from './row-checks';
import type { EpisodeColumn, EpisodeRow, HeaderColumn, HeaderRow, MissingColumn, MissingRow } from './rows';

/** A row as it goes in, or every fault that keeps it out. */
export type Checked<R> = Readonly<{ row: R }> | Readonly<{ faults: readonly [Fault, ...Fault[]] }>;

const checked = <R>(faults: readonly Fault[], row: () => R): Checked<R> => {
  const [first, ...rest] = faults;
  return first ? { faults: [first, ...rest] } : { row: row() };
};

// Returns until 2023-24 write 1 and 2, later ones M and F.
const SEX: Readonly<Record<string, string>> = { '1': 'M', '2': 'F' };
const code = (text: string): string => text.toUpperCase();
const date = (text: string): string => toDate(text) ?? '';

export const readHeaderRow = ({ line, values }: TableRow<HeaderColumn>): Checked<HeaderRow> =>
  checked(
    [
      ...blankChild(values),
      ...unknownCode(values, 'SEX'),
      ...notADate(values, 'DOB', '102'),
      ...(values.ETHNIC === '' ? [] : unknownCode(values, 'ETHNIC')),
    ],
    () => ({
      file: 'header',
      line,
      child: values.CHILD,
      sex: SEX[values.SEX] ?? code(values.SEX),
      dateOfBirth: date(values.DOB),
      ethnicity: code(values.ETHNIC),
      upn: code(values.UPN),
    }),
  );

const episodeFaults = (values: TableRow<EpisodeColumn>['values']): readonly Fault[] => [
  ...blankChild(values),
  ...notADate(values, 'DECOM', '141'),
  ...unknownCode(values, 'RNE'),
  ...unknownCode(values, 'LS'),
  ...unknownCode(values, 'CIN'),
  ...unknownCode(values, 'PLACE'),
  ...unknownCode(values, 'PLACE_PROVIDER'),
  ...notADate(values, 'DEC', '147', true),
  ...endBeforeStart(values, ['DECOM', 'DEC'], '356'),
  ...unknownCode(values, 'REC'),
  ...unknownCode(values, 'REASON_PLACE_CHANGE'),
];

export const readEpisodeRow = ({ line, values }: TableRow<EpisodeColumn>): Checked<EpisodeRow> =>
  checked(episodeFaults(values), () => ({
    file: 'episodes',
    line,
    child: values.CHILD,
    start: date(values.DECOM),
    end: date(values.DEC),
    reason: code(values.RNE),
    legalStatus: code(values.LS),
    need: code(values.CIN),
    place: code(values.PLACE),
    provider: code(values.PLACE_PROVIDER),
    ceased: code(values.REC),
    changeReason: code(values.REASON_PLACE_CHANGE),
    homePostcode: normalisePostcode(values.HOME_POST),
    postcode: values.PL_POST,
    urn: code(values.URN),
    authority: code(values.PL_LA),
  }));

export const readMissingRow = ({ line, values }: TableRow<MissingColumn>): Checked<MissingRow> =>
  checked(
    [
      ...blankChild(values),
      ...notADate(values, 'DOB', '102', true),
      ...unknownCode(values, 'MISSING'),
      ...notADate(values, 'MIS_START', '1004'),
      ...notADate(values, 'MIS_END', '1005', true),
      ...endBeforeStart(values, ['MIS_START', 'MIS_END'], '567'),
    ],
    () => ({
      file: 'missing',
      line,
      child: values.CHILD,
      kind: code(values.MISSING),
      start: date(values.MIS_START),
      end: date(values.MIS_END),
    }),
  );
