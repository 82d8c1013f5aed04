import { Inject, Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { ATTEMPTS, CLOCK, fromEpochMs, toEpochMs } from '@ibex/kernel';
import type { Attempt, Attempts, Clock } from '@ibex/kernel';
import { SafeLog, asSystem, pause } from '@ibex/runtime';
import { AttemptLines } from './attempt-lines';
import type { OneTry } from './attempt-lines';

export const ATTEMPT_LOG_SETTINGS = Symbol('AttemptLogSettings');
export type AttemptLogSettings = Readonly<{
  keptDays: number;
  writeEveryMs: number;
  /** Lines in memory at most while the store is away; then the oldest are given up. */
  mostWaiting: number;
}>;
export const USUAL_ATTEMPT_LOG: AttemptLogSettings = {
  keptDays: 30,
  writeEveryMs: 1_000,
  mostWaiting: 10_000,
};

const DAY_MS = 86_400_000;
const PRUNE_EVERY_MS = 3_600_000;
const PRUNED_AT_ONCE = 5_000;
const WRITTEN_AT_ONCE = 500;

/** Brings tries into the store behind the deliveries, so that none waits for it. A crash loses the last second of it. */
@Injectable()
export class AttemptLog implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly lines = new AttemptLines();
  private waiting: Attempt[] = [];
  private writes: Promise<void> = Promise.resolve();
  private prunedMs = Number.NEGATIVE_INFINITY;
  private readonly closing = new AbortController();
  private keeping: Promise<void> | undefined;

  constructor(
    @Inject(ATTEMPTS) private readonly attempts: Attempts,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ATTEMPT_LOG_SETTINGS) private readonly settings: AttemptLogSettings,
    private readonly log: SafeLog,
  ) {}

  note(attempt: OneTry): void {
    this.lines.note(attempt, performance.now());
  }

  /** Writes what there is, of a feed that has ended. Never throws. */
  flush(): Promise<void> {
    return this.write(this.lines.takeAll());
  }

  onApplicationBootstrap(): void {
    this.keeping = asSystem(() => this.keep());
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.closing.abort();
    await this.keeping;
    await this.flush();
  }

  private async keep(): Promise<void> {
    const { signal } = this.closing;
    while (!signal.aborted) {
      await pause(this.settings.writeEveryMs, signal);
      await this.write(this.lines.take(performance.now()));
      if (performance.now() - this.prunedMs >= PRUNE_EVERY_MS) await this.prune();
    }
  }

  private write(lines: readonly Attempt[]): Promise<void> {
    this.waiting.push(...lines);
    const lost = this.waiting.length - this.settings.mostWaiting;
    if (lost > 0) {
      this.waiting.splice(0, lost);
      this.log.warn('attempts-lost', undefined, { attempts: lost });
    }
    this.writes = this.writes.then(() => this.writeWaiting());
    return this.writes;
  }

  private async writeWaiting(): Promise<void> {
    try {
      while (this.waiting.length > 0) {
        const some = this.waiting.slice(0, WRITTEN_AT_ONCE);
        await this.attempts.append(some);
        // those at the front may have been given up meanwhile
        const written = new Set(some);
        this.waiting = this.waiting.filter((line) => !written.has(line));
      }
    } catch (error) {
      // they are written with the next ones
      this.log.warn('attempts-not-written', error, { attempts: this.waiting.length });
    }
  }

  /** Any number of processes may do it at once. */
  private async prune(): Promise<void> {
    const { keptDays } = this.settings;
    const before = fromEpochMs(toEpochMs(this.clock.now()) - keptDays * DAY_MS);
    try {
      while (!this.closing.signal.aborted && (await this.attempts.prune(before, PRUNED_AT_ONCE)) > 0);
      this.prunedMs = performance.now();
    } catch (error) {
      this.log.warn('attempts-not-pruned', error);
    }
  }
}
