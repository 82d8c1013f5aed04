import { newEd25519Secret, signedHeaders, toWebhookSecret } from '@ibex/adapters/webhook';
import { anEvent } from '../subscriber.fixture';
import type { WebhookDelivery } from './webhook-answer';
import { NOW_MS, SECRET } from './webhook.fixture';
import { webhookReceiver } from './webhook-receiver';

const MUTATIONS = 5_000;

/** Numbers that are the same at every run (mulberry32). */
const numbersFrom = (seed: number): ((below: number) => number) => {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
};

const replaced = (text: string, at: number, by: string): string =>
  text.slice(0, at) + by + text.slice(at + 1);

type Mutate = (of: WebhookDelivery, pick: (below: number) => number) => WebhookDelivery;
const NAMES = ['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const;
const textOf = ({ headers }: WebhookDelivery, name: string): string => String(headers[name]);
const withHeader = (of: WebhookDelivery, name: string, value: string | undefined): WebhookDelivery => ({
  ...of,
  headers: { ...of.headers, [name]: value },
});
const withBody = (of: WebhookDelivery, change: (bytes: Buffer) => Buffer): WebhookDelivery => ({
  ...of,
  body: change(Buffer.from(of.body)),
});

const MUTATE: readonly Mutate[] = [
  (of, pick) =>
    withBody(of, (bytes) => {
      const at = pick(bytes.length);
      bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << pick(8)), at);
      return bytes;
    }),
  (of, pick) =>
    withBody(of, (bytes) => {
      const at = pick(bytes.length);
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]);
    }),
  (of, pick) =>
    withBody(of, (bytes) => {
      const at = pick(bytes.length + 1);
      return Buffer.concat([bytes.subarray(0, at), Buffer.from([pick(256)]), bytes.subarray(at)]);
    }),
  (of, pick) => withBody(of, (bytes) => bytes.subarray(0, pick(bytes.length))),
  (of, pick) => {
    const name = NAMES[pick(NAMES.length)] ?? 'webhook-id';
    const text = textOf(of, name);
    const at = pick(text.length);
    const other = String.fromCharCode(33 + ((text.charCodeAt(at) - 33 + 1 + pick(93)) % 94));
    return withHeader(of, name, replaced(text, at, other));
  },
  (of, pick) => {
    const name = NAMES[pick(NAMES.length)] ?? 'webhook-id';
    const text = textOf(of, name);
    return withHeader(of, name, text.slice(0, pick(text.length)));
  },
  (of, pick) => withHeader(of, NAMES[pick(NAMES.length)] ?? 'webhook-id', undefined),
  (of, pick) => withHeader(of, 'webhook-timestamp', String(Math.floor(NOW_MS / 1000) + 1 + pick(10_000_000))),
  (of, pick) =>
    withHeader(of, 'webhook-timestamp', String(Math.floor(NOW_MS / 1000) - 1 - pick(1_000_000_000))),
  (of, pick) => {
    const [version, signature = ''] = textOf(of, 'webhook-signature').split(',');
    const others = ['v1', 'v1a', 'v2', 'V1', ''].filter((each) => each !== version);
    return withHeader(of, 'webhook-signature', `${others[pick(others.length)] ?? ''},${signature}`);
  },
  (of) => withHeader(of, 'webhook-signature', textOf(of, 'webhook-signature').replace(/=+$/, '')),
  (of) => withHeader(of, 'webhook-timestamp', `0${textOf(of, 'webhook-timestamp')}`),
];

describe('a delivery that was changed on its way', () => {
  it.each([
    ['a shared secret', SECRET, SECRET],
    ...[newEd25519Secret()].map(({ secret, publicKey }) => ['a public key', secret, publicKey]),
  ])(
    `is never believed under %s: ${MUTATIONS.toLocaleString('en')} of them`,
    async (_, signing, verifying) => {
      const pick = numbersFrom(20_260_302);
      const handled: string[] = [];
      const receiver = webhookReceiver({
        secrets: [verifying],
        nowMs: () => NOW_MS,
        handlers: {},
        fallback: ({ id }) => Promise.resolve(void handled.push(id)),
      });
      const body = JSON.stringify(anEvent(1));
      const toSign = { id: 'e-1', timestampSeconds: Math.floor(NOW_MS / 1000), body };
      const good = { headers: signedHeaders(toSign, [toWebhookSecret(signing)]), body: Buffer.from(body) };
      const statuses = new Map<number, number>();
      for (let made = 0; made < MUTATIONS; made += 1) {
        const mutate = MUTATE[made % MUTATE.length];
        const { status } = await receiver.receive(mutate?.(good, pick) ?? good);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
      expect([[...statuses], handled]).toEqual([[[401, MUTATIONS]], []]);
      expect([(await receiver.receive(good)).status, handled]).toEqual([204, ['e-1']]);
      await receiver.stop();
    },
  );
});
