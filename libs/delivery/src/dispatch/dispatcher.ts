import type { Subscription } from '@ibex/kernel';
import type { SafeLog } from '@ibex/runtime';
import type { FeedState, OutgoingFeed } from './feed.ports';

/** Told to a feed by whoever runs it. */
export type FeedEvents = Readonly<{ wentGone: () => void; overtaken: () => void }>;
export type NewFeed = (subscription: Subscription, events: FeedEvents) => OutgoingFeed;

type Ports = Readonly<{
  newFeed: NewFeed;
  /** These are to be shared out, those no longer. */
  share: (add: readonly string[], remove: readonly string[]) => void;
  reportGone: (id: string) => Promise<void>;
  log: SafeLog;
}>;

export type Running = Readonly<{ feed: OutgoingFeed; subscription: Subscription }>;

/** Runs a feed for each of its subscriptions, and takes a subscription up anew whenever it was changed. */
export class Dispatcher {
  private known = new Map<string, Subscription>();
  private readonly running = new Map<string, Running>();
  private readonly wanted = new Set<string>();
  /** Per subscription, one thing after the other: never two feeds of one at once. */
  private readonly turns = new Map<string, Promise<void>>();

  constructor(private readonly ports: Ports) {}

  /** Takes in which subscriptions there are now to bring out, and as what they stand. */
  async refresh(subscriptions: readonly Subscription[]): Promise<void> {
    const live = new Map(subscriptions.map((each) => [each.id, each]));
    const before = this.known;
    this.known = live;
    const added = [...live.keys()].filter((id) => !before.has(id));
    const removed = [...before.keys()].filter((id) => !live.has(id));
    this.ports.share(added, removed);
    for (const [id, { revision }] of live) {
      const current = this.running.get(id);
      if (current && current.subscription.revision !== revision) this.renew(id, current.feed);
      else if (current?.feed.state().phase === 'gone') await this.ports.reportGone(id);
    }
  }

  start(id: string): void {
    this.wanted.add(id);
    void this.inTurn(id, () => this.open(id));
  }

  /** Resolves when nothing of this subscription is under way any more. */
  stop(id: string): Promise<void> {
    this.wanted.delete(id);
    return this.inTurn(id, () => this.close(id));
  }

  /** The feed of a subscription that is brought out here and is to go on. */
  runningOf(id: string): Running | undefined {
    return this.wanted.has(id) ? this.running.get(id) : undefined;
  }

  states(): readonly FeedState[] {
    return this.all().map(({ feed }) => feed.state());
  }

  /** Every feed that is brought out here. */
  all(): readonly Running[] {
    return [...this.running.values()];
  }

  /** Without effect for a feed that is not the one running any more. */
  private renew(id: string, feed: OutgoingFeed): void {
    void this.inTurn(id, async () => {
      if (this.running.get(id)?.feed !== feed) return;
      await this.close(id);
      this.open(id);
    });
  }

  private open(id: string): void {
    const subscription = this.known.get(id);
    if (!subscription || !this.wanted.has(id) || this.running.has(id)) return;
    const feed: OutgoingFeed = this.ports.newFeed(subscription, {
      wentGone: () => void this.ports.reportGone(id),
      overtaken: () => this.renew(id, feed),
    });
    this.running.set(id, { feed, subscription });
    feed.start();
  }

  private async close(id: string): Promise<void> {
    const running = this.running.get(id);
    this.running.delete(id);
    await running?.feed.stop();
  }

  private inTurn(id: string, work: () => void | Promise<void>): Promise<void> {
    const turn = (this.turns.get(id) ?? Promise.resolve())
      .then(work)
      .catch((error: unknown) => this.ports.log.error('dispatch-failed', error, { work: id }))
      .finally(() => {
        if (this.turns.get(id) === turn) this.turns.delete(id);
      });
    this.turns.set(id, turn);
    return turn;
  }
}
