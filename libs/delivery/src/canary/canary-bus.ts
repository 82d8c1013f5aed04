import { BUS_ECHO, MAILBOX } from '@ibex/kernel';
import type { Arrival, BusEcho, Mailbox, MailboxEntry, NoticeSource } from '@ibex/kernel';
import { SafeLog, asSystem } from '@ibex/runtime';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { InboxMessages } from '../inbox/inbox-messages';
import { CanaryOrders } from './canary-orders';
import { CANARY_MAILBOX } from './canary.events';

type Listening = Readonly<{ source: NoticeSource; done: Promise<void> }>;

/** Which entry of the canaries' mailbox a message is; none: it is of another kind. */
const entryTold = ({ content }: Arrival): Readonly<{ id: unknown; sequence: number }> | undefined => {
  if (!('event' in content)) return undefined;
  const { id, sequence } = content.event;
  // a header of a record is text
  const number = Number(sequence);
  return Number.isSafeInteger(number) && number > 0 ? { id, sequence: number } : undefined;
};

/** Where canaries are, and where it is put on record that one was seen. */
@Injectable()
export class CanaryPlaces {
  constructor(
    @Inject(MAILBOX) readonly mailbox: Pick<Mailbox, 'find'>,
    readonly orders: CanaryOrders,
    readonly messages: InboxMessages,
  ) {}
}

/** Puts canaries on a topic of their own and reads them from there, as a receiving authority does. */
@Injectable()
export class CanaryBus {
  private listening: Listening | undefined;

  constructor(
    private readonly places: CanaryPlaces,
    private readonly log: SafeLog,
    @Optional() @Inject(BUS_ECHO) private readonly echo?: BusEcho,
  ) {}

  get isWanted(): boolean {
    return this.echo !== undefined;
  }

  /** One try: a canary that did not get there is missed, and the next one tells how it is by then. */
  async put(entry: MailboxEntry): Promise<void> {
    if (!this.echo) return;
    this.listen();
    const event = this.places.messages.of(entry);
    try {
      await this.echo.put({ authority: CANARY_MAILBOX, key: entry.stream, event });
    } catch (error) {
      this.log.warn('canary-not-put', error, { work: this.echo.channel });
    }
  }

  /** Reads until it is stopped. */
  listen(): void {
    if (!this.echo || this.listening) return;
    const source = this.echo.hear(CANARY_MAILBOX);
    const heard = asSystem(() => source.run((arrival) => this.see(arrival, source)));
    const done = heard.catch((error: unknown) =>
      this.log.warn('canary-not-heard', error, { work: String(this.echo?.channel) }),
    );
    this.listening = { source, done };
  }

  async stop(): Promise<void> {
    const { listening } = this;
    this.listening = undefined;
    await listening?.source.close();
    await listening?.done;
  }

  private async see(arrival: Arrival, source: NoticeSource): Promise<void> {
    const told = entryTold(arrival);
    if (told) await this.note(told);
    source.settled(arrival.lane, arrival.place);
  }

  private async note({ id, sequence }: Readonly<{ id: unknown; sequence: number }>): Promise<void> {
    const { mailbox, orders } = this.places;
    const entry = await mailbox.find(CANARY_MAILBOX, sequence);
    // a topic outlives the mailbox of a service that was set up anew
    if (!entry || entry.entryId !== id) return;
    await orders.seen(entry.stream.slice('canary-'.length), 'kafka', entry.recordedAt);
  }
}
