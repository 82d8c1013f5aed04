import { fromEpochMs, toEpochMs } from '@ibex/kernel';
import type { Instant } from '@ibex/kernel';

/** Turns moments of this process's own clock, which never jumps, into instants that others can read, and back. */
export class Moments {
  private readonly aheadMs: number;

  constructor(
    readonly nowMs: number,
    now: Instant,
  ) {
    this.aheadMs = toEpochMs(now) - nowMs;
  }

  toInstant(ms: number): Instant {
    return fromEpochMs(Math.round(ms + this.aheadMs));
  }

  /** A moment in the past: the clocks of two machines may differ. */
  toPastMs(instant: Instant): number {
    return Math.min(toEpochMs(instant) - this.aheadMs, this.nowMs);
  }

  toMs(instant: Instant): number {
    return toEpochMs(instant) - this.aheadMs;
  }
}
