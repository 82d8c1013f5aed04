/** Code sets about a person. Source: DfE children in need census 2025-26 specification; SSDA903 guide for sex and UPN unknown. */

/** M, F and U are used from the 2024-25 return; 1 and 2 of older returns are translated by the importer. */
export const SEXES = { M: 'Male', F: 'Female', U: 'Unknown' } as const;

export const ETHNICITIES = {
  WBRI: 'White British',
  WIRI: 'White Irish',
  WIRT: 'Traveller of Irish heritage',
  WROM: 'Gypsy or Roma',
  WOTH: 'Any other white background',
  MWBC: 'White and Black Caribbean',
  MWBA: 'White and Black African',
  MWAS: 'White and Asian',
  MOTH: 'Any other mixed background',
  AIND: 'Indian',
  APKN: 'Pakistani',
  ABAN: 'Bangladeshi',
  AOTH: 'Any other Asian background',
  CHNE: 'Chinese',
  BCRB: 'Black Caribbean',
  BAFR: 'Black African',
  BOTH: 'Any other Black background',
  OOTH: 'Any other ethnic group',
  REFU: 'Refused',
  NOBT: 'Not yet obtained',
} as const;

/** Stands in the UPN field where there is none. The text of UN6 and UN7 was not found in a source. */
export const UPN_UNKNOWN = {
  UN1: 'Not yet of school age',
  UN2: 'Has never attended a maintained school in England',
  UN3: 'Educated outside England',
  UN4: 'Newly looked after, UPN not yet known',
  UN5: 'Sources disagree',
  UN6: 'Unknown (UN6)',
  UN7: 'Unknown (UN7)',
} as const;

export type Sex = keyof typeof SEXES;
export type Ethnicity = keyof typeof ETHNICITIES;
export type UpnUnknown = keyof typeof UPN_UNKNOWN;
