import { randomUUID } from 'node:crypto';
import { FactTooLarge, RevisionConflict, StoreUnavailable } from '@ibex/kernel';
import type { Appended, ExpectedRevision, NewFact, RecordedFact, Revision } from '@ibex/kernel';
import type { AppendResp } from '@eventstore/db-client/generated/streams_pb';
import { faultOf, unavailable } from './client-faults';
import type { ClientFault } from './client-faults';
import type { Connection } from './connection';
import { toEvent } from './fact-codec';
import type { WrittenEvent } from './fact-codec';
import type { LogReader } from './log-reader';
import { appendRequests } from './requests';
import type { KnownStream, StreamMemory } from './stream-memory';

type Order = Readonly<{
  stream: string;
  expected: ExpectedRevision;
  facts: readonly NewFact[];
  events: readonly WrittenEvent[];
  attempt: string;
  until: number;
}>;

const bytesOf = ({ data, envelope }: WrittenEvent): number => data.length + envelope.length;

const namesOneTwice = (facts: readonly NewFact[]): boolean =>
  new Set(facts.map((fact) => fact.id)).size < facts.length;

const standsAt = (expected: ExpectedRevision, known: KnownStream): boolean =>
  expected === 'any' || known.last === (expected === 'none' ? -1 : expected);

/**
 * Appends by the port's rules on a server whose own are weaker: it notices a repeat only at the same expected revision
 * (or, expecting nothing, among the ids it remembers). So each append goes out at one exact revision, after the ids of
 * the stream up to there were looked through; what another writer does in between, the server refuses.
 */
export class Appender {
  constructor(
    private readonly connection: Connection,
    private readonly reader: LogReader,
    private readonly memory: StreamMemory,
  ) {}

  async append(stream: string, expected: ExpectedRevision, facts: readonly NewFact[]): Promise<Appended> {
    const attempt = randomUUID();
    const events = facts.map((fact) => toEvent(fact, attempt));
    const order: Order = { stream, expected, facts, events, attempt, until: this.connection.until() };
    const known = this.memory.of(stream);
    const at = this.sendableAt(order, known);
    if (at !== undefined) {
      const appended = await this.send(order, at);
      if (appended) return appended;
    }
    return this.appendAfterReading(order);
  }

  /** The revision to append at when what is known already suffices to say that no id is held. */
  private sendableAt({ expected, facts }: Order, known: KnownStream): Revision | undefined {
    if (facts.length === 0 || namesOneTwice(facts)) return undefined;
    if (facts.some((fact) => known.revisionOf(fact.id) !== undefined)) return undefined;
    return expected !== 'any' && standsAt(expected, known) ? known.last : undefined;
  }

  private async appendAfterReading(order: Order): Promise<Appended> {
    for (;;) {
      const known = await this.learn(order);
      const held = order.facts.flatMap((fact) => known.revisionOf(fact.id) ?? []);
      if (order.facts.length === 0) return this.appendNothing(order, known);
      if (held.length === order.facts.length) return this.answerHeld(order, held);
      if (held.length > 0 || namesOneTwice(order.facts) || !standsAt(order.expected, known))
        throw new RevisionConflict(order.stream, order.expected, known.last);
      const appended = await this.send(order, known.last);
      if (appended) return appended;
    }
  }

  private async appendNothing({ stream, expected }: Order, known: KnownStream): Promise<Appended> {
    if (!standsAt(expected, known)) throw new RevisionConflict(stream, expected, known.last);
    return { facts: [], position: await this.reader.head(), repeated: false };
  }

  /** Reads what has been appended to the stream since it was last looked at. */
  private async learn({ stream, until }: Order): Promise<KnownStream> {
    if (Date.now() >= until)
      throw new StoreUnavailable(
        'store/timed-out',
        'other writers kept the stream busy for all of deadlineMs: repeat with the same ids',
      );
    const from = this.memory.of(stream).last + 1;
    const read = await this.reader.stream(stream, { from }, until);
    return this.memory.note(
      stream,
      from,
      read.map(({ fact }) => fact),
    );
  }

  /** Appends at one revision; undefined when the stream does not stand there. */
  private async send(order: Order, at: Revision): Promise<Appended | undefined> {
    const { stream, events, until } = order;
    const answer = await this.sendOrConflict(order, at);
    if (answer?.hasSuccess() !== true) return undefined;
    // The server answers a repeat as it answers the first time, and tells only the last position. What it holds now
    // says both whether this attempt wrote it and where each fact stands.
    const read = await this.reader.stream(stream, { from: at + 1, limit: events.length }, until);
    const facts = read.map(({ fact }) => fact);
    if (facts.length < events.length)
      throw new StoreUnavailable('store/failed', `stream ${stream} no longer holds what was appended to it`);
    this.memory.note(stream, at + 1, facts);
    return this.answer(
      facts,
      read.some(({ attempt }) => attempt !== order.attempt),
    );
  }

  private async sendOrConflict(order: Order, at: Revision): Promise<AppendResp | undefined> {
    const { stream, events, until } = order;
    try {
      return await this.connection.append(appendRequests(stream, at, events), until);
    } catch (error) {
      const fault = faultOf(error);
      if (fault.answer === 'conflict') return undefined;
      throw fault.answer === 'too-large' ? tooLarge(order, fault) : unavailable(fault);
    }
  }

  private async answerHeld({ stream, until }: Order, held: readonly Revision[]): Promise<Appended> {
    const first = Math.min(...held);
    const limit = Math.max(...held) - first + 1;
    const read = await this.reader.stream(stream, { from: first, limit }, until);
    const byRevision = new Map(read.map(({ fact }) => [fact.revision, fact]));
    return this.answer(
      held.flatMap((revision) => byRevision.get(revision) ?? []),
      true,
    );
  }

  private answer(facts: readonly RecordedFact[], repeated: boolean): Appended {
    const position = facts.at(-1)?.position;
    if (position === undefined)
      throw new StoreUnavailable('store/failed', 'the event store lost what it held');
    return { facts, position, repeated };
  }
}

const tooLarge = ({ events, facts }: Order, { maxAppendBytes = 0, error }: ClientFault): Error => {
  const [event] = events;
  const [fact] = facts;
  if (events.length === 1 && event && fact)
    return new FactTooLarge(fact.type, bytesOf(event), maxAppendBytes);
  const bytes = events.reduce((sum, each) => sum + bytesOf(each), 0);
  return new StoreUnavailable(
    'store/failed',
    `an append of ${events.length} facts has ${bytes} bytes, and the event store takes ${maxAppendBytes} at once: ` +
      'raise its MaxAppendSize or append in smaller groups',
    { cause: error },
  );
};
