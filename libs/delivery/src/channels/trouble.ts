import { IbexError } from '@ibex/kernel';

export type Patience = Readonly<{
  firstMs: number;
  longestMs: number;
  /** From 0 up to 1: spreads the tries of many, so that they do not come back all at once. */
  random: () => number;
}>;
export const USUAL_PATIENCE: Patience = { firstMs: 200, longestMs: 15_000, random: Math.random };

/** Failures in a row of one thing that is tried again and again, and when its next try is due. */
export class Trouble {
  private failures = 0;
  private dueAtMs = 0;
  private beganAtMs = 0;
  private because = '';

  constructor(private readonly patience: Patience) {}

  /** The pause doubles with every failure up to the longest; between half of it and all of it is waited. */
  failed(error: unknown): void {
    const now = performance.now();
    if (this.failures === 0) this.beganAtMs = now;
    this.failures += 1;
    this.because = error instanceof IbexError ? error.code : 'unforeseen';
    const { firstMs, longestMs, random } = this.patience;
    const pauseMs = Math.min(firstMs * 2 ** Math.min(this.failures - 1, 20), longestMs);
    this.dueAtMs = now + pauseMs * (0.5 + random() / 2);
  }

  /** It works again. */
  over(): void {
    this.failures = 0;
    this.dueAtMs = 0;
  }

  tryAtOnce(): void {
    this.dueAtMs = 0;
  }

  get attempts(): number {
    return this.failures;
  }

  told(): Readonly<{ code: string; attempts: number; forMs: number }> {
    return { code: this.because, attempts: this.failures, forMs: performance.now() - this.beganAtMs };
  }

  /** Code of the last failure; undefined while all is well. */
  get code(): string | undefined {
    return this.failures > 0 ? this.because : undefined;
  }

  /** 0: now. */
  get dueInMs(): number {
    return Math.max(this.dueAtMs - performance.now(), 0);
  }
}
