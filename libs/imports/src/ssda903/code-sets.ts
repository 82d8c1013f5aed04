/**
 * Code sets of the SSDA903 return by the year in which a return is made (2025 = 1 April 2024 to 31 March 2025).
 * Sources: LIIA schema SSDA903_schema_2017.yml and its diffs of 2019, 2022, 2024, 2025 and 2026; DfE validator rules
 * 101, 103, 143-146, 149, 178, 1006, 1009 of the 2024-25 return; P2 may not be used for placements from 28 October 2023.
 */
export type CodeSet = Readonly<{
  /** Number of the DfE rule that such a code breaks. */
  rule: string;
  mayBeBlank: boolean;
  codes: ReadonlyMap<string, Years>;
}>;
/** Years of return in which the code is in use; without bounds: all of 2017 to 2026. */
export type Years = Readonly<{ from?: number; until?: number }>;

const set = (
  rule: string,
  always: string,
  changed: Readonly<Record<string, Years>> = {},
  mayBeBlank = false,
): CodeSet => ({
  rule,
  mayBeBlank,
  codes: new Map([
    ...always.split(' ').map((code) => [code, {}] as [string, Years]),
    ...Object.entries(changed),
  ]),
});

export const CODE_SETS = {
  SEX: set('101', '', {
    ...{ '1': { until: 2024 }, '2': { until: 2024 } },
    ...{ M: { from: 2025 }, F: { from: 2025 }, U: { from: 2025 } },
  }),
  ETHNIC: set(
    '103',
    'WBRI WIRI WOTH WIRT WROM MWBC MWBA MWAS MOTH AIND APKN ABAN AOTH BCRB BAFR BOTH CHNE OOTH REFU NOBT',
  ),
  RNE: set('143', 'S L P T B U'),
  LS: set('144', 'C1 C2 D1 E1 V2 V3 V4 L1 L2 L3 J1 J2 J3'),
  CIN: set('145', 'N1 N2 N3 N4 N5 N6 N7 N8', {}, true),
  PLACE: set('146', 'A3 A4 A5 A6 K1 K2 P1 P3 R1 R2 R3 R5 S1 T0 T1 T2 T3 T4 U1 U2 U3 U4 U5 U6 Z1', {
    ...{ H5: { until: 2024 }, P2: { until: 2024 }, K3: { from: 2025 } },
    ...{ Z11: { from: 2026 }, Z12: { from: 2026 }, Z13: { from: 2026 }, Z14: { from: 2026 } },
  }),
  PLACE_PROVIDER: set('178', 'PR0 PR1 PR2 PR3 PR4 PR5', {}, true),
  REC: set(
    '149',
    'X1 E11 E12 E2 E3 E4A E4B E13 E41 E5 E6 E7 E9 E14 E15 E16 E17 E8',
    {
      ...{ E43: { until: 2018 }, E44: { until: 2018 } },
      ...{ E45: { from: 2019 }, E46: { from: 2019 }, E47: { from: 2019 }, E48: { from: 2019 } },
    },
    true,
  ),
  REASON_PLACE_CHANGE: set(
    '1009',
    'CARPL CLOSE ALLEG STAND APPRR CREQB CREQO CHILD LAREQ PLACE OTHER',
    { CUSTOD: { from: 2019 } },
    true,
  ),
  MISSING: set('1006', 'M A'),
} as const satisfies Readonly<Record<string, CodeSet>>;
export type CodedColumn = keyof typeof CODE_SETS;

export const isCode = (column: CodedColumn, value: string): boolean => {
  const { codes, mayBeBlank } = CODE_SETS[column];
  return value === '' ? mayBeBlank : codes.has(value);
};

/** False for a code that only returns of other years use. An unknown year passes everything. */
export const isCodeOfYear = (column: CodedColumn, value: string, year: number | undefined): boolean => {
  const codes: ReadonlyMap<string, Years> = CODE_SETS[column].codes;
  const years = codes.get(value);
  if (year === undefined || years === undefined) return true;
  return year >= (years.from ?? year) && year <= (years.until ?? year);
};
