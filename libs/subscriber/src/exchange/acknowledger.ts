import { createHash } from 'node:crypto';
import type { NoticeEvent } from '../contract/notice-event';
import { problemOf } from './bounded-body';
import type { ExchangeClient } from './exchange-client';
import { ExchangeRefused } from './exchange-faults';

/** `note`: what you want on record, e.g. who took it on; kept sealed. Of several acknowledgements the first counts. */
export type Acknowledgement = Readonly<{ note?: string }>;
export type Acknowledged = Readonly<{
  sequence: number;
  acknowledgedAt: string;
  person: string;
  role: string;
}>;

/** The same for the same event and words, so that a handler that is run again acknowledges once. */
export const acknowledgementKey = (eventId: string, { note }: Acknowledgement): string => {
  const words = JSON.stringify([eventId, note ?? null]);
  return `acknowledge-${createHash('sha256').update(words).digest('hex').slice(0, 40)}`;
};

const isAcknowledged = (body: unknown): body is Acknowledged =>
  typeof body === 'object' && body !== null && 'acknowledgedAt' in body;

/** Says to the sender that an entry was taken on. */
export class Acknowledger {
  constructor(private readonly exchange: ExchangeClient) {}

  /** Throws as `ExchangeClient.ask`; ExchangeRefused also when the exchange takes no acknowledgement of it. */
  async acknowledge(
    event: NoticeEvent,
    acknowledgement: Acknowledgement,
    signal?: AbortSignal,
  ): Promise<Acknowledged> {
    const { status, body } = await this.exchange.ask(event.data.links.acknowledgement, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': acknowledgementKey(event.id, acknowledgement),
      },
      body: JSON.stringify(acknowledgement),
      ...(signal ? { signal } : {}),
    });
    if (status === 200 && isAcknowledged(body)) return body;
    throw new ExchangeRefused(status, problemOf(body));
  }
}
