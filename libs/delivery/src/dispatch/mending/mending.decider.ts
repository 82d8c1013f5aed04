import { accept, never, refuse } from '@ibex/kernel';
import type { Decider, Decision, Refusal, Request } from '@ibex/kernel';
import type {
  AsideRedriven,
  AsideTaken,
  EntrySetAside,
  MendingFact,
  ReplayFinished,
  ReplayOrdered,
} from './mending.events';

export type SetEntryAside = Request<'SetEntryAside', EntrySetAside['data']>;
/** Without numbers: all that are set aside. */
export type RedriveAside = Request<'RedriveAside', Readonly<{ by: string; sequences?: readonly number[] }>>;
export type RecordAsideTaken = Request<'RecordAsideTaken', AsideTaken['data']>;
export type OrderReplay = Request<'OrderReplay', ReplayOrdered['data']>;
export type FinishReplay = Request<'FinishReplay', ReplayFinished['data']>;
export type MendingCommand = SetEntryAside | RedriveAside | RecordAsideTaken | OrderReplay | FinishReplay;

/** `aside`, `redriven`: numbers of entries; one is in at most one of them. `replayId`: of the one under way. */
export type MendingState = Readonly<{
  aside: readonly number[];
  redriven: readonly number[];
  replayId: string | undefined;
}>;

export type MendingRefusal = Refusal<
  'set-aside/not-known' | 'set-aside/nothing-there' | 'replay/under-way' | 'replay/nothing-there'
>;
type Decided = Decision<MendingFact, MendingRefusal>;

const without = (numbers: readonly number[], gone: readonly number[]): readonly number[] =>
  numbers.filter((number) => !gone.includes(number));

/** A second order for what is already on its way changes nothing; for what was refused again it counts. */
const decideRedrive = ({ data }: RedriveAside, state: MendingState): Decided => {
  const { by, sequences = state.aside } = data;
  const known = [...state.aside, ...state.redriven];
  if (known.length === 0)
    return refuse(
      'set-aside/nothing-there',
      'Nothing of this subscription is set aside, so there is nothing to send once more; see the list. To have history again, order a replay.',
      'sequences',
    );
  if (sequences.some((sequence) => !known.includes(sequence))) {
    return refuse(
      'set-aside/not-known',
      'Not all of these entries are set aside; see the list.',
      'sequences',
    );
  }
  const fresh: AsideRedriven['data'] = {
    by,
    sequences: state.aside.filter((each) => sequences.includes(each)),
  };
  return fresh.sequences.length === 0
    ? accept()
    : accept<MendingFact>({ type: 'AsideRedriven', data: fresh });
};

const decideReplay = ({ data }: OrderReplay, { replayId }: MendingState): Decided => {
  if (replayId !== undefined) {
    return refuse(
      'replay/under-way',
      'A replay of this subscription is under way; order another when it is through.',
    );
  }
  return data.fromSequence > data.toSequence
    ? refuse(
        'replay/nothing-there',
        `There is no entry from there on that was brought out before: the last one is ${String(data.toSequence)}. Give a fromSequence up to it, or a fromTime before it; what comes after is still to come anyway.`,
        'fromSequence',
      )
    : accept<MendingFact>({ type: 'ReplayOrdered', data });
};

/** What was recorded before is not recorded again. */
const factIf = (isNew: boolean, fact: MendingFact): Decided => (isNew ? accept(fact) : accept());

const decide = (command: MendingCommand, state: MendingState): Decided => {
  const { aside, redriven, replayId } = state;
  switch (command.type) {
    case 'SetEntryAside': {
      const { data } = command;
      return factIf(!aside.includes(data.sequence), { type: 'EntrySetAside', data });
    }
    case 'RedriveAside':
      return decideRedrive(command, state);
    case 'RecordAsideTaken': {
      const { data } = command;
      return factIf(redriven.includes(data.sequence), { type: 'AsideTaken', data });
    }
    case 'OrderReplay':
      return decideReplay(command, state);
    case 'FinishReplay':
      return factIf(replayId === command.data.replayId, { type: 'ReplayFinished', data: command.data });
    default:
      return never(command);
  }
};

const evolve = (state: MendingState, fact: MendingFact): MendingState => {
  const { aside, redriven } = state;
  switch (fact.type) {
    case 'EntrySetAside': {
      const { sequence } = fact.data;
      return { ...state, aside: [...aside, sequence], redriven: without(redriven, [sequence]) };
    }
    case 'AsideRedriven': {
      const { sequences } = fact.data;
      return { ...state, aside: without(aside, sequences), redriven: [...redriven, ...sequences] };
    }
    case 'AsideTaken':
      return { ...state, redriven: without(redriven, [fact.data.sequence]) };
    case 'ReplayOrdered':
      return { ...state, replayId: fact.data.replayId };
    case 'ReplayFinished':
      return { ...state, replayId: undefined };
    default:
      return never(fact);
  }
};

/** What is put right by hand for one subscription: entries set aside and sent once more, history sent again. */
export const mendingDecider: Decider<MendingCommand, MendingFact, MendingState, MendingRefusal> = {
  initialState: { aside: [], redriven: [], replayId: undefined },
  decide,
  evolve,
};
