import type { ChannelOutcome } from '@ibex/kernel';
import { pause } from '@ibex/runtime';
import type { BatchPorts } from './batch.ports';
import type { Made } from './batch-maker';

/** So long what is under way may go on when the feed stops; less than the term of a lease. */
const GRACE_MS = 2_000;

const unforeseen: ChannelOutcome = { kind: 'later', reason: 'channel/unforeseen' };

type Ports = Pick<BatchPorts, 'subscription' | 'channel' | 'note' | 'clock'>;

/** Single tries to have a batch taken, one at a time. */
export class BatchTries {
  private readonly aborting = new AbortController();
  private underWay: Promise<unknown> | undefined;

  constructor(private readonly ports: Ports) {}

  async once({ batch, range }: Made): Promise<ChannelOutcome> {
    const { subscription, channel, clock, note } = this.ports;
    const at = clock.now();
    const beganMs = performance.now();
    const trying = channel.deliver(subscription, batch, this.aborting.signal).catch(() => unforeseen);
    this.underWay = trying;
    const outcome = await trying;
    this.underWay = undefined;
    note({
      sequence: range.upTo,
      at,
      outcome: outcome.kind,
      durationMs: Math.round(performance.now() - beganMs),
      ...('reason' in outcome ? { reason: outcome.reason } : {}),
      ...(outcome.status === undefined ? {} : { status: outcome.status }),
    });
    return outcome;
  }

  /** Resolves once nothing is under way: after a moment's grace it is cut off. */
  async end(): Promise<void> {
    if (this.underWay) {
      const over = new AbortController();
      void this.underWay.then(() => over.abort());
      await pause(GRACE_MS, over.signal);
    }
    this.aborting.abort();
    await this.underWay;
  }
}
