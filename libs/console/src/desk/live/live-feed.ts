import { setTimeout as pause } from 'node:timers/promises';
import { IbexError } from '@ibex/kernel';
import { ExchangeRefused } from '@ibex/sdk';
import type { ExchangeApi } from '@ibex/sdk';
import { toEntries } from '../mailbox/entry';
import type { Entry } from '../mailbox/entry';
import type { LiveStream } from './live-stream';

export type FeedOptions = Readonly<{
  /** Number of the last entry that the page has. */
  after: number;
  /** Whether the person is still signed in; asked before every answer is passed on. */
  isSignedIn: () => Promise<boolean>;
  /** What the browser is given of an entry. */
  toEvent: (entry: Entry) => object;
}>;

/** Shorter than the time that the client of the exchange takes for one answer. */
const WAIT_S = 8;
const AT_ONCE = 50;
const BEFORE_NEXT_TRY_MS = 3_000;

type Round = Readonly<{ next: number; entries: readonly Entry[]; state: 'live' | 'away' | 'signed-out' }>;

const isOver = (signal: AbortSignal): boolean => signal.aborted;

/** Passes on what comes into a mailbox, under the person's own token, for as long as the person is signed in. */
export const follow = async (
  api: ExchangeApi,
  stream: LiveStream,
  { after, isSignedIn, toEvent }: FeedOptions,
): Promise<void> => {
  let cursor = after;
  // whoever looks need not wait for the first round to know that it is live
  stream.beat('live');
  while (!isOver(stream.over)) {
    const round = await nextRound(api, cursor, stream.over);
    const state = (await isSignedIn()) ? round.state : 'signed-out';
    if (isOver(stream.over)) return;
    stream.beat(state);
    if (state === 'signed-out') return;
    for (const entry of round.entries) stream.entry(entry.sequence, toEvent(entry));
    cursor = round.next;
    if (state === 'away')
      await pause(BEFORE_NEXT_TRY_MS, undefined, { signal: stream.over }).catch(() => undefined);
  }
};

/** Whatever else went wrong is waited out: a desk must not stop looking because of one answer. */
const stateAfter = (error: unknown): Round['state'] => {
  const isSignedOut = error instanceof IbexError && error.code === 'console/signed-out';
  return isSignedOut || error instanceof ExchangeRefused ? 'signed-out' : 'away';
};

const nextRound = async (api: ExchangeApi, after: number, signal: AbortSignal): Promise<Round> => {
  try {
    const params = { query: { after, limit: AT_ONCE, wait: WAIT_S } };
    const page = await api.get('/v1/inbox', { params, signal });
    return { next: page.next, entries: toEntries(page.entries), state: 'live' };
  } catch (error) {
    return { next: after, entries: [], state: stateAfter(error) };
  }
};
