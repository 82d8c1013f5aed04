export type Edge = 'north' | 'east' | 'south' | 'west';
export const EDGES: readonly Edge[] = ['north', 'east', 'south', 'west'];

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
/** How far along its side, from the west or the north: 0 to 1. */
const ALONG: Readonly<Record<string, number>> = {
  ...{ E10000012: 0.2, E06000033: 0.35, E06000034: 0.45, E06000035: 0.68, E10000016: 0.82 },
  ...{ E10000029: 0.05, E10000020: 0, E10000015: 0.5, E10000030: 0.35, E06000060: 0.15 },
  ...{ E06000039: 0.5, E06000040: 0.6, E10000011: 0.7, E10000014: 0.15, E10000025: 0.3 },
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

/** In the middle of its side, unless more is known. */
export const alongOf = (key: string): number => ALONG[key] ?? 0.5;
