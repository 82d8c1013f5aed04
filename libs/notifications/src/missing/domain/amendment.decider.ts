import { accept } from '@ibex/kernel';
import { endingOf } from './found.fact';
import type { MissingCommand } from './missing.commands';
import type { EpisodeEnd } from './missing.events';
import { forParties, notAhead, whileStanding } from './missing.gate';
import type { MissingDecision } from './missing.gate';
import { isBefore } from './missing.moment';
import type { Moment } from './missing.moment';
import { isKeeper, isParty, wasTold } from './missing.parties';
import { deny } from './missing.refusals';
import { forceUnless, restrictedMark } from './missing.restricted';
import { isRestricted } from './missing.state';
import type { KnownEpisode } from './missing.state';

type Correct = MissingCommand<'CorrectMissing'>;

/** The end as it stands with the correction; undefined while the child is missing. */
const endOf = ({ data }: Correct, state: KnownEpisode): Moment | undefined => {
  if (data.end) return data.end.when;
  return state.phase === 'ended' ? state.ended : undefined;
};

const orderFault = (command: Correct, state: KnownEpisode): MissingDecision | undefined => {
  const { data } = command;
  const ended = endOf(command, state);
  return ended && isBefore(ended, data.lastSeen ?? state.episode.lastSeen)
    ? deny('missing/found-before-missing', data.end ? 'end.when' : 'lastSeen')
    : undefined;
};

/** The episode as corrected must still make sense: last seen, then found, then now. */
const correctionFault = (command: Correct, state: KnownEpisode, now: string): MissingDecision | undefined => {
  const { end, lastSeen, fields } = command.data;
  if (fields.length === 0) return deny('missing/nothing-to-correct');
  if (end && state.phase !== 'ended') return deny('missing/not-found-yet', 'end');
  return (
    orderFault(command, state) ??
    (lastSeen && notAhead(lastSeen, now, 'lastSeen')) ??
    (end && notAhead(end.when, now, 'end.when'))
  );
};

/** Where a restricted placement is, is left out. */
const withoutArea = ({ when, foundBy }: EpisodeEnd): EpisodeEnd => ({ when, ...(foundBy && { foundBy }) });

export const correctMissing = forParties<'CorrectMissing'>(
  isKeeper,
  whileStanding(({ command, now }, state) => {
    const { policeForce, ...data } = command.data;
    const fault = correctionFault(command, state, now);
    if (fault) return fault;
    const restricted = data.host ? data.host.kind === 'withheld' : isRestricted(state.episode);
    return accept({
      ...command,
      type: 'MissingCorrected',
      data: {
        ...data,
        ...forceUnless(restricted, policeForce),
        ...(data.end && restricted && { end: withoutArea(data.end) }),
        ...(data.kind && state.phase === 'ended' && { ending: endingOf(data.kind) }),
        occurredAt: now,
        ...restrictedMark(restricted),
      },
    });
  }),
);

export const withdrawMissing = forParties<'WithdrawMissing'>(
  isKeeper,
  whileStanding(({ command, now }) =>
    accept({ ...command, type: 'MissingWithdrawn', data: { ...command.data, occurredAt: now } }),
  ),
);

/** As often as there is something to say; after a recall it says that the own copy was put right. */
export const acknowledgeMissing = forParties<'AcknowledgeMissing'>(
  isParty,
  ({ command, now }, { episode }) =>
    wasTold(episode, command.data.by)
      ? accept({ ...command, type: 'MissingAcknowledged', data: { ...command.data, occurredAt: now } })
      : deny('missing/not-told'),
);
