import { setTimeout as pause } from 'node:timers/promises';
import { steadyMs } from '../../support/receivers/receiver.orders';
import type { Receivers } from '../../support/receivers/receivers';
import type { Subscriber } from './subscribers';
import type { Posted } from './told-notices';

const LOOK_MS = 200;

/** How long it took from when a notice was due to be posted until one receiver had it. */
export type Taken = Readonly<{ posted: Posted; by: Subscriber; ms: number }>;
/** Which receivers are listened to. */
export type Which = (subscriber: Subscriber) => boolean;

/** Follows what receivers take; times on the clock of `performance.now()` of this process. */
export class HeardByReceivers {
  private heardSoFar = 0;
  private readonly firstAt = new Map<string, number>();
  private readonly aheadMs = steadyMs() - performance.now();

  constructor(
    private readonly receivers: Receivers,
    private readonly subscribers: readonly Subscriber[],
  ) {}

  /** Messages taken so far, repeats included, and how many of them were repeats. */
  get counts(): Readonly<{ taken: number; repeated: number }> {
    return { taken: this.heardSoFar, repeated: this.heardSoFar - this.firstAt.size };
  }

  /** Everything that these are to get of what was posted. Throws when some of it is not there in time. */
  async allOf(posted: readonly Posted[], which: Which, withinMs: number): Promise<readonly Taken[]> {
    const until = performance.now() + withinMs;
    for (;;) {
      await this.listen();
      const due = this.expected(posted, which);
      const missing = due.filter(({ ms }) => Number.isNaN(ms));
      if (missing.length === 0) return due;
      if (performance.now() > until) {
        const names = [...new Set(missing.map(({ by }) => by.receiver))].slice(0, 3).join(', ');
        throw new Error(`${String(missing.length)} messages were not there in time, e.g. at ${names}`);
      }
      await pause(LOOK_MS);
    }
  }

  private async listen(): Promise<void> {
    const later = await this.receivers.arrivals(this.heardSoFar);
    this.heardSoFar += later.length;
    for (const { to, detail, atMs } of later) {
      const name = `${to} ${detail}`;
      if (!this.firstAt.has(name)) this.firstAt.set(name, atMs - this.aheadMs);
    }
  }

  private expected(posted: readonly Posted[], which: Which): readonly Taken[] {
    const listening = this.subscribers.filter(which);
    return posted.flatMap((one) =>
      listening
        .filter(({ authority, lanes }) => authority === one.host && lanes.includes(one.lane))
        .map((by) => {
          const atMs = this.firstAt.get(`${by.receiver} ${one.detail}`) ?? Number.NaN;
          return { posted: one, by, ms: atMs - one.dueMs };
        }),
    );
  }
}
