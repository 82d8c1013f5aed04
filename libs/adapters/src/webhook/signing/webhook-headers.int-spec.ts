import { createPublicKey, verify } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { signedHeaders } from './webhook-headers';
import { newEd25519Secret, newHmacSecret, toWebhookSecret } from './webhook-secret';

const FILE = join(__dirname, '../../../../../../shared/data/vectors-standard-webhooks/vectors.json');
type Vector = Readonly<{ secret: string; id: string; timestamp: number; payload: string; expected: string }>;
const vectors = (): Readonly<{ sign: readonly Vector[] }> => {
  if (!existsSync(FILE)) throw new Error(`the Standard Webhooks vectors are not at ${FILE}`);
  return JSON.parse(readFileSync(FILE, 'utf8')) as { sign: readonly Vector[] };
};
const toSign = { id: 'msg_1', timestampSeconds: 1_614_265_330, body: '{"a":"ü"}' };

describe('signatures of webhook messages', () => {
  it('are those of the published vectors', () => {
    const { sign } = vectors();
    expect(sign.length).toBeGreaterThan(0);
    for (const { secret, id, timestamp, payload, expected } of sign)
      expect(
        signedHeaders({ id, timestampSeconds: timestamp, body: payload }, [toWebhookSecret(secret)]),
      ).toEqual({
        'webhook-id': id,
        'webhook-timestamp': String(timestamp),
        'webhook-signature': expected,
      });
  });

  it('verify under the public key that the receiver was given', () => {
    const { secret, publicKey } = newEd25519Secret();
    const { 'webhook-signature': header } = signedHeaders(toSign, [toWebhookSecret(secret)]);
    const [version, signature] = header.split(',');
    const spki = Buffer.concat([
      Buffer.from('302a300506032b6570032100', 'hex'),
      Buffer.from(publicKey.replace('whpk_', ''), 'base64'),
    ]);
    const key = createPublicKey({ key: spki, format: 'der', type: 'spki' });
    const isGood = (content: string): boolean =>
      verify(null, Buffer.from(content), key, Buffer.from(signature ?? '', 'base64'));
    expect(version).toBe('v1a');
    expect(isGood(`msg_1.1614265330.${toSign.body}`)).toBe(true);
    expect(isGood(`msg_1.1614265331.${toSign.body}`)).toBe(false);
  });

  it('stand side by side while two secrets overlap, the old one as before', () => {
    const [old, next] = [toWebhookSecret(newHmacSecret()), toWebhookSecret(newHmacSecret())];
    const { 'webhook-signature': before } = signedHeaders(toSign, [old]);
    const { 'webhook-signature': both } = signedHeaders(toSign, [next, old]);
    expect(both.split(' ')).toEqual([expect.stringMatching(/^v1,/), before]);
  });

  it('are not made for an id that would make the signed text ambiguous', () => {
    expect(() => signedHeaders({ ...toSign, id: 'msg.1' }, [])).toThrow(/full stop/);
  });

  it.each([
    '',
    'secret',
    'whsec_',
    'whsec_c2hvcnQ=',
    `whsec_${'A'.repeat(88)}`,
    'whsk_AAAA',
    'whsec_not base64!',
    'whpk_AAAA',
  ])('are not made with %j for a secret, which the error does not quote', (text) => {
    expect(() => toWebhookSecret(text)).toThrow(
      'a webhook secret begins with whsec_ or whsk_ and goes on in base64',
    );
  });
});
