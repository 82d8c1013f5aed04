import type { Columns } from '../csv/table';

export const COLUMNS = {
  header: { required: ['CHILD', 'SEX', 'DOB'], optional: ['ETHNIC', 'UPN'] },
  episodes: {
    required: ['CHILD', 'DECOM', 'RNE', 'LS', 'PLACE', 'DEC', 'REC', 'PL_POST'],
    optional: ['CIN', 'PLACE_PROVIDER', 'REASON_PLACE_CHANGE', 'HOME_POST', 'URN', 'PL_LA'],
  },
  missing: { required: ['CHILD', 'MISSING', 'MIS_START', 'MIS_END'], optional: ['DOB'] },
} as const;

type ColumnsOf<C extends Columns<string>> = C['required'][number] | C['optional'][number];
export type HeaderColumn = ColumnsOf<typeof COLUMNS.header>;
export type EpisodeColumn = ColumnsOf<typeof COLUMNS.episodes>;
export type MissingColumn = ColumnsOf<typeof COLUMNS.missing>;

/** A checked row of header.csv. Empty text: the return says nothing. */
export type HeaderRow = Readonly<{
  file: 'header';
  line: number;
  child: string;
  sex: string;
  dateOfBirth: string;
  ethnicity: string;
  upn: string;
}>;

/** A checked row of episodes.csv: one stay under one legal status. Dates are `YYYY-MM-DD`. */
export type EpisodeRow = Readonly<{
  file: 'episodes';
  line: number;
  child: string;
  start: string;
  /** Empty: still open. */
  end: string;
  reason: string;
  legalStatus: string;
  need: string;
  place: string;
  provider: string;
  ceased: string;
  changeReason: string;
  homePostcode: string;
  postcode: string;
  urn: string;
  /** PL_LA, where the file has it. */
  authority: string;
}>;

/** A checked row of missing.csv. */
export type MissingRow = Readonly<{
  file: 'missing';
  line: number;
  child: string;
  kind: string;
  start: string;
  /** Empty: not back yet. */
  end: string;
}>;

export type ReturnRow = HeaderRow | EpisodeRow | MissingRow;
