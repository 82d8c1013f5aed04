import { Inject, Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { CLOCK, MAILBOX, toEpochMs } from '@ibex/kernel';
import type { ChannelKind, Clock, Mailbox } from '@ibex/kernel';
import { Metrics, asSystem, atMostEvery } from '@ibex/runtime';
import type { MeasuredFeed } from './feed.ports';
import { SubscriptionDispatch } from './subscription-dispatch';

/** As many questions as there are subscriptions with something waiting: not each time that somebody looks. */
const COUNT_EVERY_MS = 10_000;

type Measured = Readonly<{ measured(): readonly MeasuredFeed[] }>;
type Aged = Readonly<{ channel: ChannelKind; seconds: number }>;

const totals = <T extends Readonly<{ channel: ChannelKind }>>(
  all: readonly T[],
  add: (total: number, each: T) => number,
) => {
  const byChannel = new Map<string, number>();
  for (const each of all) byChannel.set(each.channel, add(byChannel.get(each.channel) ?? 0, each));
  return [...byChannel].map(([channel, value]) => ({ labels: { channel }, value }));
};

/** How subscriptions do, by channel and state: never by name, authority or id. */
@Injectable()
export class DispatchMeasures implements OnModuleInit {
  constructor(
    @Inject(SubscriptionDispatch) private readonly dispatch: Measured,
    private readonly metrics: Metrics,
    @Inject(MAILBOX) private readonly mailbox: Pick<Mailbox, 'find'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    const { metrics } = this;
    const states = (): readonly MeasuredFeed[] => this.dispatch.measured();
    const labels = ['channel'];
    metrics.gaugeFrom(
      'ibex_subscriptions',
      'Subscriptions that are brought out, by how their receiver does.',
      [...labels, 'state'],
      () => this.byState(),
    );
    metrics.gaugeFrom(
      'ibex_subscription_waiting_entries',
      'Entries on their way to subscribers that are not taken yet.',
      labels,
      () => totals(states(), (total, { waiting }) => total + waiting),
    );
    metrics.gaugeFrom(
      'ibex_subscription_failing_seconds',
      'How long the receiver that has been failing longest has done so.',
      labels,
      () => totals(states(), (most, { failing }) => Math.max(most, (failing?.forMs ?? 0) / 1_000)),
    );
    const ages = atMostEvery(COUNT_EVERY_MS, () => asSystem(() => this.ages()));
    metrics.gaugeFrom(
      'ibex_subscription_oldest_seconds',
      'Age of the oldest entry that waits for a subscriber.',
      labels,
      async () => totals(await ages(), (most, { seconds }) => Math.max(most, seconds)),
    );
  }

  private byState() {
    const counts = new Map<string, Readonly<{ labels: Record<string, string>; value: number }>>();
    for (const { channel, phase: state } of this.dispatch.measured()) {
      const before = counts.get(`${channel} ${state}`)?.value ?? 0;
      counts.set(`${channel} ${state}`, { labels: { channel, state }, value: before + 1 });
    }
    return [...counts.values()];
  }

  private ages(): Promise<readonly Aged[]> {
    return Promise.all(this.dispatch.measured().map((state) => this.ageOf(state)));
  }

  private async ageOf({ channel, authority, waiting, settledUpTo }: MeasuredFeed): Promise<Aged> {
    if (waiting === 0) return { channel, seconds: 0 };
    const oldest = await this.mailbox.find(authority, settledUpTo + 1);
    const ageMs = oldest ? toEpochMs(this.clock.now()) - toEpochMs(oldest.putAt) : 0;
    return { channel, seconds: Math.max(ageMs, 0) / 1_000 };
  }
}
