import { createParser } from 'eventsource-parser';
import { problemOf, bodyOf } from '../exchange/bounded-body';
import type { ExchangeClient } from '../exchange/exchange-client';
import { ExchangeRefused, ExchangeUnavailable } from '../exchange/exchange-faults';
import type { InboxEvent } from '../exchange/inbox-reader';

/** What came: entries of the mailbox, and whether anything came at all. */
export type StreamPart = Readonly<{ entries: readonly InboxEvent[] }>;

export type StreamAsked = Readonly<{
  after: number;
  signal: AbortSignal;
  /** The exchange sends something every quarter of a minute; a connection that is silent for longer is dead. */
  silentForMs: number;
  /** Own subscription on the event stream, by id. */
  subscription?: string;
}>;

const MOST_BYTES = 1_048_576;

const isEvent = (value: unknown): value is InboxEvent => typeof value === 'object' && value !== null;

/** The stream of the own mailbox (server-sent events). */
export class EventStream {
  constructor(private readonly exchange: ExchangeClient) {}

  /**
   * One part per piece of the stream; ends when the exchange ends it, e.g. as the token does. Throws ExchangeUnavailable
   * when it breaks off or falls silent, and ExchangeRefused.
   */
  async *open({ after, signal, silentForMs, subscription }: StreamAsked): AsyncGenerator<StreamPart> {
    const silent = new AbortController();
    const through = subscription === undefined ? '' : `?subscription=${encodeURIComponent(subscription)}`;
    const response = await this.exchange.respond(`/v1/inbox/stream${through}`, {
      headers: { accept: 'text/event-stream', 'last-event-id': String(after) },
      signal: AbortSignal.any([signal, silent.signal]),
      timeoutMs: Infinity,
    });
    if (response.status !== 200)
      throw new ExchangeRefused(response.status, problemOf(await bodyOf(response, MOST_BYTES)));
    const timer = setTimeout(() => silent.abort(), silentForMs);
    try {
      for await (const part of partsOf(response)) {
        timer.refresh();
        yield part;
        // whoever reads may have taken its time
        timer.refresh();
      }
    } catch (cause) {
      const why = silent.signal.aborted ? 'the stream fell silent' : 'the stream broke off';
      throw cause instanceof ExchangeRefused ? cause : new ExchangeUnavailable(why, undefined, { cause });
    } finally {
      clearTimeout(timer);
    }
  }
}

async function* partsOf(response: Response): AsyncGenerator<StreamPart> {
  let entries: InboxEvent[] = [];
  const parser = createParser({
    onEvent: ({ data }) => {
      const event: unknown = JSON.parse(data);
      if (isEvent(event)) entries.push(event);
    },
  });
  const decoder = new TextDecoder();
  let pending = 0;
  for await (const bytes of response.body ?? []) {
    parser.feed(decoder.decode(bytes, { stream: true }));
    pending = entries.length > 0 ? 0 : pending + bytes.byteLength;
    // an event that never ends would fill the memory
    if (pending > MOST_BYTES) throw new ExchangeRefused(response.status, 'answer-too-large');
    const part = { entries };
    entries = [];
    yield part;
  }
}
