import type { FeedMemory, TrialMemory } from '@ibex/kernel';
import type { Moments } from './moments';

/** When an entry that fails while others are taken is set aside: after so many such failures over at least so long. */
export type PoisonRule = Readonly<{ tries: number; refusedForMs: number; failingForMs: number }>;

const MINUTE = 60_000;
export const USUAL_POISON: PoisonRule = {
  tries: 5,
  refusedForMs: 3 * MINUTE,
  failingForMs: 12 * 60 * MINUTE,
};

/** `takenBefore`: entries of the subscription taken when the try began. `isWell`: nothing else speaks of trouble. */
export type Failed = Readonly<{ sequence: number; takenBefore: number; isRefusal: boolean; isWell: boolean }>;

/**
 * `everybody`: nothing says that it is this entry's own fault. `own`: others were taken meanwhile, so it is.
 * `poison`: so often that it is set aside.
 */
export type Verdict = Readonly<{ fault: 'everybody' | 'own' | 'poison'; failuresOfItsOwn: number }>;

/** Kept at most: an endpoint that refuses one kind of message may have many that wait to be set aside. */
const MOST_KEPT = 200;

type Trial = Readonly<{ own: number; firstMs: number; takenAtFirst: number; takenAtLast: number }>;

/** Tells an endpoint that is down from an entry that it cannot deal with: by whether others were taken meanwhile. */
export class EntryTrials {
  private readonly trials = new Map<number, Trial>();
  private taken = 0;

  constructor(private readonly rule: PoisonRule) {}

  /** Goes on from what was kept, as far as it is not dealt with. */
  recall({ taken, trials }: FeedMemory, settledUpTo: number, moments: Moments): void {
    this.taken = taken;
    for (const { sequence, own, firstAt, takenAtFirst, takenAtLast } of trials) {
      if (sequence <= settledUpTo) continue;
      const firstMs = moments.toPastMs(firstAt);
      this.trials.set(sequence, { own, firstMs, takenAtFirst, takenAtLast });
    }
  }

  /** Those that failed by their own fault first. How many were taken matters only beside these. */
  memory(moments: Moments): Pick<FeedMemory, 'taken' | 'trials'> {
    if (this.trials.size === 0) return { taken: 0, trials: [] };
    const trials = [...this.trials]
      .sort(([, a], [, b]) => b.own - a.own || a.firstMs - b.firstMs)
      .slice(0, MOST_KEPT)
      .map(([sequence, { firstMs, ...trial }]): TrialMemory => ({
        ...{ sequence, ...trial },
        firstAt: moments.toInstant(firstMs),
      }));
    return { taken: this.taken, trials };
  }

  get takenSoFar(): number {
    return this.taken;
  }

  /** How many entries have failed and were not taken since. */
  get failing(): number {
    return this.trials.size;
  }

  /** One was taken; what was held against it is forgotten. True when there was something. */
  succeeded(sequence: number): boolean {
    this.taken += 1;
    return this.trials.delete(sequence);
  }

  setAside(sequence: number): void {
    this.trials.delete(sequence);
  }

  failed(failed: Failed, nowMs: number): Verdict {
    const { sequence, takenBefore, isRefusal } = failed;
    const before = this.trials.get(sequence);
    const isOwn = this.isOwnFault(failed, before);
    const first = before ?? { own: 0, firstMs: nowMs, takenAtFirst: takenBefore };
    const own = isOwn ? first.own + 1 : first.own;
    const { firstMs } = first;
    this.trials.set(sequence, { ...first, own, takenAtLast: this.taken });
    if (!isOwn) return { fault: 'everybody', failuresOfItsOwn: own };
    const { tries, refusedForMs, failingForMs } = this.rule;
    const isLong = nowMs - firstMs >= (isRefusal ? refusedForMs : failingForMs);
    return { fault: own >= tries && isLong ? 'poison' : 'own', failuresOfItsOwn: own };
  }

  /**
   * An endpoint that refuses is up, so one that was taken since the first refusal is enough. One that goes down answers
   * some and fails others at the same time: of that, only what was taken between two failures tells anything.
   */
  private isOwnFault({ takenBefore, isRefusal, isWell }: Failed, before: Trial | undefined): boolean {
    if (before !== undefined && this.taken > before.takenAtLast) return true;
    return isRefusal && isWell && this.taken > (before?.takenAtFirst ?? takenBefore);
  }
}
