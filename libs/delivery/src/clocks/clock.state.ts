import { never } from '@ibex/kernel';
import type { Instant } from '@ibex/kernel';
import type { ClockFact } from './clock.events';

/** How far a clock has run towards one date. `steps`: how many of its ladder were taken. */
export type Run = Readonly<{
  dueAt: Instant;
  warnedAt?: Instant;
  lateAt?: Instant;
  metLateAt?: Instant;
  steps: number;
  /** When there is something to do next; absent where there is nothing. */
  nextAt?: Instant | undefined;
}>;
/** A clock runs anew when its date moves. `paused`: since when it stands still, towards which date. */
export type ClockState = Readonly<{
  runs: readonly Run[];
  paused?: Readonly<{ at: Instant; dueAt: Instant }> | undefined;
  /** Dates computed anew, each by the fact that had set it. */
  recomputed: readonly Readonly<{ setAt: number; computedDueAt: Instant }>[];
}>;

export const AT_REST: ClockState = { runs: [], recomputed: [] };

export const runOf = ({ runs }: ClockState, dueAt: Instant): Run =>
  runs.find((run) => run.dueAt === dueAt) ?? { dueAt, steps: 0 };

const withRun = (state: ClockState, dueAt: Instant, change: Partial<Run>): ClockState => ({
  ...state,
  runs: [...state.runs.filter((run) => run.dueAt !== dueAt), { ...runOf(state, dueAt), ...change }],
});

type RunFact = Extract<ClockFact, { type: 'DutyWarned' | 'DutyLate' | 'DutyMetLate' | 'EscalationStepped' }>;

const evolveRun = (state: ClockState, fact: RunFact): ClockState => {
  switch (fact.type) {
    case 'DutyWarned':
      return withRun(state, fact.data.dueAt, { warnedAt: fact.data.at, nextAt: fact.data.dueAt });
    case 'DutyLate':
      return withRun(state, fact.data.dueAt, { lateAt: fact.data.at, nextAt: fact.data.nextAt });
    case 'DutyMetLate':
      return withRun(state, fact.data.dueAt, { metLateAt: fact.data.metAt, nextAt: undefined });
    case 'EscalationStepped':
      return withRun(state, fact.data.dueAt, { steps: fact.data.step + 1, nextAt: fact.data.nextAt });
    default:
      return never(fact);
  }
};

const evolveClockItself = (
  state: ClockState,
  fact: Exclude<ClockFact, RunFact>,
  recordedAt: Instant,
): ClockState => {
  switch (fact.type) {
    case 'ClockPaused':
      return { ...state, paused: { at: recordedAt, dueAt: fact.data.dueAt } };
    case 'ClockResumed':
      return { ...state, paused: undefined };
    case 'ClockRecomputed': {
      const { setAt, computedDueAt } = fact.data;
      return { ...state, recomputed: [...state.recomputed, { setAt, computedDueAt }] };
    }
    default:
      return never(fact);
  }
};

const OF_RUNS: readonly string[] = ['DutyWarned', 'DutyLate', 'DutyMetLate', 'EscalationStepped'];
const isOfRun = (fact: ClockFact): fact is RunFact => OF_RUNS.includes(fact.type);

/** `recordedAt`: of a pause, from which the clock stands still. */
export const evolveClock = (state: ClockState, fact: ClockFact, recordedAt: Instant = ''): ClockState =>
  isOfRun(fact) ? evolveRun(state, fact) : evolveClockItself(state, fact, recordedAt);
