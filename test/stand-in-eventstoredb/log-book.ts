import { EventEmitter } from 'node:events';
import { checkCommit } from './commit-check';
import type { Decision, Expected } from './commit-check';
import type { ProposedEvent, StoredEvent, StreamState } from './events';

export type { ProposedEvent, StoredEvent } from './events';

/** Where acknowledged events are kept beyond the process; `keep` answers once they are on the disk. */
export interface Keeper {
  load(): readonly StoredEvent[];
  keep(events: readonly StoredEvent[]): Promise<void>;
}

const RECORD_OVERHEAD = 84;
const RECENT_IDS = 50_000;
const TICKS_PER_MS = 10_000n;
export const TOMBSTONE = '$streamDeleted';
const text = new TextEncoder();

const sizeOf = (stream: string, event: ProposedEvent): number =>
  RECORD_OVERHEAD +
  Buffer.byteLength(stream) +
  Buffer.byteLength(event.type) +
  event.data.length +
  event.metadata.length;

const isMetaStream = (stream: string): boolean => stream.startsWith('$$');

export const jsonEvent = (id: string, type: string, data: unknown): ProposedEvent => ({
  id,
  type,
  contentType: 'application/json',
  data: text.encode(JSON.stringify(data)),
  metadata: new Uint8Array(),
});

/**
 * The log of the stand-in. A position is the offset of a record, as on the server: it grows by the size of what was
 * written, so neighbours are never one apart, and the first fact is never at 0.
 */
export class LogBook {
  readonly log: StoredEvent[] = [];
  readonly streams = new Map<string, StreamState>();
  readonly changes = new EventEmitter().setMaxListeners(0);
  /** Ids the writer remembers, for appends that expect nothing: bounded, and by id alone, as on the server. */
  private readonly recentIds = new Map<string, Readonly<{ stream: string; revision: number }>>();
  private readonly positions = new Set<number>();
  private nextPosition = 0;

  constructor(private readonly keeper?: Keeper) {
    for (const event of keeper?.load() ?? []) this.take(event);
    this.changes.emit('grown');
  }

  check(stream: string, expected: Expected, ids: readonly string[]): Decision {
    return checkCommit({ stream, state: this.streams.get(stream), recent: this.recentIds, expected, ids });
  }

  /** Appends by the server's rules; the answer comes when the events are kept. */
  async commit(stream: string, expected: Expected, events: readonly ProposedEvent[]): Promise<Decision> {
    const ids = events.map((event) => event.id);
    const decision = this.check(stream, expected, ids);
    if (decision.kind === 'idempotent') await this.keeper?.keep([]);
    if (decision.kind !== 'write') return decision;
    const stored = events.map((event, index) => this.store(stream, decision.current + 1 + index, event));
    if (this.keeper) await this.keeper.keep(stored);
    for (const event of stored) this.show(event);
    this.changes.emit('grown');
    return { kind: 'written', last: decision.current + events.length, position: stored.at(-1)?.position };
  }

  /** A hard delete: nothing can ever be appended to this stream again. */
  async tombstone(stream: string, expected: Expected): Promise<Decision> {
    const decision = this.check(stream, expected, ['']);
    if (decision.kind !== 'write') return decision;
    return this.commit(stream, decision.current, [jsonEvent(crypto.randomUUID(), TOMBSTONE, {})]);
  }

  /** A soft delete: what is there is no longer read; the stream may begin again, its numbers go on. */
  async softDelete(stream: string, expected: Expected): Promise<Decision> {
    const decision = this.check(stream, expected, ['']);
    if (decision.kind !== 'write') return decision;
    const meta = jsonEvent(crypto.randomUUID(), '$metadata', { $tb: Number.MAX_SAFE_INTEGER });
    return this.commit(`$$${stream}`, 'any', [meta]);
  }

  eventsOf(stream: string): readonly StoredEvent[] | undefined {
    const state = this.streams.get(stream);
    if (!state || state.isTombstoned) return undefined;
    const events = state.events.slice(state.truncatedBefore);
    while (events.length > 0 && !this.positions.has(events.at(-1)?.position ?? -1)) events.pop();
    return events.length > 0 ? events : undefined;
  }

  isTombstoned(stream: string): boolean {
    return this.streams.get(stream)?.isTombstoned ?? false;
  }

  isPosition(position: number): boolean {
    return position === 0 || this.positions.has(position);
  }

  /** Index of the first record at or after a position. */
  readonly indexFrom = (position: number): number => {
    let low = 0;
    let high = this.log.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.log[middle]?.position ?? Infinity) < position) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  /** The state moves on before the event is kept, so that appends that follow are checked against it. */
  private store(stream: string, revision: number, event: ProposedEvent): StoredEvent {
    const createdTicks = String(BigInt(Date.now()) * TICKS_PER_MS);
    const stored: StoredEvent = { ...event, stream, revision, position: this.nextPosition, createdTicks };
    this.nextPosition += sizeOf(stream, event);
    this.number(stored);
    return stored;
  }

  private take(event: StoredEvent): void {
    this.nextPosition = event.position + sizeOf(event.stream, event);
    this.number(event);
    this.show(event);
  }

  private number(event: StoredEvent): void {
    const state = this.streams.get(event.stream) ?? { events: [], isTombstoned: false, truncatedBefore: 0 };
    state.events.push(event);
    state.isTombstoned ||= event.type === TOMBSTONE;
    this.streams.set(event.stream, state);
    this.recentIds.delete(event.id);
    this.recentIds.set(event.id, { stream: event.stream, revision: event.revision });
    const oldest = this.recentIds.keys().next();
    if (this.recentIds.size > RECENT_IDS && !oldest.done) this.recentIds.delete(oldest.value);
    if (event.type === '$metadata' && isMetaStream(event.stream)) this.obeyMetadata(event);
  }

  /** Readers see an event once it is kept, in order of position. */
  private show(event: StoredEvent): void {
    this.positions.add(event.position);
    this.log.push(event);
  }

  private obeyMetadata(event: StoredEvent): void {
    const about = this.streams.get(event.stream.slice(2));
    const { $tb } = JSON.parse(Buffer.from(event.data).toString()) as { $tb?: number };
    if (about && $tb !== undefined)
      about.truncatedBefore = Math.min($tb, (about.events.at(-1)?.revision ?? -1) + 1);
  }
}
