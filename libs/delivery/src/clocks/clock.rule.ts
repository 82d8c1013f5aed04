import { fromEpochMs, isInstant, startOfLondonDay, toEpochMs } from '@ibex/kernel';
import type { CivilDate, EscalationLadder, Instant } from '@ibex/kernel';
import { deskToTell } from './desk-hours.rule';
import type { AboutDuty, ClockFact, EscalationStepped } from './clock.events';
import { runOf } from './clock.state';
import type { ClockState, Run } from './clock.state';

/**
 * A duty at a moment. `reaches`: whether whom it is owed by was told of the notice, or sent it: nobody else is warned,
 * because a warning would tell it of the child.
 */
export type Ticking = Readonly<{
  duty: AboutDuty;
  warnAt: Instant;
  metAt?: Instant;
  reaches: boolean;
  ladder: EscalationLadder;
  proclaimed: readonly CivilDate[];
}>;

const MINUTE_MS = 60_000;
const minutesAfter = (at: Instant, minutes: number): Instant =>
  fromEpochMs(toEpochMs(at) + minutes * MINUTE_MS);

/** When a share of the time from start to due has passed; at once where the start is not before it. */
export const warnAtOf = (startedAt: string, dueAt: Instant, share: number): Instant => {
  const startMs = toEpochMs(isInstant(startedAt) ? startedAt : startOfLondonDay(startedAt));
  const dueMs = toEpochMs(dueAt);
  return startMs >= dueMs ? dueAt : fromEpochMs(Math.floor(startMs + (dueMs - startMs) * share));
};

type Next = Readonly<{ nextAt?: Instant }>;
const nextAfter = ({ duty, ladder, reaches }: Ticking, step: number): Next => {
  const next = reaches ? ladder.steps[step] : undefined;
  return next === undefined ? {} : { nextAt: minutesAfter(duty.dueAt, next.afterMinutes) };
};

const stepsDue = (ticking: Ticking, taken: number, now: Instant): readonly EscalationStepped[] => {
  const { duty, ladder, reaches, proclaimed } = ticking;
  if (!reaches) return [];
  const days = new Set(proclaimed);
  return ladder.steps.slice(taken).flatMap(({ desk, afterMinutes }, index) => {
    const at = minutesAfter(duty.dueAt, afterMinutes);
    const step = taken + index;
    if (at > now) return [];
    // who is there now is told, also of a step that should have been taken while the clocks stood still
    const told = deskToTell(ladder, desk, now, days);
    const data = { ...duty, at, step, desk, told, ...nextAfter(ticking, step + 1) };
    return [{ type: 'EscalationStepped', data } as const];
  });
};

const metLate = ({ duty, metAt }: Ticking, isTold: boolean): readonly ClockFact[] =>
  metAt !== undefined && metAt > duty.dueAt && !isTold
    ? [{ type: 'DutyMetLate', data: { ...duty, metAt } }]
    : [];

const warning = ({ duty, warnAt, reaches }: Ticking, run: Run, now: Instant): readonly ClockFact[] =>
  reaches && now >= warnAt && run.warnedAt === undefined
    ? [{ type: 'DutyWarned', data: { ...duty, at: warnAt } }]
    : [];

const lateness = (ticking: Ticking, run: Run, now: Instant): readonly ClockFact[] => {
  const { duty } = ticking;
  if (now < duty.dueAt) return [];
  const next = nextAfter(ticking, run.steps);
  const late = { type: 'DutyLate', data: { ...duty, at: duty.dueAt, ...next } } as const;
  return [...(run.lateAt === undefined ? [late] : []), ...stepsDue(ticking, run.steps, now)];
};

/**
 * What is due at a moment, given what is on record: a warning, lateness, steps of the ladder, each once for a date. After
 * a stop it is everything that was missed, each with the instant at which it came to that.
 */
export const factsDue = (ticking: Ticking, state: ClockState, now: Instant): readonly ClockFact[] => {
  const run = runOf(state, ticking.duty.dueAt);
  if (ticking.metAt !== undefined) return metLate(ticking, run.metLateAt !== undefined);
  return state.paused ? [] : [...warning(ticking, run, now), ...lateness(ticking, run, now)];
};
