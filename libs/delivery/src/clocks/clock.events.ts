import type { Fact, Instant, Urgency } from '@ibex/kernel';

/** `law`: after `dueAt` it is late. `target`: law gives no number, the exchange has a service target. */
export type Limit = 'law' | 'target';

/** The duty whose clock it is, as its notice opened it. `sender`: who opened the notice. `dueAt`: which run of the clock. */
export type AboutDuty = Readonly<{
  notice: string;
  factId: string;
  key: string;
  kind: string;
  text: string;
  owedBy: string;
  owedTo?: string;
  sender: string;
  urgency: Urgency;
  dueAt: Instant;
  limit: Limit;
}>;
/** `at`: when it came to this, however long after that it was recorded. */
type Came = AboutDuty & Readonly<{ at: Instant }>;
/** `nextAt`: when the next step of escalation is due; absent where there is none. */
type Next = Readonly<{ nextAt?: Instant }>;
type By = Readonly<{ by: string; person: string; role: string }>;

export const PAUSE_REASONS = [
  'awaiting-another-authority',
  'child-not-available',
  'court-or-police-directs',
  'disputed',
  'other',
] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];

/** A set share of its time has passed. */
export type DutyWarned = Fact<'DutyWarned', Came>;
export type DutyLate = Fact<'DutyLate', Came & Next>;
export type DutyMetLate = Fact<'DutyMetLate', AboutDuty & Readonly<{ metAt: Instant }>>;
/** `step`: 0, 1, 2 … of the ladder. `desk`: whose turn it was. `told`: which desk was told, where that one was closed. */
export type EscalationStepped = Fact<
  'EscalationStepped',
  Came & Next & Readonly<{ step: number; desk: string; told: string }>
>;
export type ClockPaused = Fact<
  'ClockPaused',
  By & Readonly<{ reason: PauseReason; dueAt: Instant }>,
  { note?: string }
>;
/** A date in law does not move; a service target moves by the time that the clock stood. */
export type ClockResumed = Fact<
  'ClockResumed',
  By & Readonly<{ pausedAt: Instant; startedAt: string; dueAt: Instant; newDueAt: Instant }>
>;
/** A day was proclaimed: the date as it was, and as it is. */
export type ClockRecomputed = Fact<
  'ClockRecomputed',
  Readonly<{
    startedAt: string;
    dueAt: Instant;
    newDueAt: Instant;
    computedDueAt: Instant;
    proclaimed: readonly string[];
    /** Position of the fact that set the date as it was. */
    setAt: number;
  }>
>;

export type ClockFact =
  DutyWarned | DutyLate | DutyMetLate | EscalationStepped | ClockPaused | ClockResumed | ClockRecomputed;
