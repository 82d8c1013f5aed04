/** SSDA903 placement codes (DfE, children looked after return 2025 to 2026, and H5, P2 and Z1 of earlier years). */
const PLACEMENT_TYPES: Readonly<Record<string, string>> = {
  A3: 'Placed for adoption, current foster carer, with consent',
  A4: 'Placed for adoption, other carer, with consent',
  A5: 'Placed for adoption, current foster carer, under an order',
  A6: 'Placed for adoption, other carer, under an order',
  H5: 'Semi-independent living',
  K1: 'Secure children’s home',
  K2: 'Children’s home',
  K3: 'Supported accommodation',
  P1: 'With parents',
  P2: 'Independent living',
  P3: 'Residential employment',
  R1: 'Residential care home',
  R2: 'NHS or other health setting',
  R3: 'Family centre or mother and baby unit',
  R5: 'Young offender institution',
  S1: 'Residential school',
  T0: 'Temporary move',
  T1: 'Temporary: in hospital',
  T2: 'Temporary: on holiday',
  T3: 'Temporary: carer on holiday',
  T4: 'Temporary: 7 days or less',
  U1: 'Foster care with a relative or friend, long term',
  U2: 'Foster care with a relative or friend, also for adoption',
  U3: 'Foster care with a relative or friend',
  U4: 'Foster care, long term',
  U5: 'Foster care, also for adoption',
  U6: 'Foster care',
  Z1: 'Other',
};

/** SSDA903 legal status. */
const LEGAL_STATUSES: Readonly<Record<string, string>> = {
  C1: 'Interim care order',
  C2: 'Full care order',
  D1: 'Freeing order',
  E1: 'Placement order',
  J1: 'Remanded to local authority or youth detention',
  J2: 'Detained under PACE',
  J3: 'Youth rehabilitation order with residence or fostering',
  L1: 'Police protection',
  L2: 'Emergency protection order',
  L3: 'Child assessment order',
  V2: 'Section 20',
  V3: 'Short breaks',
  V4: 'Short breaks under an agreement',
};

const inWords = (table: Readonly<Record<string, string>>, code: string | undefined): string => {
  if (code === undefined) return 'Not said';
  const words = Object.hasOwn(table, code) ? table[code] : undefined;
  return words === undefined ? code : `${words} (${code})`;
};

/** `Foster care (U6)`; a code that is not known stands for itself. */
export const placementTypeInWords = (code: string | undefined): string => inWords(PLACEMENT_TYPES, code);
export const legalStatusInWords = (code: string | undefined): string => inWords(LEGAL_STATUSES, code);
