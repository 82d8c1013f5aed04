import { accept } from '@ibex/kernel';
import type { MissingCommand, MissingOrderType } from './missing.commands';
import { forParties, notAhead, whileStanding } from './missing.gate';
import type { MissingDecision, Rule } from './missing.gate';
import { isBefore, textOf, wholeHoursBetween } from './missing.moment';
import type { Moment } from './missing.moment';
import { mayRecordInterview } from './missing.parties';
import { deny } from './missing.refusals';
import type { MissingRefusalCode } from './missing.refusals';
import type { InterviewStage, KnownEpisode } from './missing.state';

type Ended = Extract<KnownEpisode, { phase: 'ended' }>;
type InterviewOrder = Extract<
  MissingOrderType,
  'OfferInterview' | 'AcceptInterview' | 'HoldInterview' | 'DeclineInterview'
>;
/** Why a step cannot follow a stage; a stage that is not named lets it through. */
type Obstacles = Readonly<Partial<Record<InterviewStage, MissingRefusalCode>>>;

/** After the return only, and while the interview stands where the step can follow. */
const afterReturn = <T extends InterviewOrder>(
  obstacles: Obstacles,
  record: (command: MissingCommand<T>, returned: Moment) => MissingDecision,
): Rule<T> =>
  forParties<T>(
    mayRecordInterview,
    whileStanding(({ command, now }, state) => {
      if (state.phase === 'closed') return deny('missing/closed');
      return state.phase === 'open'
        ? deny('missing/interview-before-return')
        : (faultOf(command.data.when, state, { obstacles, now }) ?? record(command, state.ended));
    }),
  );

const faultOf = (
  when: Moment,
  { ended, episode }: Ended,
  { obstacles, now }: Readonly<{ obstacles: Obstacles; now: string }>,
): MissingDecision | undefined => {
  const obstacle = obstacles[episode.interview];
  if (obstacle) return deny(obstacle);
  return isBefore(when, ended)
    ? deny('missing/interview-before-return', 'when')
    : notAhead(when, now, 'when');
};

/** An offer that was declined may be made again: children change their minds. */
export const offerInterview = afterReturn<'OfferInterview'>(
  {
    offered: 'missing/interview-offered-already',
    accepted: 'missing/interview-accepted-already',
    held: 'missing/interview-held-already',
  },
  (command) =>
    accept({
      ...command,
      type: 'MissingInterviewOffered',
      data: { ...command.data, occurredAt: textOf(command.data.when) },
    }),
);

export const acceptInterview = afterReturn<'AcceptInterview'>(
  {
    none: 'missing/interview-not-offered',
    accepted: 'missing/interview-accepted-already',
    declined: 'missing/interview-declined-already',
    held: 'missing/interview-held-already',
  },
  (command) =>
    accept({
      ...command,
      type: 'MissingInterviewAccepted',
      data: { ...command.data, occurredAt: textOf(command.data.when) },
    }),
);

/** Held without an offer on record: that it was held shows that it was offered and accepted. */
export const holdInterview = afterReturn<'HoldInterview'>(
  { declined: 'missing/interview-declined-already', held: 'missing/interview-held-already' },
  (command, returned) => {
    const hoursAfterReturn = wholeHoursBetween(returned, command.data.when);
    return accept({
      ...command,
      type: 'MissingInterviewHeld',
      data: {
        ...command.data,
        occurredAt: textOf(command.data.when),
        ...(hoursAfterReturn !== undefined && { hoursAfterReturn }),
      },
    });
  },
);

/** Also after an acceptance. */
export const declineInterview = afterReturn<'DeclineInterview'>(
  {
    none: 'missing/interview-not-offered',
    declined: 'missing/interview-declined-already',
    held: 'missing/interview-held-already',
  },
  (command) =>
    accept({
      ...command,
      type: 'MissingInterviewDeclined',
      data: { ...command.data, occurredAt: textOf(command.data.when) },
    }),
);
