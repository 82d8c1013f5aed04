import { choices } from './choices';

/** What the codes of the children looked-after return mean, as a person reads them. A spec holds them to the contract. */
export const PLACEMENT_TYPES = choices({
  A3: 'Placed for adoption with consent, with current foster carer (A3)',
  A4: 'Placed for adoption with consent, not with current foster carer (A4)',
  A5: 'Placed for adoption with placement order, with current foster carer (A5)',
  A6: 'Placed for adoption with placement order, not with current foster carer (A6)',
  H5: 'Semi-independent living not subject to the children’s homes regulations (H5)',
  K1: 'Secure children’s home (K1)',
  K2: 'Children’s home (K2)',
  K3: 'Supported accommodation (K3)',
  P1: 'With own parents or another person with parental responsibility (P1)',
  P2: 'Independent living (P2)',
  P3: 'Residential employment (P3)',
  R1: 'Residential care home (R1)',
  R2: 'NHS or other establishment providing medical or nursing care (R2)',
  R3: 'Family centre or mother and baby unit (R3)',
  R5: 'Young offender institution (R5)',
  S1: 'Residential school, not also registered as a children’s home (S1)',
  T0: 'Temporary placement of any kind (T0)',
  T1: 'Temporary: hospital (T1)',
  T2: 'Temporary: holiday (T2)',
  T3: 'Temporary: usual carer on holiday (T3)',
  T4: 'Temporary: other, seven days or less (T4)',
  U1: 'Foster placement with relative or friend: long term (U1)',
  U2: 'Foster placement with relative or friend also approved as adopter (U2)',
  U3: 'Foster placement with relative or friend: other (U3)',
  U4: 'Foster placement with other carer: long term (U4)',
  U5: 'Foster placement with other carer also approved as adopter (U5)',
  U6: 'Foster placement with other carer: other (U6)',
  Z1: 'Other placement (Z1)',
  Z11: 'Other placement (Z11)',
  Z12: 'Other placement (Z12)',
  Z13: 'Other placement (Z13)',
  Z14: 'Other placement (Z14)',
});

export const PROVIDERS = choices({
  PR0: 'Parents or other person with parental responsibility (PR0)',
  PR1: 'Own provision by the local authority (PR1)',
  PR2: 'Another local authority (PR2)',
  PR3: 'Other public provision (PR3)',
  PR4: 'Private provision (PR4)',
  PR5: 'Voluntary or third-sector provision (PR5)',
});

export const LEGAL_STATUSES = choices({
  C1: 'Interim care order (C1)',
  C2: 'Full care order (C2)',
  D1: 'Freeing order (D1)',
  E1: 'Placement order (E1)',
  V2: 'Single period of accommodation under section 20 (V2)',
  V3: 'Series of short breaks, recorded as episodes (V3)',
  V4: 'Series of short breaks, recorded as an agreement (V4)',
  L1: 'Police protection in local authority accommodation (L1)',
  L2: 'Emergency protection order (L2)',
  L3: 'Child assessment order in local authority accommodation (L3)',
  J1: 'Remanded to local authority accommodation or youth detention (J1)',
  J2: 'Detained under PACE in local authority accommodation (J2)',
  J3: 'Youth rehabilitation order with residence or intensive fostering (J3)',
});

export const REASONS_FOR_NEW_EPISODE = choices({
  S: 'Started to be looked after (S)',
  L: 'Change of legal status only (L)',
  P: 'Change of placement and carer (P)',
  T: 'Change of placement, same carer (T)',
  B: 'Change of legal status, placement and carer (B)',
  U: 'Change of legal status and placement, same carer (U)',
});

export const NEEDS = choices({
  N1: 'Abuse or neglect (N1)',
  N2: 'Child’s disability (N2)',
  N3: 'Parental illness or disability (N3)',
  N4: 'Family in acute stress (N4)',
  N5: 'Family dysfunction (N5)',
  N6: 'Socially unacceptable behaviour (N6)',
  N7: 'Low income (N7)',
  N8: 'Absent parenting (N8)',
  N9: 'Not a child in need (N9)',
  N0: 'Not stated (N0)',
});

export const REASONS_FOR_CHANGE = choices({
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
});

export const REASONS_CEASED = choices({
  X1: 'A new episode begins on the same day (X1)',
  E11: 'Adopted, application unopposed (E11)',
  E12: 'Adopted, consent dispensed with (E12)',
  E2: 'Died (E2)',
  E3: 'Care taken over by another authority in the United Kingdom (E3)',
  E4A: 'Returned home, planned (E4A)',
  E4B: 'Returned home, unplanned (E4B)',
  E13: 'Left care to live with a person without parental responsibility (E13)',
  E41: 'Child arrangements order (E41)',
  E45: 'Special guardianship order made to former foster carer, relative or friend (E45)',
  E46: 'Special guardianship order made to former foster carer, other (E46)',
  E47: 'Special guardianship order made to carer other than former foster carer, relative or friend (E47)',
  E48: 'Special guardianship order made to another carer (E48)',
  E5: 'Moved into independent living with support (E5)',
  E6: 'Moved into independent living without support (E6)',
  E7: 'Transferred to residential care of adult social services (E7)',
  E8: 'Ceased for another reason (E8)',
  E9: 'Sentenced to custody (E9)',
  E14: 'Accommodation on remand ended (E14)',
  E15: 'Age assessed as 18 or over (E15)',
  E16: 'Moved abroad (E16)',
  E17: 'Aged 18 or over and stayed with the carers (E17)',
});

export const OUTSIDE_ENGLAND = choices({
  WAL: 'Wales',
  SCO: 'Scotland',
  NIR: 'Northern Ireland',
  NUK: 'Outside the United Kingdom',
});
