import { pauseAfter } from '../retry-schedule.rule';
import type { Pace } from '../retry-schedule.rule';

/** However long nothing was taken, so long is waited at most (RFC 5321, 4.5.4.1 suggests half an hour). */
const LONGEST_MS = 30 * 60_000;

/** How it stands with whoever takes batches: well, or failing and when to try again. Knows the time only as it is told. */
export class Standing {
  private failures = 0;
  private beganMs = 0;
  private because = '';
  private askedUntilMs = 0;
  private plainDueMs = 0;
  private lastMs = 0;

  constructor(private readonly pace: Pace) {}

  get isWell(): boolean {
    return this.failures === 0;
  }

  /** True when it was well before. */
  failed(reason: string, retryAfterMs: number | undefined, nowMs: number): boolean {
    const { steadyMs, mostRetryAfterMs } = this.pace;
    if (this.failures === 0) this.beganMs = nowMs;
    this.failures += 1;
    this.because = reason;
    this.lastMs = nowMs;
    const pace = { ...this.pace, steadyMs: Math.min(steadyMs, LONGEST_MS) };
    this.plainDueMs = nowMs + pauseAfter(this.failures, pace);
    this.askedUntilMs = retryAfterMs === undefined ? 0 : nowMs + Math.min(retryAfterMs, mostRetryAfterMs);
    return this.failures === 1;
  }

  /** True when it was not well before. */
  taken(): boolean {
    const wasFailing = this.failures > 0;
    this.failures = 0;
    return wasFailing;
  }

  /** When to try again; `withinMs`: after the last failure, where something is more pressing than usual. */
  dueMs(withinMs = Number.POSITIVE_INFINITY): number {
    if (this.failures === 0) return 0;
    // who said when to come again is not asked before, whatever waits: greylisting would only begin anew
    return this.askedUntilMs > 0 ? this.askedUntilMs : Math.min(this.plainDueMs, this.lastMs + withinMs);
  }

  told(nowMs: number): Readonly<{ reason: string; attempts: number; forMs: number }> | undefined {
    if (this.failures === 0) return undefined;
    return { reason: this.because, attempts: this.failures, forMs: nowMs - this.beganMs };
  }
}
