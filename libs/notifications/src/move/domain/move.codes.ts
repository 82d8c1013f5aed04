/** Which support, at which threshold, moves with the child. Field reference 1B (B1-B9) and D15. */
export const COHORTS = [
  'child-protection-plan',
  'child-in-need',
  'section-47-open',
  'early-help-or-vulnerable',
  'homeless-household',
  'care-leaver',
] as const;
export type Cohort = (typeof COHORTS)[number];

export const PERMANENCES = ['permanent', 'temporary'] as const;
export type Permanence = (typeof PERMANENCES)[number];

/** Category of a child protection plan as in the children in need census (CPPstart category of abuse). */
export const PLAN_CATEGORIES = ['NEG', 'PHY', 'SAB', 'EMO', 'MUL'] as const;
export type PlanCategory = (typeof PLAN_CATEGORIES)[number];

/** The housing function that the accommodation discharges; section 208(4) asks the notice to name it. */
export const HOUSING_FUNCTIONS = ['s188', 's189B', 's190', 's193', 's195', 's200', 'other'] as const;
export type HousingFunction = (typeof HOUSING_FUNCTIONS)[number];

export const INFORMATION_KINDS = [
  'assessment',
  'plan',
  'conference-minutes',
  'chronology',
  'family-details',
  'pre-birth-plan',
  'section-47-record',
  'summary',
  'other',
] as const;
export type InformationKind = (typeof INFORMATION_KINDS)[number];

export const DECLINE_REASONS = [
  'information-incomplete',
  'not-living-here',
  'move-is-temporary',
  'threshold-not-met',
  'enquiries-to-be-concluded-first',
  'other',
] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

export const CONFERENCE_OUTCOMES = ['plan-continues-here', 'plan-not-needed-here'] as const;
export type ConferenceOutcome = (typeof CONFERENCE_OUTCOMES)[number];

/** Where the child is thought to be when it did not arrive. */
export const WHEREABOUTS = ['unknown', 'at-previous-address', 'elsewhere'] as const;
export type Whereabouts = (typeof WHEREABOUTS)[number];

export const WITHDRAWAL_REASONS = [
  'posted-in-error',
  'wrong-child',
  'wrong-authority',
  'address-to-be-restricted',
  'move-did-not-happen',
] as const;
export type WithdrawalReason = (typeof WITHDRAWAL_REASONS)[number];
