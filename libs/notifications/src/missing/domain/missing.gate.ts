import type { Decision } from '@ibex/kernel';
import type { MissingCommand, MissingOrderType } from './missing.commands';
import type { MissingFact } from './missing.events';
import { isAhead } from './missing.moment';
import type { Moment } from './missing.moment';
import { isParty } from './missing.parties';
import { deny } from './missing.refusals';
import type { MissingRefusal } from './missing.refusals';
import type { Episode, KnownEpisode, MissingState } from './missing.state';

export type MissingDecision = Decision<MissingFact, MissingRefusal>;
export type Rule<T extends MissingOrderType> = (
  command: MissingCommand<T>,
  state: MissingState,
  now: string,
) => MissingDecision;

type Standing<S> = Readonly<{ command: S; now: string }>;
type KnownRule<T extends MissingOrderType, S extends KnownEpisode> = (
  given: Standing<MissingCommand<T>>,
  state: S,
) => MissingDecision;
type May = (episode: Episode, gss: string) => boolean;

/** A stranger is answered as if there were nothing: whether a child is missing is itself told to nobody else. */
export const forParties =
  <T extends MissingOrderType>(may: May, rule: KnownRule<T, KnownEpisode>): Rule<T> =>
  (command, state, now) => {
    if (state.phase === 'unknown' || !isParty(state.episode, command.data.by))
      return deny('missing/not-known');
    if (!may(state.episode, command.data.by)) return deny('missing/not-responsible-authority');
    return rule({ command, now }, state);
  };

/** While the notice stands. */
export const whileStanding =
  <T extends MissingOrderType>(rule: KnownRule<T, Exclude<KnownEpisode, { phase: 'withdrawn' }>>) =>
  (given: Standing<MissingCommand<T>>, state: KnownEpisode): MissingDecision =>
    state.phase === 'withdrawn' ? deny('missing/withdrawn') : rule(given, state);

/** While the child is missing. */
export const whileOpen = <T extends MissingOrderType>(
  rule: KnownRule<T, Extract<KnownEpisode, { phase: 'open' }>>,
): KnownRule<T, KnownEpisode> =>
  whileStanding<T>((given, state) => {
    if (state.phase === 'closed') return deny('missing/closed');
    return state.phase === 'ended' ? deny('missing/not-open') : rule(given, state);
  });

/** For what is claimed to have happened. */
export const notAhead = (moment: Moment, now: string, field: string): MissingDecision | undefined =>
  isAhead(moment, now) ? deny('missing/in-the-future', field) : undefined;
