import { accept, never, refuse } from '@ibex/kernel';
import type { Decider, Decision, Refusal, Request } from '@ibex/kernel';
import type {
  LookoutAsked,
  LookoutEnded,
  LookoutFact,
  LookoutReminded,
  LookoutSealed,
} from './lookout.events';

type Asked = LookoutAsked['data'];
export type AskLookout = Request<
  'AskLookout',
  Asked & { isRestricted: boolean; areKnown: boolean },
  LookoutSealed
>;
export type EndLookout = Request<'EndLookout', LookoutEnded['data']>;
export type RemindOfLookout = Request<'RemindOfLookout', LookoutReminded['data']>;
export type LookoutCommand = AskLookout | EndLookout | RemindOfLookout;

export type LookoutState = Readonly<{ phase: 'none' }> | (Asked & Readonly<{ phase: 'asked' | 'ended' }>);

export const LOOKOUT_REFUSALS = [
  'lookout/not-restricted',
  'lookout/own-authority',
  'lookout/authority-not-known',
  'lookout/not-known',
  'lookout/ended-already',
] as const;
export type LookoutRefusal = Refusal<(typeof LOOKOUT_REFUSALS)[number]>;
type Decided = Decision<LookoutFact, LookoutRefusal>;

const ask = ({ data, personal }: AskLookout, state: LookoutState): Decided => {
  if (state.phase !== 'none') return accept();
  const { isRestricted, areKnown, ...asked } = data;
  if (!isRestricted)
    return refuse(
      'lookout/not-restricted',
      'The record is not restricted: report the child missing, and everybody concerned is told.',
      'recordRef',
    );
  if (asked.authorities.includes(asked.by))
    return refuse('lookout/own-authority', 'Your own authority knows already.', 'authorities');
  if (!areKnown)
    return refuse('lookout/authority-not-known', 'One of them is no authority that is known.', 'authorities');
  const authorities = [...new Set(asked.authorities)];
  const words = personal === undefined ? {} : { personal };
  return accept<LookoutFact>({ type: 'LookoutAsked', data: { ...asked, authorities }, ...words });
};

const end = ({ data }: EndLookout, state: LookoutState): Decided => {
  if (state.phase === 'none' || state.by !== data.by)
    return refuse('lookout/not-known', 'There is no such lookout of your authority.');
  if (state.phase === 'ended') return refuse('lookout/ended-already', 'The lookout is over already.');
  return accept<LookoutFact>({ type: 'LookoutEnded', data });
};

/** What was ended meanwhile is not reminded of. */
const remind = ({ data }: RemindOfLookout, state: LookoutState): Decided =>
  state.phase === 'asked' && state.by === data.by
    ? accept<LookoutFact>({ type: 'LookoutReminded', data })
    : accept();

const evolve = (state: LookoutState, fact: LookoutFact): LookoutState => {
  switch (fact.type) {
    case 'LookoutAsked':
      return { phase: 'asked', ...fact.data };
    case 'LookoutEnded':
      return state.phase === 'none' ? state : { ...state, phase: 'ended' };
    case 'LookoutReminded':
      return state;
    default:
      return never(fact);
  }
};

/** Which authorities look out for a restricted child that is missing is for its owner to say, one by one. */
export const lookoutDecider: Decider<LookoutCommand, LookoutFact, LookoutState, LookoutRefusal> = {
  initialState: { phase: 'none' },
  decide: (command, state) => {
    switch (command.type) {
      case 'AskLookout':
        return ask(command, state);
      case 'EndLookout':
        return end(command, state);
      case 'RemindOfLookout':
        return remind(command, state);
      default:
        return never(command);
    }
  },
  evolve,
};
