import { londonDateOf, londonTimeOf } from '@ibex/kernel';
import type { PlacedHereLine } from '../parts/answers';
import { legalStatusInWords, placementTypeInWords } from '../parts/codes';

/** `date`: a civil date; `instant`: a UTC instant, told as a clock in London showed it. */
export type ColumnKind = 'text' | 'date' | 'instant';
export type RegisterColumn = Readonly<{
  header: string;
  kind: ColumnKind;
  /** Characters across. */
  width: number;
  of: (line: PlacedHereLine) => string | undefined;
}>;

const column = (
  header: string,
  width: number,
  of: RegisterColumn['of'],
  kind: ColumnKind = 'text',
): RegisterColumn => ({ header, kind, width, of });

/** What a line of the register says in a file, both kinds of file alike. */
export const REGISTER_COLUMNS: readonly RegisterColumn[] = [
  column('Surname', 18, ({ child }) => child?.surname),
  column('Forename', 18, ({ child }) => child?.forename),
  column('Date of birth', 13, ({ child }) => child?.dateOfBirth, 'date'),
  column('Sex', 6, ({ child }) => child?.sex),
  column('Placing authority', 24, ({ placingAuthorityName }) => placingAuthorityName),
  column('GSS code', 12, ({ placingAuthority }) => placingAuthority),
  column('Their number', 16, ({ localId }) => localId),
  column('Placed here from', 15, ({ startsOn }) => startsOn, 'date'),
  column('Placed here until', 15, ({ endedOn }) => endedOn, 'date'),
  column('Expected end', 13, ({ expectedEndOn }) => expectedEndOn, 'date'),
  column('Placement type', 34, ({ placementType }) => placementTypeInWords(placementType)),
  column('Provider', 10, ({ provider }) => provider),
  column('Provider URN', 14, ({ providerUrn }) => providerUrn),
  column('Legal status', 26, ({ legalStatus }) => legalStatusInWords(legalStatus)),
  column('Care plan', 12, ({ carePlan }) => carePlan),
  column('Assessment', 12, ({ assessment }) => assessment),
  column('Told (London time)', 18, ({ toldAt }) => toldAt, 'instant'),
  column('Acknowledged (London time)', 18, ({ acknowledgedAt }) => acknowledgedAt, 'instant'),
  column('Notice', 38, ({ noticeId }) => noticeId),
];

/** `2026-03-01 09:30`, as a clock in London showed it. */
export const londonMinute = (instant: string): string => `${londonDateOf(instant)} ${londonTimeOf(instant)}`;
