import { Inject, Injectable, Optional } from '@nestjs/common';
import { CLOCK, SUBSCRIPTIONS } from '@ibex/kernel';
import type { Clock, MailboxEntry, Subscription, Subscriptions } from '@ibex/kernel';
import { ProblemError, notFound } from '@ibex/runtime';
import type { Channel } from '../ladder/delivery.events';

/** Through which of its subscriptions an authority reads; the whole mailbox where it names none. */
export type Through = Readonly<{ authority: string; subscription?: string | undefined; channel: Channel }>;
/** What was read after a number, and how many of it may be handed out. */
export type Read = Readonly<{ after: number; entries: readonly MailboxEntry[]; limit: number }>;
/** `upTo`: every entry up to here was looked at: what is not among `entries` is held back. */
export type Narrowed = Readonly<{ entries: readonly MailboxEntry[]; upTo: number; paused?: true }>;

const FIELD = 'subscription';

const closed = (): ProblemError =>
  new ProblemError(409, 'inbox/subscription-closed', 'Refused', 'This subscription was closed for good.', {
    field: FIELD,
    mend: 'Open a new one, or leave it out: your mailbox still holds every entry.',
  });

const elsewhere = ({ channel: own }: Subscription, channel: Channel): ProblemError =>
  new ProblemError(
    409,
    'inbox/subscription-not-for-this-channel',
    'Refused',
    `This subscription is on the channel ${own}; here only one on ${channel} has an effect.`,
    { field: FIELD, mend: `Name a subscription on ${channel}, or leave it out to read the whole mailbox.` },
  );

/** Narrows what an authority fetches by itself to what its subscription lets through. */
@Injectable()
export class InboxSubscriptions {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Optional() @Inject(SUBSCRIPTIONS) private readonly subscriptions?: Subscriptions,
  ) {}

  /**
   * The subscription that is named, undefined where none is. Throws ProblemError: the one 404 for another authority's as
   * for one that does not exist, 409 for one that is closed or on another channel.
   */
  async named({ authority, subscription: id, channel }: Through): Promise<Subscription | undefined> {
    if (id === undefined) return undefined;
    const found = await this.subscriptions?.find(id);
    if (found?.authority !== authority) throw notFound();
    if (found.channel !== channel) throw elsewhere(found, channel);
    if (found.state === 'closed') throw closed();
    return this.goesOn(found);
  }

  /** As the subscription stands now: it may have been changed while somebody waited. Throws as `named`. */
  async narrow(through: Through, { after, entries, limit }: Read): Promise<Narrowed> {
    const subscription = await this.named(through);
    if (!subscription) return { entries, upTo: entries.at(-1)?.sequence ?? after };
    if (subscription.state === 'paused') return { entries: [], upTo: after, paused: true };
    return this.letThrough(subscription, { after, entries, limit });
  }

  private async letThrough(subscription: Subscription, { after, entries, limit }: Read): Promise<Narrowed> {
    const wanted: MailboxEntry[] = [];
    let upTo = after;
    for (const entry of entries) {
      if (wanted.length >= limit) break;
      if (await this.subscriptions?.passes(subscription, entry)) wanted.push(entry);
      upTo = entry.sequence;
    }
    return { entries: wanted, upTo };
  }

  /** No dispatcher looks after what is fetched: a pause whose time is over ends here. */
  private async goesOn(subscription: Subscription): Promise<Subscription> {
    const { id, state, pausedUntil } = subscription;
    if (state !== 'paused' || pausedUntil === undefined || pausedUntil > this.clock.now())
      return subscription;
    await this.subscriptions?.pauseOver?.(id);
    return { ...subscription, state: 'live' };
  }
}
