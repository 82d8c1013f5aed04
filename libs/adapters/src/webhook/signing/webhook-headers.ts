import type { WebhookSecret } from './webhook-secret';

export type SignedHeaders = Readonly<{
  'webhook-id': string;
  'webhook-timestamp': string;
  'webhook-signature': string;
}>;

export type ToSign = Readonly<{ id: string; timestampSeconds: number; body: string }>;

/**
 * Headers of the Standard Webhooks specification. One signature per secret, so that a receiver may hold the old or the
 * new one while they overlap. Throws where the id holds a full stop, which would make the signed text ambiguous.
 */
export const signedHeaders = (
  { id, timestampSeconds, body }: ToSign,
  secrets: readonly WebhookSecret[],
): SignedHeaders => {
  if (id.includes('.')) throw new Error('the id of a webhook message may not contain a full stop');
  const content = `${id}.${String(timestampSeconds)}.${body}`;
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestampSeconds),
    'webhook-signature': secrets.map((secret) => `${secret.version},${secret.sign(content)}`).join(' '),
  };
};
