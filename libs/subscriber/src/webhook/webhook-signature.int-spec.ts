import { newEd25519Secret, newHmacSecret, signedHeaders, toWebhookSecret } from '@ibex/adapters/webhook';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toWebhookKey } from './webhook-key';
import { faultOf, signedIn } from './webhook-signature';
import type { WebhookHeaders } from './webhook-signature';

const FILE = join(__dirname, '../../../../../shared/data/vectors-standard-webhooks/vectors.json');
type Case = Readonly<{
  desc: string;
  now: number;
  secret: string;
  headers: WebhookHeaders;
  payload: string;
  ok: boolean;
}>;
type Vectors = Readonly<{ verify: readonly Case[]; construct: readonly Readonly<{ secret: string }>[] }>;
const vectors = (): Vectors => {
  if (!existsSync(FILE)) throw new Error(`the Standard Webhooks vectors are not at ${FILE}`);
  return JSON.parse(readFileSync(FILE, 'utf8')) as Vectors;
};

const isBelieved = (
  headers: WebhookHeaders,
  payload: string,
  { secrets, now }: Readonly<{ secrets: readonly string[]; now: number }>,
): boolean =>
  faultOf(signedIn(headers), Buffer.from(payload), {
    keys: secrets.map(toWebhookKey),
    nowMs: now * 1000,
  }) === undefined;

describe('signatures of Standard Webhooks', () => {
  it('are judged as the published vectors say', () => {
    const { verify, construct } = vectors();
    expect(verify).toHaveLength(13);
    const judged = verify.map(({ desc, headers, payload, secret, now }) => [
      desc,
      isBelieved(headers, payload, { secrets: [secret], now }),
    ]);
    expect(judged).toEqual(verify.map(({ desc, ok }) => [desc, ok]));
    for (const { secret } of construct) expect(() => toWebhookKey(secret)).toThrow(/whsec_….*whpk_…/);
  });

  it('of the exchange are believed under the shared secret and under the public key, old and new', () => {
    const [old, next] = [newHmacSecret(), newHmacSecret()];
    const pair = newEd25519Secret();
    const toSign = { id: 'e-1', timestampSeconds: 1_700_000_000, body: '{"name":"Zoë"}' };
    const signed = { ...signedHeaders(toSign, [next, old, pair.secret].map(toWebhookSecret)) };
    const at = { now: 1_700_000_000 };
    const believed = [[old], [next], [pair.publicKey], [old, next]].map((secrets) =>
      isBelieved(signed, toSign.body, { secrets, ...at }),
    );
    expect(believed).toEqual([true, true, true, true]);
    const others = [[newHmacSecret()], [newEd25519Secret().publicKey], []];
    expect(others.map((secrets) => isBelieved(signed, toSign.body, { secrets, ...at }))).toEqual([
      false,
      false,
      false,
    ]);
  });

  it.each([
    ['a private key', newEd25519Secret().secret],
    ['a public key cut short', newEd25519Secret().publicKey.slice(0, -8)],
    ['a secret with a stranger’s letter', `${newHmacSecret().slice(0, 20)}*${newHmacSecret().slice(21)}`],
  ])('are not judged with %s, which the fault does not quote', (_, text) => {
    expect(() => toWebhookKey(text)).toThrow(
      'a webhook is verified with a secret (whsec_…) or a public key (whpk_…), as the exchange gave it',
    );
  });
});
