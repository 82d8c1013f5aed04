import { pause } from '@ibex/runtime';
import { Beats } from './beats';
import type { Beating } from './beats';

const LONGEST_LOOK_MS = 1_000;

/** Keeps looking for whom to tell that the exchange is alive. */
export class Heart {
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;

  constructor(
    private readonly everyMs: number,
    private readonly beating: () => readonly Beating[],
  ) {}

  /** Aborts when nothing more is to be sent. */
  get signal(): AbortSignal {
    return this.stopping.signal;
  }

  start(): void {
    if (this.everyMs > 0) this.running ??= this.run();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const beats = new Beats(this.everyMs);
    const { signal } = this.stopping;
    while (!signal.aborted) {
      beats.look(this.beating(), performance.now());
      await pause(Math.min(this.everyMs / 4, LONGEST_LOOK_MS), signal);
    }
  }
}
