/**
 * Code sets of the children looked-after return (SSDA903), England. Sources: DfE, Children looked-after by local
 * authorities in England: guide to the SSDA903 collection, editions 2017-18 to 2025-26; Data to Insight rule set for the same.
 */
import type { CivilDate } from '@ibex/kernel';

/** A code, its meaning, and the first and last London date on which a placement may begin under it. */
export type DatedCode = Readonly<{ text: string; from?: CivilDate; until?: CivilDate }>;

/** PLACE: type of placement. Codes that a newer return dropped stay valid in history. */
export const PLACEMENT_TYPES = {
  A3: { text: 'Placed for adoption with consent, with current foster carer' },
  A4: { text: 'Placed for adoption with consent, not with current foster carer' },
  A5: { text: 'Placed for adoption with placement order, with current foster carer' },
  A6: { text: 'Placed for adoption with placement order, not with current foster carer' },
  // Sources differ on the last year of H5; it is accepted throughout.
  H5: { text: 'Semi-independent living not subject to the children’s homes regulations' },
  K1: { text: 'Secure children’s home' },
  K2: { text: 'Children’s home' },
  // New in the 2024-25 return, which recodes placements that began earlier: no first date.
  K3: { text: 'Supported accommodation' },
  P1: { text: 'With own parents or another person with parental responsibility' },
  // CPPCR Regs 2010 reg 27C, in force 28 October 2023; the 2023-24 return ends the code the day before.
  P2: { text: 'Independent living', until: '2023-10-27' },
  P3: { text: 'Residential employment' },
  R1: { text: 'Residential care home' },
  R2: { text: 'NHS or other establishment providing medical or nursing care' },
  R3: { text: 'Family centre or mother and baby unit' },
  R5: { text: 'Young offender institution' },
  S1: { text: 'Residential school, not also registered as a children’s home' },
  T0: { text: 'Temporary placement of any kind' },
  T1: { text: 'Temporary: hospital' },
  T2: { text: 'Temporary: holiday' },
  T3: { text: 'Temporary: usual carer on holiday' },
  T4: { text: 'Temporary: other, seven days or less' },
  U1: { text: 'Foster placement with relative or friend: long term' },
  U2: { text: 'Foster placement with relative or friend also approved as adopter' },
  U3: { text: 'Foster placement with relative or friend: other' },
  U4: { text: 'Foster placement with other carer: long term' },
  U5: { text: 'Foster placement with other carer also approved as adopter' },
  U6: { text: 'Foster placement with other carer: other' },
  Z1: { text: 'Other placement' },
  // Z11 to Z14 take the place of Z1 from the 2025-26 return; their descriptions were not found in a source.
  Z11: { text: 'Other placement (Z11)', from: '2025-04-01' },
  Z12: { text: 'Other placement (Z12)', from: '2025-04-01' },
  Z13: { text: 'Other placement (Z13)', from: '2025-04-01' },
  Z14: { text: 'Other placement (Z14)', from: '2025-04-01' },
} as const satisfies Readonly<Record<string, DatedCode>>;

/** PLACE_PROVIDER. */
export const PLACEMENT_PROVIDERS = {
  PR0: 'Parents or other person with parental responsibility',
  PR1: 'Own provision by the local authority',
  PR2: 'Another local authority',
  PR3: 'Other public provision',
  PR4: 'Private provision',
  PR5: 'Voluntary or third-sector provision',
} as const;

/** LS: legal status. */
export const LEGAL_STATUSES = {
  C1: 'Interim care order',
  C2: 'Full care order',
  D1: 'Freeing order',
  E1: 'Placement order',
  V2: 'Single period of accommodation under section 20',
  V3: 'Series of short breaks, recorded as episodes',
  V4: 'Series of short breaks, recorded as an agreement',
  L1: 'Police protection in local authority accommodation',
  L2: 'Emergency protection order',
  L3: 'Child assessment order in local authority accommodation',
  J1: 'Remanded to local authority accommodation or youth detention',
  J2: 'Detained under PACE in local authority accommodation',
  J3: 'Youth rehabilitation order with residence or intensive fostering',
} as const;

/** RNE: reason for new episode. */
export const REASONS_FOR_NEW_EPISODE = {
  S: 'Started to be looked after',
  L: 'Change of legal status only',
  P: 'Change of placement and carer',
  T: 'Change of placement, same carer',
  B: 'Change of legal status, placement and carer',
  U: 'Change of legal status and placement, same carer',
} as const;

/** CIN: category of need. */
export const NEED_CODES = {
  N1: 'Abuse or neglect',
  N2: 'Child’s disability',
  N3: 'Parental illness or disability',
  N4: 'Family in acute stress',
  N5: 'Family dysfunction',
  N6: 'Socially unacceptable behaviour',
  N7: 'Low income',
  N8: 'Absent parenting',
  N9: 'Not a child in need',
  N0: 'Not stated',
} as const;

/** REASON_PLACE_CHANGE, on the episode that ceases. */
export const REASONS_FOR_PLACEMENT_CHANGE = {
  CARPL: 'Change to or implementation of the care plan',
  CLOSE: 'Resignation of the carer or closure of the provision',
  ALLEG: 'Allegation, section 47',
  STAND: 'Standards of care concern',
  APPRR: 'Approval removed',
  CREQB: 'Carer asks for the placement to end because of the child’s behaviour',
  CREQO: 'Carer asks for the placement to end for another reason',
  CHILD: 'Child asks for the placement to end',
  LAREQ: 'Responsible or area authority asks for the placement to end',
  PLACE: 'Change in the status of the placement only',
  CUSTOD: 'Custody arrangement',
  OTHER: 'Other',
} as const;

/** REC: reason the episode ceased. */
export const REASONS_EPISODE_CEASED = {
  X1: 'A new episode begins on the same day',
  E11: 'Adopted, application unopposed',
  E12: 'Adopted, consent dispensed with',
  E2: 'Died',
  E3: 'Care taken over by another authority in the United Kingdom',
  E4A: 'Returned home, planned',
  E4B: 'Returned home, unplanned',
  E13: 'Left care to live with a person without parental responsibility',
  E41: 'Child arrangements order',
  E45: 'Special guardianship order made to former foster carer, relative or friend',
  E46: 'Special guardianship order made to former foster carer, other',
  E47: 'Special guardianship order made to carer other than former foster carer, relative or friend',
  E48: 'Special guardianship order made to another carer',
  E5: 'Moved into independent living with support',
  E6: 'Moved into independent living without support',
  E7: 'Transferred to residential care of adult social services',
  E8: 'Ceased for another reason',
  E9: 'Sentenced to custody',
  E14: 'Accommodation on remand ended',
  E15: 'Age assessed as 18 or over',
  E16: 'Moved abroad',
  E17: 'Aged 18 or over and stayed with the carers',
} as const;

/** MISSING: kind of missing episode. */
export const MISSING_KINDS = { M: 'Missing', A: 'Away from placement without authorisation' } as const;

/** PL_LA for a placement outside England: no English authority can be named. `CON` (confidential) is a restricted host. */
export const OUTSIDE_ENGLAND = {
  WAL: 'Wales',
  SCO: 'Scotland',
  NIR: 'Northern Ireland',
  NUK: 'Outside the United Kingdom',
} as const;

export type PlacementType = keyof typeof PLACEMENT_TYPES;
export type PlacementProvider = keyof typeof PLACEMENT_PROVIDERS;
export type LegalStatus = keyof typeof LEGAL_STATUSES;
export type ReasonForNewEpisode = keyof typeof REASONS_FOR_NEW_EPISODE;
export type NeedCode = keyof typeof NEED_CODES;
export type ReasonForPlacementChange = keyof typeof REASONS_FOR_PLACEMENT_CHANGE;
export type ReasonEpisodeCeased = keyof typeof REASONS_EPISODE_CEASED;
export type MissingKind = keyof typeof MISSING_KINDS;
export type OutsideEngland = keyof typeof OUTSIDE_ENGLAND;

/** URN of a provider: Ofsted `SC999999` or `9999999`; `XXXXXXX` where another body inspects it. */
export const isProviderUrn = (text: string): boolean => /^(SC\d{6}|\d{7}|X{7})$/.test(text);

/** True when a placement may begin on that date under that code. */
export const isPlacementTypeValidOn = (code: PlacementType, startsOn: CivilDate): boolean => {
  const dated: DatedCode = PLACEMENT_TYPES[code];
  return (
    (dated.from === undefined || startsOn >= dated.from) &&
    (dated.until === undefined || startsOn <= dated.until)
  );
};
