import type { ExpectedRevision, NewFact, Position, RecordedFact, Revision } from '../recorded';

/** Largest fact taken, in bytes of its JSON (data, sealed part and metadata together). */
export const MAX_FACT_BYTES = 1_048_576;

export type Appended = Readonly<{
  /** The appended facts as recorded; for a repeated append, as they were recorded the first time. */
  facts: readonly RecordedFact[];
  /** Position of the last of them. */
  position: Position;
  /** True when the stream held them before and nothing was written. */
  repeated: boolean;
}>;

export type ReadStreamOptions = Readonly<{
  /** First revision wanted (forwards, default 0) or last one (backwards, default the newest). */
  from?: Revision;
  direction?: 'forwards' | 'backwards';
  limit?: number;
}>;

/** Both lists empty or absent: everything. Otherwise a fact of any named category or type. */
export type FactFilter = Readonly<{ categories?: readonly string[]; types?: readonly string[] }>;

export type ReadAllOptions = Readonly<{ after?: Position; filter?: FactFilter; batchSize?: number }>;

export type SubscribeOptions = ReadAllOptions & Readonly<{ signal?: AbortSignalLike }>;

/** What the kernel needs of the platform's AbortSignal. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void, options?: { once?: boolean }): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/**
 * `facts`: the next facts in order of position, at least one. `caught-up`: everything up to `position` has been
 * handed over; sent once after each catch-up and again whenever a filter passed over facts, so that a checkpoint
 * can move although nothing matched.
 */
export type SubscriptionMessage =
  | Readonly<{ kind: 'facts'; facts: readonly RecordedFact[]; position: Position }>
  | Readonly<{ kind: 'caught-up'; position: Position }>;

/**
 * The log. Throws RevisionConflict, FactTooLarge, StoreUnavailable; an append that returned is durable.
 * Idempotent: appending facts whose ids the stream already holds returns them as first recorded, whatever the
 * expected revision. Some held and others not is a RevisionConflict.
 */
export interface EventStore {
  append(stream: string, expected: ExpectedRevision, facts: readonly NewFact[]): Promise<Appended>;
  /** The facts of one stream; an unknown stream is empty. */
  readStream(stream: string, options?: ReadStreamOptions): Promise<readonly RecordedFact[]>;
  /** Every fact after a position in batches, ending at what was the head when the last batch was read. */
  readAll(options?: ReadAllOptions): AsyncIterable<readonly RecordedFact[]>;
  /**
   * Catch-up, then live, without a gap or a repeat. The next batch is read only when the last one was taken
   * (back-pressure). Ends when the signal aborts or the store closes.
   */
  subscribe(options?: SubscribeOptions): AsyncIterable<SubscriptionMessage>;
  /** Position of the newest fact, BEGINNING for an empty log. */
  head(): Promise<Position>;
  close(): Promise<void>;
}
export const EVENT_STORE = Symbol('EventStore');

/** Where the facts of notices stand, found from the log alone; trails it by a moment. */
export interface FactPlaces {
  /** Stream of a fact; undefined for an id that no notice holds. */
  streamOf(factId: string): Promise<string | undefined>;
}
export const FACT_PLACES = Symbol('FactPlaces');
