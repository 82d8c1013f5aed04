import type { Mailbox, Subscription } from '@ibex/kernel';
import type { FeedEvents, Running } from '../dispatcher';
import type { OutgoingFeed } from '../feed.ports';
import type { MendingList } from './mending-list';
import type { MendingOrders } from './mending-orders';
import type { AsideRow, ReplayRow } from './mending.schema';

export type NewReplay = (
  running: Running,
  replay: ReplayRow,
  events: Pick<FeedEvents, 'overtaken'>,
) => OutgoingFeed;

type Ports = Readonly<{
  list: Pick<MendingList, 'redriven' | 'openReplays'>;
  orders: Pick<MendingOrders, 'replayFinished'>;
  mailbox: Pick<Mailbox, 'find'>;
  running: (subscriptionId: string) => Running | undefined;
  newReplay: NewReplay;
}>;

type Replay = Readonly<{ feed: OutgoingFeed; subscription: Subscription }>;

/** Carries out what was ordered for the subscriptions that are brought out here: sending once more, sending again. */
export class Mender {
  /** By feed: a new one of the same subscription has none of what was handed to the last. */
  private readonly handed = new WeakMap<OutgoingFeed, Set<string>>();
  private readonly replays = new Map<string, Replay>();

  constructor(private readonly ports: Ports) {}

  async look(): Promise<void> {
    const { list } = this.ports;
    for (const row of await list.redriven()) await this.redrive(row);
    const open = await list.openReplays();
    const ids = new Set(open.map(({ replayId }) => replayId));
    await this.end([...this.replays.keys()].filter((id) => !ids.has(id)));
    for (const row of open) await this.replay(row);
  }

  /** Resolves when nothing is replayed for this subscription any more. */
  stop(subscriptionId: string): Promise<void> {
    return this.end(
      [...this.replays].flatMap(([id, { subscription }]) => (subscription.id === subscriptionId ? [id] : [])),
    );
  }

  private async redrive({ subscriptionId, authority, sequence, changedPosition }: AsideRow): Promise<void> {
    const feed = this.ports.running(subscriptionId)?.feed;
    if (!feed) return;
    const handed = this.handed.get(feed) ?? new Set();
    this.handed.set(feed, handed);
    // the list trails the log: what was just taken may still stand in it
    const order = `${String(sequence)} ${String(changedPosition)}`;
    if (handed.has(order)) return;
    const entry = await this.ports.mailbox.find(authority, sequence);
    if (entry && feed.redrive([entry])) handed.add(order);
  }

  private async replay(row: ReplayRow): Promise<void> {
    const { replayId, subscriptionId, toSequence } = row;
    const current = this.replays.get(replayId);
    if (current && current.feed.state().settledUpTo >= toSequence) {
      await this.ports.orders.replayFinished(current.subscription, replayId);
      return this.end([replayId]);
    }
    const running = this.ports.running(subscriptionId);
    if (current?.subscription === running?.subscription) return undefined;
    await this.end([replayId]);
    this.begin(row);
    return undefined;
  }

  private begin(row: ReplayRow): void {
    const running = this.ports.running(row.subscriptionId);
    if (!running) return;
    const overtaken = (): void => void this.end([row.replayId]);
    const feed = this.ports.newReplay(running, row, { overtaken });
    this.replays.set(row.replayId, { feed, subscription: running.subscription });
    feed.start();
  }

  private async end(ids: readonly string[]): Promise<void> {
    const ending = ids.flatMap((id) => this.replays.get(id)?.feed ?? []);
    for (const id of ids) this.replays.delete(id);
    await Promise.all(ending.map((feed) => feed.stop()));
  }
}
