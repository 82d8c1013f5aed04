import { Injectable } from '@nestjs/common';
import type { Actor, MailboxEntry, Payload } from '@ibex/kernel';
import { ProblemError } from '@ibex/runtime';
import { InboxPayloads } from '../sealing/inbox-payloads';
import type { HeartbeatMessage } from '../heartbeat/heartbeat.message';
import { Pulse } from '../heartbeat/pulse';
import { untilEnded } from './connection';
import { EventWriter } from './event-writer';
import type { RawResponse } from './event-writer';
import { Inbox } from './inbox';
import type { Cursor } from './inbox';
import type { Rights } from './reading-rights';
import { InboxSubscriptions } from './inbox-subscriptions';
import type { Narrowed, Read } from './inbox-subscriptions';
import type { InboxMessage } from './inbox.message';

/** A reply that lets go of the connection, as Fastify's does. */
export interface Reply {
  hijack(): unknown;
  readonly raw: RawResponse;
}
/** From where on, and how much of each entry. */
export type Wanted = Cursor & Readonly<{ payload: Payload }>;
/** `inMs`: when it has to end. `rights`: whether its reader may go on until then. */
export type Exchange = Readonly<{ inMs: number; reply: Reply; rights: Rights }>;

const PER_READ = 100;

/** Keeps event streams open: entries as they come, a sign of life in between, an end when the token ends. */
@Injectable()
export class EventStreams {
  constructor(
    private readonly inbox: Inbox,
    private readonly payloads: InboxPayloads,
    private readonly pulse: Pulse,
    private readonly subscriptions: InboxSubscriptions,
  ) {}

  /** Throws ProblemError before anything is sent; afterwards the stream only ends. */
  async serve(reader: Actor, wanted: Wanted, { inMs, reply, rights }: Exchange): Promise<void> {
    await this.payloads.check(reader.authority, wanted.payload);
    await this.inbox.checkCursor(reader, wanted, 'event-stream');
    reply.hijack();
    const ends = { connection: reply.raw, serverCloses: this.inbox.closes, inMs, cut: rights.cut };
    await untilEnded(ends, async (ended) => {
      const writer = new EventWriter(reply.raw, ended, rights.isOver);
      writer.open();
      try {
        await this.follow(reader, wanted, writer);
      } finally {
        writer.close();
      }
    });
  }

  private async follow(reader: Actor, wanted: Wanted, writer: EventWriter): Promise<void> {
    let cursor = wanted.after;
    const waitMs = this.pulse.streamEveryMs;
    while (!writer.isOver()) {
      const pull = { after: cursor, limit: PER_READ, waitMs, channel: 'event-stream' } as const;
      const read = await this.inbox.next(reader, pull, writer.done);
      if (writer.isOver()) return;
      const narrowed = await this.narrowed(reader, wanted, { after: cursor, entries: read, limit: PER_READ });
      if (!narrowed) return;
      const { entries, upTo, paused } = narrowed;
      if (entries.length === 0) await writer.heartbeat(await this.beatOf(reader, wanted, upTo));
      if (paused && read.length > 0) await this.inbox.rest(reader, waitMs, writer.done);
      if (!(await this.sendAll(reader, wanted, entries, writer))) return;
      cursor = upTo;
    }
  }

  /** False once the stream has to end. */
  private async sendAll(
    reader: Actor,
    { payload, subscription }: Wanted,
    entries: readonly MailboxEntry[],
    writer: EventWriter,
  ): Promise<boolean> {
    for (const read of entries) {
      const entry = await this.inbox.asItStands(read);
      const message = await this.messageOf(entry, payload);
      if (!message) return false;
      if (!(await writer.send(entry.sequence, message))) return false;
      this.inbox.sent(reader, [entry], 'event-stream', subscription);
    }
    return true;
  }

  /** undefined once the subscription is closed: the stream ends, and whoever opens it again is told why. */
  private async narrowed(
    { authority }: Actor,
    { subscription }: Wanted,
    read: Read,
  ): Promise<Narrowed | undefined> {
    try {
      return await this.subscriptions.narrow({ authority, subscription, channel: 'event-stream' }, read);
    } catch (error) {
      if (error instanceof ProblemError) return undefined;
      throw error;
    }
  }

  /** undefined once there is no key any more: the stream ends, and whoever opens it again is told why. */
  private async messageOf(entry: MailboxEntry, payload: Payload): Promise<InboxMessage | undefined> {
    try {
      return await this.payloads.of(entry, payload);
    } catch (error) {
      if (error instanceof ProblemError) return undefined;
      throw error;
    }
  }

  /** Everything up to `upTo` was sent. */
  private async beatOf(
    { authority }: Actor,
    { subscription }: Wanted,
    upTo: number,
  ): Promise<HeartbeatMessage> {
    const head = await this.inbox.head(authority);
    return this.pulse.beat(
      { authority, head, upTo, ...(subscription === undefined ? {} : { subscription }) },
      this.pulse.streamEveryMs,
    );
  }
}
