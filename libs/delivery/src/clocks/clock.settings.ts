/** How long a sender waits for somebody at a recipient's to take a notice on. */
export type Patience = 'urgent' | 'move' | 'other';

/** `warnShare`: of the time of a duty, after which it is warned of. `silenceMinutes`: until the sender is told. */
export type ClockSettings = Readonly<{
  warnShare: number;
  silenceMinutes: Readonly<Record<Patience, number>>;
  /** Milliseconds between two looks at most: a duty opened in between is taken up this late. */
  lookEveryMs: number;
}>;
export const CLOCK_SETTINGS = Symbol('ClockSettings');

/** A missing child and everything as urgent 15 minutes, a move 4 hours, everything else a day. */
export const USUAL_CLOCKS: ClockSettings = {
  warnShare: 0.75,
  silenceMinutes: { urgent: 15, move: 4 * 60, other: 24 * 60 },
  lookEveryMs: 5_000,
};
