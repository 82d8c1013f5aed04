import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, toEpochMs } from '@ibex/kernel';
import type { Actor, Clock, MailboxEntry, Payload } from '@ibex/kernel';
import { ProblemError } from '@ibex/runtime';
import { InboxPayloads } from '../sealing/inbox-payloads';
import type { HeartbeatMessage } from '../heartbeat/heartbeat.message';
import { Pulse } from '../heartbeat/pulse';
import { untilEnded } from './connection';
import type { Asked } from './connection';
import { EventWriter } from './event-writer';
import type { RawResponse } from './event-writer';
import { Inbox } from './inbox';
import type { Cursor } from './inbox';
import type { InboxMessage } from './inbox.message';
import { tokenEndsAtMs } from './token-end';

/** A reply that lets go of the connection, as Fastify's does. */
export interface Reply {
  hijack(): unknown;
  readonly raw: RawResponse;
}
/** From where on, and how much of each entry. */
export type Wanted = Cursor & Readonly<{ payload: Payload }>;
export type Exchange = Readonly<{ request: Asked; reply: Reply }>;

const PER_READ = 100;
/** A token that does not say when it ends opens a stream for an hour. */
const LONGEST_MS = 3_600_000;

/** Keeps event streams open: entries as they come, a sign of life in between, an end when the token ends. */
@Injectable()
export class EventStreams {
  constructor(
    private readonly inbox: Inbox,
    private readonly payloads: InboxPayloads,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly pulse: Pulse,
  ) {}

  /** Throws ProblemError before anything is sent; afterwards the stream only ends. */
  async serve(reader: Actor, wanted: Wanted, { request, reply }: Exchange): Promise<void> {
    await this.payloads.check(reader.authority, wanted.payload);
    await this.inbox.checkCursor(reader, wanted, 'event-stream');
    reply.hijack();
    const inMs = this.msUntilEnd(request.headers['authorization']);
    const ends = { connection: reply.raw, serverCloses: this.inbox.closes, inMs };
    await untilEnded(ends, async (ended) => {
      const writer = new EventWriter(reply.raw, ended);
      writer.open();
      try {
        await this.follow(reader, wanted, writer);
      } finally {
        writer.close();
      }
    });
  }

  private async follow(reader: Actor, { after, payload }: Wanted, writer: EventWriter): Promise<void> {
    let cursor = after;
    const waitMs = this.pulse.streamEveryMs;
    while (!writer.isOver()) {
      const pull = { after: cursor, limit: PER_READ, waitMs, channel: 'event-stream' } as const;
      const entries = await this.inbox.next(reader, pull, writer.done);
      if (writer.isOver()) return;
      if (entries.length === 0) await writer.heartbeat(await this.beatOf(reader, cursor));
      for (const read of entries) {
        const entry = await this.inbox.asItStands(read);
        const message = await this.messageOf(entry, payload);
        if (!message) return;
        await writer.send(entry.sequence, message);
        if (writer.isOver()) return;
        this.inbox.sent(reader, [entry], 'event-stream');
        cursor = entry.sequence;
      }
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
  private async beatOf({ authority }: Actor, upTo: number): Promise<HeartbeatMessage> {
    const head = await this.inbox.head(authority);
    return this.pulse.beat({ authority, head, upTo }, this.pulse.streamEveryMs);
  }

  private msUntilEnd(authorization: unknown): number {
    const endsAt = tokenEndsAtMs(authorization);
    if (endsAt === undefined) return LONGEST_MS;
    return Math.min(Math.max(endsAt - toEpochMs(this.clock.now()), 0), LONGEST_MS);
  }
}
