import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, MAILBOX, MESSAGE_BUS, toEpochMs } from '@ibex/kernel';
import type { Clock, Mailbox, MessageBus } from '@ibex/kernel';
import { Metrics, atMostEvery } from '@ibex/runtime';
import type { Gauged } from '@ibex/runtime';
import type { FeedState } from './mailbox-feed';

/** As many questions as there are mailboxes: not each time that somebody looks. */
const COUNT_EVERY_MS = 10_000;
const LABELS = ['channel', 'authority'];

type Relay = Readonly<{ states(): readonly FeedState[] }>;
type Lag = Readonly<{ authority: string; entries: number; seconds: number }>;

/** How far a channel has come with each mailbox that this process has. */
@Injectable()
export class ChannelStates {
  constructor(
    private readonly metrics: Metrics,
    @Inject(MESSAGE_BUS) private readonly bus: MessageBus,
    @Inject(MAILBOX) private readonly mailbox: Mailbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  measure(relay: Relay): void {
    const { metrics } = this;
    const lags = atMostEvery(COUNT_EVERY_MS, () => this.lags(relay));
    const say = (name: string, help: string, of: (lag: Lag) => number): void =>
      metrics.gaugeFrom(name, help, LABELS, async () =>
        (await lags()).map((lag) => this.gauged(lag.authority, of(lag))),
      );
    say(
      'ibex_mailbox_lag_entries',
      'Entries that the channel does not have for certain.',
      (lag) => lag.entries,
    );
    say('ibex_mailbox_lag_seconds', 'Age of the oldest entry that has not left.', (lag) => lag.seconds);
    const failing = 'How long the channel has been failing for a mailbox; 0 while all is well.';
    metrics.gaugeFrom('ibex_channel_failing_seconds', failing, LABELS, () =>
      relay.states().map((state) => this.gauged(state.authority, (state.failing?.forMs ?? 0) / 1_000)),
    );
  }

  private lags(relay: Relay): Promise<readonly Lag[]> {
    return Promise.all(
      relay
        .states()
        .flatMap(({ authority, confirmedUpTo, oldestPutAt }) =>
          confirmedUpTo === undefined ? [] : [this.lagOf(authority, confirmedUpTo, oldestPutAt)],
        ),
    );
  }

  private async lagOf(authority: string, confirmedUpTo: number, oldestPutAt?: string): Promise<Lag> {
    const entries = Math.max((await this.mailbox.head(authority)) - confirmedUpTo, 0);
    const isLate = entries > 0 && oldestPutAt !== undefined;
    const ageMs = isLate ? toEpochMs(this.clock.now()) - toEpochMs(oldestPutAt) : 0;
    return { authority, entries, seconds: Math.max(ageMs, 0) / 1_000 };
  }

  private gauged(authority: string, value: number): Gauged {
    return { labels: { channel: this.bus.channel, authority }, value };
  }
}
