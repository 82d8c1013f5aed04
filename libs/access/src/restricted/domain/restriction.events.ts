import type { Fact, RecordLabel, RecordedFact } from '@ibex/kernel';

/** `by`: the owner, GSS code; `person`: who acted for it. */
type By = Readonly<{ by: string; person: string; label: RecordLabel }>;

export type RecordRestricted = Fact<'RecordRestricted', By, { reason: string }>;
/** One person proposes that a label be taken off; it holds until another one agrees. */
export type RestrictionLiftingProposed = Fact<'RestrictionLiftingProposed', By, { reason: string }>;
export type RecordRestrictionLifted = Fact<'RecordRestrictionLifted', By & { proposedBy: string }>;
export type RestrictionFact = RecordRestricted | RestrictionLiftingProposed | RecordRestrictionLifted;

export const RESTRICTION_CATEGORY = 'restriction';
export const restrictionStream = (recordRef: string): string => `${RESTRICTION_CATEGORY}-${recordRef}`;

const TYPES: Readonly<Record<RestrictionFact['type'], true>> = {
  RecordRestricted: true,
  RestrictionLiftingProposed: true,
  RecordRestrictionLifted: true,
};

/** A recorded fact of the stream, typed: it holds only what its decider accepted. */
export const isRestrictionFact = (fact: RecordedFact): fact is RecordedFact & RestrictionFact =>
  Object.hasOwn(TYPES, fact.type);
