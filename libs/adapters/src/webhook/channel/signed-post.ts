import type { ChannelMessage } from '@ibex/kernel';
import type { Outgoing } from '../post/guarded-post';
import { signedHeaders } from '../signing/webhook-headers';
import { toWebhookSecret } from '../signing/webhook-secret';

const CONTENT_TYPE = 'application/cloudevents+json; charset=utf-8';

export type SignedPost = Pick<Outgoing, 'headers' | 'body'>;

/** What is posted for one message at one try, signed with every secret given. Throws for a text that is no secret. */
export const toSignedPost = (
  { id, event }: Pick<ChannelMessage, 'id' | 'event'>,
  secrets: readonly string[],
  nowMs: number,
): SignedPost => {
  const body = JSON.stringify(event);
  const signed = signedHeaders(
    { id, timestampSeconds: Math.floor(nowMs / 1_000), body },
    secrets.map(toWebhookSecret),
  );
  return { headers: { ...signed, 'content-type': CONTENT_TYPE, 'user-agent': 'IBEX' }, body };
};
