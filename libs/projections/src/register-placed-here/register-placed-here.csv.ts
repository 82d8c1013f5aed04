import { toCsv } from '@ibex/kernel';
import type { CsvColumn } from '@ibex/kernel';
import type { Plain } from '@ibex/runtime';
import type { PlacedHereShown } from './register-placed-here.dto';

type Line = Plain<PlacedHereShown>;

const COLUMNS: readonly CsvColumn<Line>[] = [
  { header: 'placing_gss', value: ({ placingAuthority }) => placingAuthority },
  { header: 'placing_authority', value: ({ placingAuthorityName }) => placingAuthorityName },
  { header: 'local_id', value: ({ localId }) => localId ?? null },
  { header: 'surname', value: ({ child }) => child?.surname ?? null },
  { header: 'forename', value: ({ child }) => child?.forename ?? null },
  { header: 'date_of_birth', value: ({ child }) => child?.dateOfBirth ?? null },
  { header: 'start', value: ({ startsOn }) => startsOn },
  { header: 'end', value: ({ endedOn }) => endedOn ?? null },
  { header: 'placement_type', value: ({ placementType }) => placementType ?? null },
  { header: 'provider', value: ({ provider }) => provider ?? null },
  { header: 'provider_urn', value: ({ providerUrn }) => providerUrn ?? null },
  { header: 'legal_status', value: ({ legalStatus }) => legalStatus ?? null },
  { header: 'told_at', value: ({ toldAt }) => toldAt },
  { header: 'acknowledged_at', value: ({ acknowledgedAt }) => acknowledgedAt ?? null },
  { header: 'notice_id', value: ({ noticeId }) => noticeId },
];

/** The register of children placed here by others as a file for a spreadsheet. */
export const placedHereCsv = (lines: readonly Line[]): string => toCsv(COLUMNS, lines);
