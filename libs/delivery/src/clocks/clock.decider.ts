import { accept, fromEpochMs, never, refuse, toEpochMs } from '@ibex/kernel';
import type { Decider, Decision, Refusal, Request } from '@ibex/kernel';
import type { ClockFact, ClockPaused, ClockRecomputed, ClockResumed, Limit } from './clock.events';
import { factsDue } from './clock.rule';
import type { Ticking } from './clock.rule';
import { AT_REST, evolveClock } from './clock.state';
import type { ClockState } from './clock.state';

export type Tick = Request<'Tick', Ticking>;
export type PauseClock = Request<'PauseClock', ClockPaused['data'], Readonly<{ note?: string }>>;
/** `limit`: whether its date stands in law, and so stays. `pausedAt`: when the pause was recorded. */
export type ResumeClock = Request<
  'ResumeClock',
  Omit<ClockResumed['data'], 'newDueAt'> & Readonly<{ limit: Limit }>
>;
export type RecomputeClock = Request<'RecomputeClock', ClockRecomputed['data']>;
export type ClockCommand = Tick | PauseClock | ResumeClock | RecomputeClock;
export type ClockRefusal = Refusal<'clock/already-paused' | 'clock/not-paused'>;
type Decided = Decision<ClockFact, ClockRefusal>;

const decidePause = ({ data, personal }: PauseClock, { paused }: ClockState): Decided =>
  paused
    ? refuse('clock/already-paused', 'This clock stands still already.')
    : accept<ClockFact>({ type: 'ClockPaused', data, ...(personal === undefined ? {} : { personal }) });

const decideResume = ({ data }: ResumeClock, { paused }: ClockState, now: string): Decided => {
  if (!paused) return refuse('clock/not-paused', 'This clock is running.');
  const { limit, ...resumed } = data;
  const stoodMs = toEpochMs(now) - toEpochMs(data.pausedAt);
  const newDueAt = limit === 'law' ? data.dueAt : fromEpochMs(toEpochMs(data.dueAt) + stoodMs);
  return accept<ClockFact>({ type: 'ClockResumed', data: { ...resumed, newDueAt } });
};

/** Once for the date that one fact had set. */
const decideRecompute = ({ data }: RecomputeClock, { recomputed }: ClockState): Decided =>
  recomputed.some(({ setAt, computedDueAt }) => setAt === data.setAt && computedDueAt === data.computedDueAt)
    ? accept()
    : accept<ClockFact>({ type: 'ClockRecomputed', data });

const decide = (command: ClockCommand, state: ClockState, now: string): Decided => {
  switch (command.type) {
    case 'Tick':
      return accept(...factsDue(command.data, state, now));
    case 'PauseClock':
      return decidePause(command, state);
    case 'ResumeClock':
      return decideResume(command, state, now);
    case 'RecomputeClock':
      return decideRecompute(command, state);
    default:
      return never(command);
  }
};

/** The clock of one duty: stream `clock-<id of the duty>`. */
export const clockDecider: Decider<ClockCommand, ClockFact, ClockState, ClockRefusal> = {
  initialState: AT_REST,
  decide,
  evolve: evolveClock,
};
