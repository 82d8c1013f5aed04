export const MISSING_FROM = ['care', 'home'] as const;
export type MissingFrom = (typeof MISSING_FROM)[number];

/** College of Policing, APP on missing persons. London boroughs record that the Met grades every missing child medium or high. */
export const MISSING_RISKS = ['no-apparent-risk', 'low', 'medium', 'high'] as const;
export type MissingRisk = (typeof MISSING_RISKS)[number];

export const FOUND_BY = ['police', 'carer', 'self', 'family', 'other'] as const;
export type FoundBy = (typeof FOUND_BY)[number];

/** Who holds the return interview: independent of the placement (statutory guidance 2014). */
export const INTERVIEWERS = [
  'responsible-authority',
  'host-authority',
  'commissioned-provider',
  'other-independent',
] as const;
export type Interviewer = (typeof INTERVIEWERS)[number];

export const DECLINED_BY = ['child', 'parent-or-carer', 'not-reached', 'other'] as const;
export type DeclinedBy = (typeof DECLINED_BY)[number];

/** What set off the discussion: local thresholds, none in law. */
export const STRATEGY_TRIGGERS = [
  'repeat-episodes',
  'length-of-absence',
  'significant-harm',
  'exploitation',
  'other',
] as const;
export type StrategyTrigger = (typeof STRATEGY_TRIGGERS)[number];

/** What an authority that was told is doing. */
export const MISSING_RESPONSES = [
  'received',
  'own-records-checked',
  'staff-alerted',
  'addresses-visited',
  'with-police',
  'copy-corrected',
  'nothing-known',
  'other',
] as const;
export type MissingResponse = (typeof MISSING_RESPONSES)[number];

export const MISSING_WITHDRAWN_BECAUSE = [
  'posted-in-error',
  'wrong-child',
  'duplicate',
  'not-missing',
] as const;
export type MissingWithdrawnBecause = (typeof MISSING_WITHDRAWN_BECAUSE)[number];
