/**
 * Codes of the children looked-after return as people call them; DfE, guide to the SSDA903 collection. A code that is not here
 * is shown as it is.
 */
const PLACEMENT_TYPES: Readonly<Record<string, string>> = {
  ...{ A3: 'placed for adoption', A4: 'placed for adoption', A5: 'placed for adoption' },
  ...{ A6: 'placed for adoption', H5: 'semi-independent living', K1: 'secure children’s home' },
  ...{ K2: 'children’s home', K3: 'supported accommodation', P1: 'with parents', P2: 'independent living' },
  ...{ P3: 'residential employment', R1: 'residential care home', R2: 'NHS or other medical establishment' },
  ...{ R3: 'family centre or mother and baby unit', R5: 'young offender institution' },
  ...{ S1: 'residential school', T0: 'temporary placement', T1: 'temporary: hospital' },
  ...{ T2: 'temporary: holiday', T3: 'temporary: carer on holiday', T4: 'temporary: seven days or less' },
  ...{ U1: 'foster care with relative or friend, long term', U2: 'foster care, relative also adopter' },
  ...{ U3: 'foster care with relative or friend', U4: 'foster care, long term' },
  ...{ U5: 'foster care, carer also adopter', U6: 'foster care', Z1: 'other placement' },
};
const LEGAL_STATUSES: Readonly<Record<string, string>> = {
  ...{ C1: 'interim care order', C2: 'full care order', D1: 'freeing order', E1: 'placement order' },
  ...{ V2: 'accommodated under section 20', V3: 'short breaks', V4: 'short breaks by agreement' },
  ...{ L1: 'police protection', L2: 'emergency protection order', L3: 'child assessment order' },
  ...{ J1: 'remanded', J2: 'detained under PACE', J3: 'youth rehabilitation order with residence' },
};
const MISSING_KINDS: Readonly<Record<string, string>> = {
  M: 'missing',
  A: 'away from placement without authorisation',
};

const BY_FIELD: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  placementType: PLACEMENT_TYPES,
  legalStatus: LEGAL_STATUSES,
  kind: MISSING_KINDS,
};

/** `children’s home (K2)`; undefined where a field has no such codes, or not this one. */
export const codeOf = (field: string, code: string): string | undefined => {
  const codes = BY_FIELD[field];
  const words = codes && Object.hasOwn(codes, code) ? codes[code] : undefined;
  return words === undefined ? undefined : `${words} (${code})`;
};

/** Of a placement, without its code: `children’s home`. */
export const placementInWords = (code: string): string =>
  Object.hasOwn(PLACEMENT_TYPES, code) ? (PLACEMENT_TYPES[code] ?? code) : code;
