/**
 * A fact is something that happened, told in the past tense. `data` may be read by every rule, view and route;
 * `personal` identifies people: it is sealed under the record's own key before it is stored, and no rule ever
 * reads it back, so that erasing a child never changes what a rule decides.
 */
export type Fact<T extends string = string, D extends object = object, P extends object = object> = Readonly<{
  type: T;
  data: Readonly<D>;
  personal?: Readonly<P>;
}>;

/** An order given to a decider. Ids come in with it; `personal` is passed through to the facts, never judged. */
export type Request<
  T extends string = string,
  D extends object = object,
  P extends object = object,
> = Readonly<{
  type: T;
  data: Readonly<D>;
  personal?: Readonly<P>;
}>;

/** An expected "no": a stable code `type/reason` and a sentence that a social worker understands. */
export type Refusal<C extends string = string> = Readonly<{ code: C; because: string; field?: string }>;

export type Decision<E extends Fact, R extends Refusal> =
  Readonly<{ outcome: 'accepted'; facts: readonly E[] }> | Readonly<{ outcome: 'refused'; refusal: R }>;

export const accept = <E extends Fact>(...facts: readonly E[]): Decision<E, never> => ({
  outcome: 'accepted',
  facts,
});

export const refuse = <C extends string>(
  code: C,
  because: string,
  field?: string,
): Decision<never, Refusal<C>> => ({
  outcome: 'refused',
  refusal: field === undefined ? { code, because } : { code, because, field },
});

/**
 * The rules of one kind of stream as plain functions: no clock, randomness, environment, logging or promises.
 * `now` is the instant of recording, UTC ISO-8601. `evolve` never refuses: what is recorded happened.
 */
export interface Decider<C extends Request, E extends Fact, S, R extends Refusal = Refusal> {
  readonly initialState: S;
  decide(command: C, state: S, now: string): Decision<E, R>;
  evolve(state: S, fact: E): S;
}

/** Closes a `switch` over a union: does not compile while a case is missing. */
export const never = (unhandled: never): never => {
  throw new Error(`unhandled case of type ${typeof unhandled}`);
};
