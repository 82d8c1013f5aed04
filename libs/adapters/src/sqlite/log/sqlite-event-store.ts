import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { categoryOf, RevisionConflict, StoreUnavailable } from '@ibex/kernel';
import type {
  Appended,
  EventStore,
  ExpectedRevision,
  NewFact,
  Position,
  ReadAllOptions,
  ReadStreamOptions,
  RecordedFact,
  SubscribeOptions,
  SubscriptionMessage,
} from '@ibex/kernel';
import { ChangeSignal } from '../engine/change-signal';
import { promised } from '../engine/promised';
import { orUnavailable } from '../engine/unavailable';
import { WriteThread } from '../engine/write-thread';
import { packAppends } from './append-protocol';
import type { AppendAnswer, AppendRequest, LogFileOptions } from './append-protocol';
import { toRecorded, toWritten } from './fact-codec';
import { LogFollower } from './log-follower';
import type { LogView } from './log-follower';
import { LogReader } from './log-reader';
import { LiveTail } from './live-tail';

/** The log in one SQLite file: written by a thread of its own in group commits, read by this one. */
export class SqliteEventStore implements EventStore {
  private readonly tail = new LiveTail();
  private readonly changes = new ChangeSignal('in turns');
  private readonly view: LogView;
  private newest: Position;
  private closed = false;

  private constructor(
    private readonly file: string,
    private readonly writer: WriteThread,
    private readonly reader: LogReader,
  ) {
    this.newest = reader.head();
    this.view = { reader, tail: this.tail, head: () => this.newest };
  }

  /**
   * Makes the file when it is not there; its folder must be. `has a neighbour`: another writer brings what is committed
   * from the write-ahead log into the file, see Neighbour. Throws StoreUnavailable.
   */
  static async open(file: string, company?: 'has a neighbour'): Promise<SqliteEventStore> {
    const options: LogFileOptions = { file, hasNeighbour: company !== undefined };
    const writer = await WriteThread.start(join(__dirname, 'log.tasks'), options, {
      pack: (requests) => packAppends(requests as readonly AppendRequest[]),
      startsAtOnce: true,
    });
    try {
      return orUnavailable(file, () => new SqliteEventStore(file, writer, new LogReader(file)));
    } catch (error) {
      await writer.close();
      throw error;
    }
  }

  async append(stream: string, expected: ExpectedRevision, facts: readonly NewFact[]): Promise<Appended> {
    this.refuseClosed();
    const request: AppendRequest = {
      stream,
      category: categoryOf(stream),
      expected,
      facts: facts.map(toWritten),
    };
    const answer = await this.writer.perform<AppendAnswer>(request);
    if (!('kind' in answer)) return this.appended(this.admit(request, answer), false);
    if (answer.kind === 'repeated') return this.appended(answer.rows.map(toRecorded), true);
    throw new RevisionConflict(stream, expected, answer.actual);
  }

  readStream(stream: string, options: ReadStreamOptions = {}): Promise<readonly RecordedFact[]> {
    return promised(() => {
      this.refuseClosed();
      return this.reader.stream(stream, options);
    });
  }

  async *readAll(options: ReadAllOptions = {}): AsyncIterable<readonly RecordedFact[]> {
    this.refuseClosed();
    const follower = new LogFollower(this.view, options);
    while (!follower.isAtHead()) {
      const facts = follower.nextFacts();
      if (facts.length > 0) yield facts;
      await nextTurn();
      this.refuseClosed();
    }
  }

  async *subscribe(options: SubscribeOptions = {}): AsyncIterable<SubscriptionMessage> {
    this.refuseClosed();
    const follower = new LogFollower(this.view, options);
    while (!this.closed && options.signal?.aborted !== true) {
      const message = follower.nextMessage();
      if (message === undefined) await this.changes.next(options.signal);
      else if (message === 'passed') await nextTurn();
      else yield message;
    }
  }

  head(): Promise<Position> {
    return promised(() => {
      this.refuseClosed();
      return this.newest;
    });
  }

  /** After the appends under way. Idempotent. */
  async close(): Promise<void> {
    const wasOpen = !this.closed;
    this.closed = true;
    this.changes.fire();
    // The reader first: the last connection to close moves the write-ahead log into the file, and only a writer can.
    if (wasOpen) this.reader.close();
    await this.writer.close();
  }

  private refuseClosed(): void {
    if (this.closed) throw new StoreUnavailable('store/closed', `${this.file}: the event store is closed`);
  }

  /** Durable now: answers come in order of position, so the tail has no gap. */
  private admit(
    { stream, category, facts }: AppendRequest,
    [position, revision]: readonly [number, number],
  ): readonly RecordedFact[] {
    const recorded = facts.map((fact, index) => {
      const [id, type, recordedAt, data, sealed, metadata] = fact;
      const place = [position + index, stream, category, revision + index] as const;
      const kept = toRecorded([...place, id, type, recordedAt, data, sealed, metadata]);
      this.tail.push(kept, data.length + metadata.length + (sealed?.length ?? 0));
      return kept;
    });
    this.newest = Math.max(this.newest, position + facts.length - 1);
    this.changes.fire();
    return recorded;
  }

  private appended(facts: readonly RecordedFact[], repeated: boolean): Appended {
    return { facts, position: facts.at(-1)?.position ?? this.newest, repeated };
  }
}
