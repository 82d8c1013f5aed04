import type { Decider, Fact, RecordedFact, Refusal, Request } from '@ibex/kernel';

/**
 * The state that a stream's facts add up to. The one place where stored facts are taken for the decider's own: a
 * stream holds only what its decider accepted, lifted to its present version.
 */
export const foldFacts = <C extends Request, E extends Fact, S, R extends Refusal>(
  decider: Decider<C, E, S, R>,
  stored: readonly RecordedFact[],
): S =>
  stored.reduce(
    (state, { type, data }) => decider.evolve(state, { type, data } as unknown as E),
    decider.initialState,
  );
