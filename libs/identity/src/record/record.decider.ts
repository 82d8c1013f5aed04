import { accept, never, refuse } from '@ibex/kernel';
import type { ChildIdentity, Decider, Decision, Refusal, Request } from '@ibex/kernel';
import type { RecordFact } from './record.events';

/** `by`: the authority whose child it is. `identityDigest`: of everything known once this was told. */
export type TellIdentity = Request<'TellIdentity', { by: string; identityDigest: string }, ChildIdentity>;

export type RecordState =
  Readonly<{ phase: 'unknown' }> | Readonly<{ phase: 'introduced'; owner: string; identityDigest: string }>;

export type RecordRefusal = Refusal<'record/not-known'>;

const personalOf = ({ personal }: TellIdentity): Readonly<{ personal?: Readonly<ChildIdentity> }> =>
  personal === undefined ? {} : { personal };

const decide = (command: TellIdentity, state: RecordState): Decision<RecordFact, RecordRefusal> => {
  const { by, identityDigest } = command.data;
  if (state.phase === 'unknown')
    return accept<RecordFact>({
      type: 'RecordIntroduced',
      data: { owner: by, identityDigest },
      ...personalOf(command),
    });
  if (state.owner !== by) return refuse('record/not-known', 'There is no such record of your authority.');
  if (state.identityDigest === identityDigest) return accept();
  return accept<RecordFact>({
    type: 'RecordIdentityUpdated',
    data: { identityDigest },
    ...personalOf(command),
  });
};

const evolve = (state: RecordState, fact: RecordFact): RecordState => {
  switch (fact.type) {
    case 'RecordIntroduced':
      return { phase: 'introduced', owner: fact.data.owner, identityDigest: fact.data.identityDigest };
    case 'RecordIdentityUpdated':
      return state.phase === 'unknown' ? state : { ...state, identityDigest: fact.data.identityDigest };
    default:
      return never(fact);
  }
};

export const recordDecider: Decider<TellIdentity, RecordFact, RecordState, RecordRefusal> = {
  initialState: { phase: 'unknown' },
  decide,
  evolve,
};
