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
import { Turns } from './turns';

type Order = Readonly<{
  stream: string;
  expected: ExpectedRevision;
  facts: readonly NewFact[];
  events: readonly WrittenEvent[];
  attempt: string;
  askedAt: number;
  until: number;
}>;

const bytesOf = ({ data, envelope }: WrittenEvent): number => data.length + envelope.length;

const namesOneTwice = (facts: readonly NewFact[]): boolean =>
  new Set(facts.map((fact) => fact.id)).size < facts.length;

const standsAt = (expected: ExpectedRevision, known: KnownStream): boolean =>
  expected === 'any' || known.last === (expected === 'none' ? -1 : expected);

const mayFollow = ({ expected, facts }: Order, known: KnownStream): boolean =>
  standsAt(expected, known) && !namesOneTwice(facts);

/**
 * Whether what is remembered of a stream will do: either it was complete at a moment since we were asked, or the server
 * will say whether it is, because that is where the append goes out.
 */
const suffices = (order: Order, known: KnownStream): boolean =>
  known.completeAt >= order.askedAt ||
  (order.expected !== 'any' && mayFollow(order, known) && known.heldOf(order.facts).length === 0);

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
    private readonly turns = new Turns(),
  ) {}

  /** Appends to one stream go one after the other: at most one of those at hand can be right about its revision. */
  append(stream: string, expected: ExpectedRevision, facts: readonly NewFact[]): Promise<Appended> {
    const attempt = randomUUID();
    const events = facts.map((fact) => toEvent(fact, attempt));
    const when = { askedAt: performance.now(), until: this.connection.until() };
    const order: Order = { stream, expected, facts, events, attempt, ...when };
    return this.turns.take(stream, () => this.carryOut(order));
  }

  private async carryOut(order: Order): Promise<Appended> {
    const { stream, expected, facts } = order;
    const remembered = this.memory.of(stream);
    let known = suffices(order, remembered) ? remembered : await this.learn(order);
    for (; ; known = await this.learn(order)) {
      const held = known.heldOf(facts);
      if (facts.length === 0) return this.appendNothing(order, known);
      if (held.length === facts.length) return this.answerHeld(order, held);
      if (held.length > 0 || !mayFollow(order, known))
        throw new RevisionConflict(stream, expected, known.last);
      const appended = await this.send(order, known);
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
    const beganAt = performance.now();
    const read = await this.reader.stream(stream, { from }, until);
    const facts = read.map(({ fact }) => fact);
    const known = this.memory.note(stream, from, facts);
    known.completeAt = beganAt;
    return known;
  }

  /** Appends where the stream is thought to stand; undefined when it does not stand there. */
  private async send(order: Order, known: KnownStream): Promise<Appended | undefined> {
    const { stream, events, until } = order;
    const at = known.last;
    const beganAt = performance.now();
    const answer = await this.sendOrConflict(order, at);
    if (answer?.hasSuccess() !== true) return undefined;
    // The server answers a repeat as it answers the first time, and tells only the last position. What it holds now
    // says both whether this attempt wrote it and where each fact stands.
    const read = await this.reader.stream(stream, { from: at + 1, limit: events.length }, until);
    const facts = read.map(({ fact }) => fact);
    if (facts.length < events.length)
      throw new StoreUnavailable('store/failed', `stream ${stream} no longer holds what was appended to it`);
    const repeated = read.some(({ attempt }) => attempt !== order.attempt);
    const grown = this.memory.note(stream, at + 1, facts);
    if (!repeated) grown.completeAt = beganAt;
    return this.answer(facts, repeated);
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
