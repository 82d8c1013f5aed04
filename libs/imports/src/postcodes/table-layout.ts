import { isPostcode, normalisePostcode } from '@ibex/notifications';
import { plainName } from '../csv/table';
import { ImportFault } from '../import-fault';

/** Where a row of the table holds the postcode, the district or only authority, and the county above it. */
export type TableLayout = Readonly<{
  postcode: number;
  authority: number;
  county?: number;
  hasHeader: boolean;
}>;

/** Names of the ONS Postcode Directory, older (oslaua, oscty) and newer (lad25cd, cty25cd) editions. */
const POSTCODE_NAMES = [/^pcds$/, /^pcd\d?$/, /postcode/];
const AUTHORITY_NAMES = [/^oslaua$/, /^lad\d*cd$/, /^laua$/, /gss/, /code$/];
const COUNTY_NAMES = [/^oscty$/, /^cty\d*cd$/];

/** ONS nine-character code; pseudo codes such as E99999999 say that there is none. */
export const isAreaCode = (text: string): boolean =>
  /^[EWSNLM]\d{8}$/.test(text) && !text.endsWith('99999999');

const findColumn = (
  header: readonly string[],
  names: readonly RegExp[],
  not?: number,
): number | undefined => {
  const plain = header.map(plainName);
  for (const name of names) {
    const at = plain.findIndex((column, index) => index !== not && name.test(column));
    if (at >= 0) return at;
  }
  return undefined;
};

const isBareRow = ([first = '', second = '']: readonly string[]): boolean =>
  isPostcode(normalisePostcode(first)) && isAreaCode(second.trim());

/** From the first line: the ONS directory by its column names, else a column of postcodes and one of codes. */
export const tableLayoutOf = (firstLine: readonly string[]): TableLayout => {
  if (firstLine.length < 2) {
    throw new ImportFault(
      'imports/no-postcodes',
      'the table needs two columns: a postcode and the ONS code of its authority',
    );
  }
  if (isBareRow(firstLine)) return { postcode: 0, authority: 1, hasHeader: false };
  const postcode = findColumn(firstLine, POSTCODE_NAMES) ?? 0;
  const authority = findColumn(firstLine, AUTHORITY_NAMES, postcode) ?? (postcode === 0 ? 1 : 0);
  const county = findColumn(firstLine, COUNTY_NAMES);
  return { postcode, authority, ...(county === undefined ? {} : { county }), hasHeader: true };
};

/**
 * Postcode and the authority with children's services there: where a county council stands above the district, the
 * county (E10…), since districts have none (Children Act 2004 s65). Terminated postcodes count: records keep them.
 */
export const postcodeEntry = (
  cells: readonly string[],
  layout: TableLayout,
): readonly [postcode: string, gss: string] | undefined => {
  const postcode = normalisePostcode(cells[layout.postcode] ?? '');
  const county = layout.county === undefined ? '' : (cells[layout.county] ?? '').trim();
  const authority = (cells[layout.authority] ?? '').trim();
  const code = /^E10/.test(county) ? county : authority;
  return isPostcode(postcode) && isAreaCode(code) ? [postcode, code] : undefined;
};
