import type { EndpointMemory } from '@ibex/kernel';
import type { Moments } from './moments';
import { longestPauseMs, pauseAfter } from './retry-schedule.rule';
import type { Pace } from './retry-schedule.rule';

/** `since`: before or after which failure a try began; see EndpointState. */
export type Failure = Readonly<{ reason: string; isRefusal: boolean; retryAfterMs: number | undefined }>;

/**
 * How it stands with whoever receives. A failure opens a new stretch; tries that began in an earlier one and fail as
 * well tell nothing new, and one that began earlier and was taken does not tell that it is well again.
 */
export class EndpointState {
  private failures = 0;
  private refusals = 0;
  private dueMs = 0;
  private beganMs = 0;
  private because: string | undefined;
  private isGone = false;
  private isAsked = false;
  private current = 0;

  constructor(private readonly pace: Pace) {}

  /** Goes on from what was kept of it. */
  recall(memory: EndpointMemory, moments: Moments): void {
    this.failures = memory.failures;
    this.refusals = memory.refusals;
    this.because = memory.reason;
    this.isAsked = memory.isAsked;
    this.beganMs = moments.toPastMs(memory.failingSince);
    // the clocks of two machines may differ: never longer than any pause that there is
    this.dueMs = Math.min(moments.toMs(memory.dueAt), moments.nowMs + longestPauseMs(this.pace));
  }

  /** Undefined while all is well. */
  memory(moments: Moments): EndpointMemory | undefined {
    if (this.failures === 0 || this.because === undefined) return undefined;
    return {
      ...{ failures: this.failures, refusals: this.refusals, reason: this.because, isAsked: this.isAsked },
      failingSince: moments.toInstant(this.beganMs),
      dueAt: moments.toInstant(this.dueMs),
    };
  }

  /** The stretch that a try which begins now belongs to. */
  get stretch(): number {
    return this.current;
  }

  get phase(): 'well' | 'failing' | 'gone' {
    if (this.isGone) return 'gone';
    return this.failures > 0 ? 'failing' : 'well';
  }

  get dueAtMs(): number {
    return this.dueMs;
  }

  /** It said itself when to come again. */
  get wasAskedToWait(): boolean {
    return this.isAsked;
  }

  /** Undefined while all is well. */
  told(nowMs: number): Readonly<{ reason: string; attempts: number; forMs: number }> | undefined {
    if (this.because === undefined) return undefined;
    return { reason: this.because, attempts: this.failures, forMs: nowMs - this.beganMs };
  }

  failed({ reason, isRefusal, retryAfterMs }: Failure, stretch: number, nowMs: number): void {
    const askedForMs = retryAfterMs === undefined ? 0 : nowMs + this.honoured(retryAfterMs);
    // what an endpoint asks for holds, whichever of its answers said it
    if (stretch !== this.current) {
      if (this.failures > 0 && askedForMs > this.dueMs) [this.dueMs, this.isAsked] = [askedForMs, true];
      return;
    }
    if (this.failures === 0) this.beganMs = nowMs;
    this.current += 1;
    this.failures += 1;
    this.refusals = isRefusal ? this.refusals + 1 : 0;
    this.because = reason;
    this.isAsked = askedForMs > 0;
    this.dueMs = this.isAsked ? askedForMs : nowMs + this.pauseMs();
  }

  /** True when it was not well before. */
  taken(stretch: number): boolean {
    if (this.failures === 0 || stretch !== this.current) return false;
    this.current += 1;
    this.failures = 0;
    this.refusals = 0;
    this.because = undefined;
    return true;
  }

  gone(reason: string): void {
    this.isGone = true;
    this.because = reason;
  }

  private pauseMs(): number {
    const pauseMs = pauseAfter(this.failures, this.pace);
    return this.refusals === this.failures ? Math.min(pauseMs, this.pace.refusedLongestMs) : pauseMs;
  }

  private honoured(retryAfterMs: number): number {
    const { mostRetryAfterMs, random } = this.pace;
    return Math.min(retryAfterMs, mostRetryAfterMs) * (1 + random() / 10);
  }
}
