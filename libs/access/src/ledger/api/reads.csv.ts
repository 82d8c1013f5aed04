import { toCsv } from '@ibex/kernel';
import type { CsvColumn } from '@ibex/kernel';
import type { Plain } from '@ibex/runtime';
import type { ReadShownDto } from './reads.dto';

type Line = Plain<ReadShownDto>;

const COLUMNS: readonly CsvColumn<Line>[] = [
  { header: 'at', value: ({ at }) => at },
  { header: 'last_at', value: ({ at, lastAt }) => lastAt ?? at },
  { header: 'record_ref', value: ({ recordRef }) => recordRef },
  { header: 'owner_gss', value: ({ owner }) => owner },
  { header: 'reader_gss', value: ({ authority }) => authority },
  { header: 'reader_authority', value: ({ authorityName }) => authorityName },
  { header: 'person', value: ({ person }) => person },
  { header: 'role', value: ({ role }) => role },
  { header: 'what', value: ({ what }) => what },
  { header: 'purpose', value: ({ purpose }) => purpose },
  { header: 'basis', value: ({ basis }) => basis },
  { header: 'source', value: ({ source }) => source },
  { header: 'in_list', value: ({ inList }) => inList },
  { header: 'told', value: ({ told }) => told },
];

/** Who looked, as a file for a spreadsheet. */
export const readsCsv = (lines: readonly Line[]): string => toCsv(COLUMNS, lines);
