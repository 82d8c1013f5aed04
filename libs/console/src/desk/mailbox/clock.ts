import type { AnswerOf } from '@ibex/sdk';

/** A clock of a duty that the own authority owes, as the exchange answers. */
export type Clock = AnswerOf<'get', '/v1/clocks'>['items'][number];

export type ClockState = 'late' | 'soon' | 'running' | 'paused';
const SOON_MS = 24 * 3_600_000;

export const stateOfClock = (
  { dueAt, pausedAt }: Pick<Clock, 'dueAt' | 'pausedAt'>,
  now: string,
): ClockState => {
  if (pausedAt !== undefined) return 'paused';
  const leftMs = Date.parse(dueAt) - Date.parse(now);
  if (leftMs <= 0) return 'late';
  return leftMs <= SOON_MS ? 'soon' : 'running';
};

export const CLOCK_TAGS: Readonly<Record<ClockState, Readonly<{ text: string; colour: string }>>> = {
  late: { text: 'Overdue', colour: 'red' },
  soon: { text: 'Due within a day', colour: 'orange' },
  running: { text: 'Running', colour: 'blue' },
  paused: { text: 'Paused', colour: 'purple' },
};

/** By notice, the clock that is due first; one that stands still comes after those that run. */
export const clocksByNotice = (clocks: readonly Clock[]): ReadonlyMap<string, Clock> => {
  const running = clocks.filter(({ pausedAt }) => pausedAt === undefined);
  const paused = clocks.filter(({ pausedAt }) => pausedAt !== undefined);
  const first = new Map<string, Clock>();
  for (const clock of [...running, ...paused]) if (!first.has(clock.notice)) first.set(clock.notice, clock);
  return first;
};
