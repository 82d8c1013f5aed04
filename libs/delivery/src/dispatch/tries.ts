import type {
  Channel,
  ChannelMessage,
  ChannelOutcome,
  ChannelSecrets,
  Clock,
  Mailbox,
  MailboxEntry,
  Subscription,
} from '@ibex/kernel';
import { pause } from '@ibex/runtime';
import type { OneTry } from './attempts/attempt-lines';
import type { Ref } from './backlog';

/** `unsent`: something of ours was away; it tells nothing about the endpoint. */
export type Tried =
  | Readonly<{ kind: 'tried'; entry: MailboxEntry; outcome: ChannelOutcome }>
  | Readonly<{ kind: 'unsent'; error: unknown }>;

export type TryPorts = Readonly<{
  subscription: Subscription;
  channel: Channel;
  secrets: ChannelSecrets;
  mailbox: Pick<Mailbox, 'find'>;
  toEvent: (entry: MailboxEntry) => ChannelMessage['event'];
  /** Where details go along sealed: the event with its own, anew for each try. Throws where nothing can be sealed now. */
  seal?: (entry: MailboxEntry, event: ChannelMessage['event']) => Promise<ChannelMessage['event']>;
  note: (attempt: OneTry) => void;
  clock: Clock;
}>;

/** So long what is under way may go on when the feed stops; less than the term of a lease. */
const GRACE_MS = 2_000;
/** So long a secret that was retired may still sign. */
const SECRETS_KEPT_MS = 5_000;
/** Entries kept from reading to sending; what is further behind is read again. */
const MOST_KEPT = 1_000;

const unforeseen: ChannelOutcome = { kind: 'later', reason: 'channel/unforeseen' };

/** Single tries to deliver, several at once. */
export class Tries {
  private readonly kept = new Map<number, MailboxEntry>();
  private readonly underWay = new Set<Promise<unknown>>();
  /** Until what follows from their outcome is done, too. */
  private readonly notOver = new Set<Promise<unknown>>();
  private readonly aborting = new AbortController();
  private secrets: Readonly<{ texts: readonly string[]; untilMs: number }> | undefined;

  constructor(private readonly ports: TryPorts) {}

  get inFlight(): number {
    return this.underWay.size;
  }

  /** Saves reading an entry again that is soon to be sent; not of what an agreement opened, which may end meanwhile. */
  keep(entry: MailboxEntry): void {
    if (!entry.agreement && this.kept.size < MOST_KEPT) this.kept.set(entry.sequence, entry);
  }

  /** `done` is called once it is over; nothing is thrown. */
  begin(ref: Ref, done: (tried: Tried) => Promise<void>): void {
    const trying = this.tryOnce(ref)
      .then(async (tried) => {
        this.underWay.delete(trying);
        await done(tried);
      })
      .finally(() => this.notOver.delete(trying));
    this.underWay.add(trying);
    this.notOver.add(trying);
  }
  forget(sequence: number): void {
    this.kept.delete(sequence);
  }

  /** Resolves once nothing is under way: after a moment's grace it is cut off. */
  async end(): Promise<void> {
    const all = Promise.allSettled([...this.notOver]);
    const allOver = new AbortController();
    void all.then(() => allOver.abort());
    await pause(GRACE_MS, allOver.signal);
    this.aborting.abort();
    await all;
  }

  private async tryOnce(ref: Ref): Promise<Tried> {
    try {
      const [entry, secrets] = await Promise.all([this.entryOf(ref), this.signing()]);
      return { kind: 'tried', entry, outcome: await this.deliver(entry, secrets) };
    } catch (error) {
      return { kind: 'unsent', error };
    }
  }

  private async deliver(entry: MailboxEntry, secrets: readonly string[]): Promise<ChannelOutcome> {
    const { subscription, channel, clock } = this.ports;
    const event = await this.eventOf(entry);
    const at = clock.now();
    const beganMs = performance.now();
    const message = { id: entry.entryId, urgency: entry.urgency, event };
    const outcome = await channel
      .deliver({ subscription, secrets }, message, this.aborting.signal)
      .catch(() => unforeseen);
    this.note(entry, outcome, { at, durationMs: Math.round(performance.now() - beganMs) });
    return outcome;
  }

  private async eventOf(entry: MailboxEntry): Promise<ChannelMessage['event']> {
    const { toEvent, seal } = this.ports;
    return seal ? seal(entry, toEvent(entry)) : toEvent(entry);
  }

  private note(entry: MailboxEntry, outcome: ChannelOutcome, when: Pick<OneTry, 'at' | 'durationMs'>): void {
    const { id: subscriptionId, authority } = this.ports.subscription;
    this.ports.note({
      subscriptionId,
      authority,
      sequence: entry.sequence,
      outcome: outcome.kind,
      ...('reason' in outcome ? { reason: outcome.reason } : {}),
      ...(outcome.status === undefined ? {} : { status: outcome.status }),
      ...when,
    });
  }

  private async entryOf({ sequence }: Ref): Promise<MailboxEntry> {
    const { mailbox, subscription } = this.ports;
    const entry = this.kept.get(sequence) ?? (await mailbox.find(subscription.authority, sequence));
    if (!entry) throw new Error('an entry has left its mailbox');
    return entry;
  }

  private async signing(): Promise<readonly string[]> {
    const nowMs = performance.now();
    if (!this.secrets || this.secrets.untilMs <= nowMs) {
      const texts = await this.ports.secrets.of(this.ports.subscription.id);
      this.secrets = { texts, untilMs: nowMs + SECRETS_KEPT_MS };
    }
    return this.secrets.texts;
  }
}
