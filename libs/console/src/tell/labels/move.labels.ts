import { choices } from './choices';

/** What the codes of a move mean. */
export const COHORTS = choices({
  'child-protection-plan': 'Child protection plan',
  'child-in-need': 'Child in need plan',
  'section-47-open': 'Section 47 enquiries are open',
  'early-help-or-vulnerable': 'Early help, or vulnerable without a plan',
  'homeless-household': 'Homeless household in temporary accommodation',
  'care-leaver': 'Care leaver',
});

export const PERMANENCES = choices({
  permanent: 'Permanent',
  temporary: 'Temporary',
});

export const PLAN_CATEGORIES = choices({
  NEG: 'Neglect',
  PHY: 'Physical abuse',
  SAB: 'Sexual abuse',
  EMO: 'Emotional abuse',
  MUL: 'More than one category',
});

export const HOUSING_FUNCTIONS = choices({
  s188: 'Interim duty to accommodate (section 188)',
  s189B: 'Initial duty to relieve homelessness (section 189B)',
  s190: 'Duty to those intentionally homeless (section 190)',
  s193: 'Main housing duty (section 193)',
  s195: 'Duty to prevent homelessness (section 195)',
  s200: 'Duty after a referral (section 200)',
  other: 'Another function',
});

export const INFORMATION_KINDS = choices({
  assessment: 'Assessment',
  plan: 'Plan',
  'conference-minutes': 'Minutes of the conference',
  chronology: 'Chronology',
  'family-details': 'Family details',
  'pre-birth-plan': 'Pre-birth plan',
  'section-47-record': 'Record of section 47 enquiries',
  summary: 'Summary',
  other: 'Something else',
});

export const DECLINE_REASONS = choices({
  'information-incomplete': 'The written information is not complete',
  'not-living-here': 'The child does not live here',
  'move-is-temporary': 'The move is temporary',
  'threshold-not-met': 'Our threshold is not met',
  'enquiries-to-be-concluded-first': 'Enquiries have to be concluded first',
  other: 'Another reason',
});

export const CONFERENCE_OUTCOMES = choices({
  'plan-continues-here': 'The plan goes on here',
  'plan-not-needed-here': 'No plan is needed here',
});

export const WHEREABOUTS = choices({
  unknown: 'Not known',
  'at-previous-address': 'At the previous address',
  elsewhere: 'Somewhere else',
});

export const MOVE_WITHDRAWN = choices({
  'posted-in-error': 'It was sent by mistake',
  'wrong-child': 'It is about another child',
  'wrong-authority': 'It went to the wrong authority',
  'address-to-be-restricted': 'The address has to be kept from everyone',
  'move-did-not-happen': 'The move did not happen',
});
