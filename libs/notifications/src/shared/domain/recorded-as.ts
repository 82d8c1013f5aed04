import type { Fact, RecordedFact } from '@ibex/kernel';

/** A guard that tells the recorded facts of one notification type from all others, so that a rule sees them typed. */
export const recordedAs =
  <E extends Fact>(types: readonly E['type'][]) =>
  (fact: RecordedFact): fact is RecordedFact & E =>
    types.some((type) => type === fact.type);
