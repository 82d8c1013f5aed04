import { newHmacSecret, signedHeaders, toWebhookSecret } from '@ibex/adapters/webhook';
import { webhookReceiver } from '@ibex/subscriber';
import { toHeartbeat } from './heartbeat.message';

it('a sign of life can be signed for a webhook, and the receiver of the SDK takes it for one', async () => {
  const secret = newHmacSecret();
  const at = new Date().toISOString();
  const event = toHeartbeat({
    authority: 'E09000008',
    subscription: 's-1',
    head: 7,
    upTo: 7,
    at,
    everyMs: 300_000,
  });
  const beats: string[] = [];
  const receiver = webhookReceiver({
    secrets: [secret],
    handlers: {},
    onHeartbeat: ({ id }) => beats.push(id),
  });
  const body = JSON.stringify(event);
  const toSign = { id: event.id, timestampSeconds: Math.floor(Date.now() / 1000), body };
  const headers = signedHeaders(toSign, [toWebhookSecret(secret)]);
  expect([(await receiver.receive({ headers, body: Buffer.from(body) })).status, beats]).toEqual([
    204,
    [event.id],
  ]);
  await receiver.stop();
});
