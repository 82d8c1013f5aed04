/** Nothing was heard: no notice, no heartbeat, no answer of the exchange. */
export type Silence = Readonly<{ sinceUtc: string; forMs: number }>;

/** Tells each silence once, and not again before something was heard. */
export class SilenceWatch {
  private toldSinceMs: number | undefined;

  constructor(
    private readonly afterMs: number,
    private lastMs: number,
  ) {}

  heard(nowMs: number): void {
    this.lastMs = nowMs;
  }

  /** The silence that is due to be told at this moment. */
  due(nowMs: number): Silence | undefined {
    const forMs = nowMs - this.lastMs;
    if (forMs < this.afterMs || this.toldSinceMs === this.lastMs) return undefined;
    this.toldSinceMs = this.lastMs;
    return { sinceUtc: new Date(this.lastMs).toISOString(), forMs };
  }
}
