/** `nothing`: what spoke for the pair no longer does; told only of pairs that were told otherwise before. */
export type PairOutcome = 'automatic' | 'review' | 'nothing';

/**
 * What the matcher makes of two records. Holds nothing personal. `refs`: in order. `weight`: log2 of the odds, to one
 * decimal. `reasons`: how each thing that both know agrees, such as `surname: same`. `rivals`: other records that could
 * as well be meant, for which alone the pair is not linked automatically.
 */
export type ProposedPair = Readonly<{
  refs: readonly [string, string];
  outcome: PairOutcome;
  weight: number;
  reasons: readonly string[];
  rivals?: readonly string[];
}>;

/** Takes what the matcher makes of pairs: on record, in whatever form. Told at least once; the same again changes nothing. */
export interface LinkProposals {
  propose(pair: ProposedPair): Promise<void>;
}
export const LINK_PROPOSALS = Symbol('LinkProposals');
