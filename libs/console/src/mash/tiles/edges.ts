export type Edge = 'north' | 'east' | 'south' | 'west';

/** On which side of London an authority lies, where its region says it not well enough. */
const BY_CODE: Readonly<Record<string, Edge>> = {
  ...{ E10000012: 'east', E06000034: 'east', E06000033: 'east', E10000016: 'east', E06000035: 'east' },
  ...{ E10000029: 'east', E10000020: 'east', E06000060: 'west', E06000039: 'west', E06000040: 'west' },
  ...{ E06000038: 'west', E06000041: 'west', E06000036: 'west', E06000037: 'west', E10000025: 'west' },
  ...{ E06000042: 'north' },
};
const BY_REGION: Readonly<Record<string, Edge>> = {
  ...{ 'East of England': 'north', 'South East': 'south', 'South West': 'west', 'West Midlands': 'west' },
  ...{ 'East Midlands': 'north', 'North West': 'north', 'North East': 'north' },
  'Yorkshire and The Humber': 'north',
};
const BY_COUNTRY: Readonly<Record<string, Edge>> = { WAL: 'west', SCO: 'north', NIR: 'west', NUK: 'south' };
const COUNTRIES: Readonly<Record<string, string>> = {
  ...{ WAL: 'Wales', SCO: 'Scotland', NIR: 'Northern Ireland', NUK: 'Outside the UK' },
};

/** `region`: as the DfE groups authorities. */
export const edgeOf = (gss: string, region: string | undefined): Edge =>
  BY_CODE[gss] ?? BY_REGION[region ?? ''] ?? 'north';

export const edgeOfCountry = (code: string): Edge => BY_COUNTRY[code] ?? 'south';
export const countryInWords = (code: string): string => COUNTRIES[code] ?? 'Outside England';
