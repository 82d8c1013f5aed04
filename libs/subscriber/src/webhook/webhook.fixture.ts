import { createHmac } from 'node:crypto';
import type { WebhookDelivery } from './webhook-answer';

export const NOW_MS = Date.parse('2026-03-02T09:00:00.000Z');
export const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

export type ToSign = Readonly<{ secret?: string; id?: string; atMs?: number; version?: string }>;

/** A delivery as the exchange makes it, signed by this spec itself. */
export const delivered = (
  event: Readonly<Record<string, unknown>> | string,
  { secret = SECRET, atMs = NOW_MS, version = 'v1', ...more }: ToSign = {},
): WebhookDelivery => {
  const text = typeof event === 'string' ? event : JSON.stringify(event);
  const id = more.id ?? (typeof event === 'string' ? 'm-1' : String(event['id']));
  const timestamp = String(Math.floor(atMs / 1000));
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${text}`).digest('base64');
  const headers = {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `${version},${signature}`,
  };
  return { headers, body: Buffer.from(text) };
};
