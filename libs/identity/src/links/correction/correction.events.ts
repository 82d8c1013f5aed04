import type { Fact, RecordedFact } from '@ibex/kernel';

/** An authority that was shown records of both children as one child’s, and which (references). */
export type Reached = Readonly<{
  authority: string;
  shown: readonly string[];
  firstAt: string;
  lastAt: string;
}>;

/**
 * What followed from parting two records: who had seen them, or what hung on them, as one child’s. `sides`: the records
 * of the one child and of the other. `linkFact`: the fact that parted them.
 */
export type CorrectionIssued = Fact<
  'CorrectionIssued',
  {
    linkId: string;
    linkFact: string;
    sides: readonly [readonly string[], readonly string[]];
    owners: readonly string[];
    reached: readonly Reached[];
  }
>;
export type CorrectionFact = CorrectionIssued;

export const isCorrectionFact = (fact: RecordedFact): fact is RecordedFact & CorrectionFact =>
  fact.type === 'CorrectionIssued';

export const CORRECTION_CATEGORY = 'correction';
export const CORRECTION_MESSAGE = 'uk.ibex.correction.issued';
export const correctionStream = (id: string): string => `${CORRECTION_CATEGORY}-${id}`;
export const correctionIdOf = (stream: string): string => stream.slice(CORRECTION_CATEGORY.length + 1);
