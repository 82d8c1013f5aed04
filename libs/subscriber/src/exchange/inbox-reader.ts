import { problemOf } from './bounded-body';
import type { ExchangeClient } from './exchange-client';
import { ExchangeRefused } from './exchange-faults';

export type InboxEvent = Readonly<Record<string, unknown>>;
export type InboxPage = Readonly<{ entries: readonly InboxEvent[]; next: number }>;
/** `waitS`: how long the exchange waits for an entry when there is none, up to 25 seconds. */
export type InboxAsked = Readonly<{
  after: number;
  limit?: number;
  waitS?: number;
  /** Own subscription on the pull feed, by id: only what its filter lets through. */
  subscription?: string;
  signal?: AbortSignal;
}>;

/** A long poll is answered a while after its wait at the latest. */
const SLACK_MS = 10_000;

const isPage = (body: unknown): body is InboxPage =>
  typeof body === 'object' &&
  body !== null &&
  'entries' in body &&
  Array.isArray(body.entries) &&
  'next' in body &&
  Number.isSafeInteger(body.next);

/** Reads the own mailbox by its numbers. */
export class InboxReader {
  constructor(private readonly exchange: ExchangeClient) {}

  /** Throws as `ExchangeClient.ask`; ExchangeRefused `inbox/cursor-ahead` for a number that was never given out. */
  async page({ after, limit = 100, waitS = 0, subscription, signal }: InboxAsked): Promise<InboxPage> {
    const through = subscription === undefined ? '' : `&subscription=${encodeURIComponent(subscription)}`;
    const path = `/v1/inbox?after=${after}&limit=${limit}&wait=${waitS}${through}`;
    const timeoutMs = waitS * 1000 + SLACK_MS;
    const { status, body } = await this.exchange.ask(path, { timeoutMs, ...(signal ? { signal } : {}) });
    if (status === 200 && isPage(body)) return body;
    throw new ExchangeRefused(status, problemOf(body));
  }
}
