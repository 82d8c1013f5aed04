import type { Decider, Fact, Refusal, Request } from '@ibex/kernel';

type Then<E extends Fact, R extends Refusal> = Readonly<{
  /** Accepted, with exactly these facts. */
  then(...facts: readonly E[]): void;
  /** Refused with this code, and a sentence fit for a person. */
  refused(code: R['code']): void;
}>;

/** Reads as a sentence: given this history, when that is ordered, then these facts, or refused with that code. */
export const given =
  <C extends Request, E extends Fact, S, R extends Refusal>(decider: Decider<C, E, S, R>, now: string) =>
  (...history: readonly E[]): Readonly<{ when(command: C): Then<E, R> }> => ({
    when: (command) => {
      const state = history.reduce<S>((earlier, fact) => decider.evolve(earlier, fact), decider.initialState);
      const decision = decider.decide(command, state, now);
      return {
        then: (...facts) => expect(decision).toEqual({ outcome: 'accepted', facts }),
        refused: (code) => {
          expect(decision).toMatchObject({ outcome: 'refused', refusal: { code } });
          expect(decision).toHaveProperty('refusal.because', expect.stringMatching(/\w+ \w+/));
        },
      };
    },
  });
