import type { Instant } from '../time/civil-date';

/** Of an endpoint in trouble: since when, how often in a row, and when it is tried again. */
export type EndpointMemory = Readonly<{
  failingSince: Instant;
  failures: number;
  /** Of those, how many of the latest in a row refused the message. */
  refusals: number;
  reason: string;
  dueAt: Instant;
  /** The endpoint itself said when to come again. */
  isAsked: boolean;
}>;

/** Of an entry that failed: how often by its own fault, since when, and how many others had been taken at that. */
export type TrialMemory = Readonly<{
  sequence: number;
  own: number;
  firstAt: Instant;
  takenAtFirst: number;
  takenAtLast: number;
}>;

/**
 * What a feed has learnt of its receiver, so that whoever goes on with it need not learn it again. `revision`: of the
 * subscription as it stood; another one means that somebody has changed it. `endpoint`: absent while all is well.
 */
export type FeedMemory = Readonly<{
  revision: number;
  taken: number;
  endpoint?: EndpointMemory;
  trials: readonly TrialMemory[];
}>;

/** `version` grows by one with every save; 0 before the first. */
export type KeptMemory = Readonly<{ version: number; memory?: FeedMemory }>;

/** One memory per feed, by the feed's name. */
export interface FeedMemories {
  read(feed: string): Promise<KeptMemory>;
  /**
   * Returns the new version. Throws Overtaken, and keeps what is there, unless the version is `from`: another process
   * has the feed by now, or had it meanwhile.
   */
  save(feed: string, from: number, memory: FeedMemory): Promise<number>;
  close(): Promise<void>;
}
export const FEED_MEMORIES = Symbol('FeedMemories');
