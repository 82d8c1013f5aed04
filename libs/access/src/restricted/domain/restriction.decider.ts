import { accept, never, refuse } from '@ibex/kernel';
import type { Decider, Decision, RecordLabel, Refusal, Request } from '@ibex/kernel';
import type { RestrictionFact } from './restriction.events';

type By = Readonly<{ by: string; person: string; label: RecordLabel }>;
export type RestrictRecord = Request<'RestrictRecord', By, { reason: string }>;
export type ProposeLifting = Request<'ProposeLifting', By, { reason: string }>;
export type AgreeToLifting = Request<'AgreeToLifting', By>;
export type RestrictionCommand = RestrictRecord | ProposeLifting | AgreeToLifting;

/** By label in force: who proposed to take it off; null where nobody did. */
export type RestrictionState = ReadonlyMap<RecordLabel, string | null>;

export const RESTRICTION_REFUSALS = [
  'restriction/not-in-force',
  'restriction/no-proposal',
  'restriction/same-person',
] as const;
export type RestrictionRefusal = Refusal<(typeof RESTRICTION_REFUSALS)[number]>;
type Decided = Decision<RestrictionFact, RestrictionRefusal>;

const NOT_IN_FORCE = refuse('restriction/not-in-force', 'The record does not carry this label.', 'label');

const agree = ({ data }: AgreeToLifting, proposedBy: string | null): Decided => {
  if (proposedBy === null)
    return refuse('restriction/no-proposal', 'Nobody has proposed to take this label off.');
  if (proposedBy === data.person)
    return refuse('restriction/same-person', 'Another person than the one who proposed it has to agree.');
  return accept<RestrictionFact>({ type: 'RecordRestrictionLifted', data: { ...data, proposedBy } });
};

const decide = (command: RestrictionCommand, state: RestrictionState): Decided => {
  const { data } = command;
  const proposedBy = state.get(data.label);
  if (command.type === 'RestrictRecord') {
    const words = command.personal === undefined ? {} : { personal: command.personal };
    // to restrict again is to be sure: it also ends a proposal to lift
    return accept<RestrictionFact>({ type: 'RecordRestricted', data, ...words });
  }
  if (proposedBy === undefined) return NOT_IN_FORCE;
  if (command.type === 'AgreeToLifting') return agree(command, proposedBy);
  const words = command.personal === undefined ? {} : { personal: command.personal };
  return accept<RestrictionFact>({ type: 'RestrictionLiftingProposed', data, ...words });
};

const evolve = (state: RestrictionState, fact: RestrictionFact): RestrictionState => {
  const { label, person } = fact.data;
  const next = new Map(state);
  switch (fact.type) {
    case 'RecordRestricted':
      return next.set(label, null);
    case 'RestrictionLiftingProposed':
      return next.set(label, person);
    case 'RecordRestrictionLifted':
      next.delete(label);
      return next;
    default:
      return never(fact);
  }
};

/** One person restricts at once; to open again takes two (blueprint: a second person). */
export const restrictionDecider: Decider<
  RestrictionCommand,
  RestrictionFact,
  RestrictionState,
  RestrictionRefusal
> = { initialState: new Map(), decide, evolve };
