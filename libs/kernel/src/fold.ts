import type { RecordedFact } from './recorded';

type Step<S> = Readonly<{ fact: RecordedFact; before: Step<S> | undefined; state: S }>;

/** True when these are the facts, from the first to the `count`-th, that led to a step, and no others. */
const ledTo = <S>(step: Step<S> | undefined, facts: readonly RecordedFact[], count: number): boolean => {
  let at = count - 1;
  let each = step;
  while (each && at >= 0 && each.fact === facts[at]) {
    each = each.before;
    at -= 1;
  }
  return !each && at < 0;
};

/**
 * Folds the facts of a stream, oldest first. A history that goes on from one folded before is folded from there on:
 * rules are asked after every fact of a stream, and streams grow. Only the very same facts in the very same order
 * count, so that the answer is always that of the plain fold; what is known of a fact goes when the fact does.
 */
export const foldOf = <S>(
  start: S,
  evolve: (state: S, fact: RecordedFact) => S,
): ((facts: readonly RecordedFact[]) => S) => {
  const steps = new WeakMap<RecordedFact, Step<S>>();
  const known = (facts: readonly RecordedFact[], count: number): Step<S> | undefined => {
    const last = facts[count - 1];
    const step = last && steps.get(last);
    return ledTo(step, facts, count) ? step : undefined;
  };
  return (facts) => {
    const whole = known(facts, facts.length);
    if (whole) return whole.state;
    let step = known(facts, facts.length - 1);
    for (const fact of step ? facts.slice(-1) : facts) {
      step = { fact, before: step, state: evolve(step ? step.state : start, fact) };
      steps.set(fact, step);
    }
    return step ? step.state : start;
  };
};
