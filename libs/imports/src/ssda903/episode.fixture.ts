import type { Host } from '@ibex/notifications';
import type { PlacedMissing, PlacedPeriod } from './child-file';
import { periodsOf } from './periods';
import type { EpisodeRow, HeaderRow, MissingRow } from './rows';

/** An open episode with foster carers in Croydon, since 1 May 2024. */
export const episode = (change: Partial<EpisodeRow> = {}): EpisodeRow => ({
  file: 'episodes',
  line: 2,
  child: '4711',
  start: '2024-05-01',
  end: '',
  reason: 'S',
  legalStatus: 'C2',
  need: 'N1',
  place: 'U6',
  provider: 'PR4',
  ceased: '',
  changeReason: '',
  homePostcode: 'E1 1AA',
  postcode: 'CR0 7UD',
  urn: 'SC123456',
  authority: '',
  ...change,
});

export const headerRow = (change: Partial<HeaderRow> = {}): HeaderRow => ({
  file: 'header',
  line: 2,
  child: '4711',
  sex: 'F',
  dateOfBirth: '2010-01-31',
  ethnicity: 'WBRI',
  upn: 'UN5',
  ...change,
});

export const missingRow = (change: Partial<MissingRow> = {}): MissingRow => ({
  file: 'missing',
  line: 2,
  child: '4711',
  kind: 'M',
  start: '2024-06-01',
  end: '2024-06-03',
  ...change,
});

export const CROYDON: Host = { kind: 'authority', gss: 'E09000008' };
export const KENT: Host = { kind: 'authority', gss: 'E10000016' };

/** One period of one episode. */
export const period = (change: Partial<EpisodeRow> = {}, host: Host = CROYDON): PlacedPeriod => {
  const [only] = periodsOf([episode(change)]);
  if (!only) throw new Error('an episode makes a period');
  return { ...only, host };
};

export const missingFrom = (from: PlacedPeriod, change: Partial<MissingRow> = {}): PlacedMissing => ({
  ...missingRow(change),
  from,
});
