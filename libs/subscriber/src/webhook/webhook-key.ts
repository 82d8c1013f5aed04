import { createHmac, createPublicKey, timingSafeEqual, verify } from 'node:crypto';
import { IbexError } from '@ibex/kernel';

/** One key that deliveries are verified with: the shared secret (`v1`), or the exchange's public one (`v1a`). */
export type WebhookKey = Readonly<{
  version: 'v1' | 'v1a';
  isGood: (content: Buffer, signature: Buffer) => boolean;
}>;

/** Quotes nothing of what was given. */
export class WebhookKeyNotValid extends IbexError {
  constructor() {
    super(
      'webhook/key-not-valid',
      'a webhook is verified with a secret (whsec_…) or a public key (whpk_…), as the exchange gave it',
    );
  }
}

const SYMMETRIC = 'whsec_';
const PUBLIC = 'whpk_';
const [FEWEST_BYTES, MOST_BYTES] = [24, 64]; // Standard Webhooks 1.0, "Signature scheme"
const ED25519_BYTES = 32;
/** RFC 8410: what stands before the point of an Ed25519 key in a SubjectPublicKeyInfo. */
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

/** Decoders pass over what they do not know, and so would take a mistyped secret. */
const bytesOf = (base64: string): Buffer | undefined => {
  const bytes = Buffer.from(base64, 'base64');
  return bytes.toString('base64').replace(/=+$/, '') === base64.replace(/=+$/, '') ? bytes : undefined;
};

const sharedSecret = (secret: Buffer): WebhookKey => ({
  version: 'v1',
  isGood: (content, signature) => {
    const expected = createHmac('sha256', secret).update(content).digest();
    return signature.length === expected.length && timingSafeEqual(signature, expected);
  },
});

const publicKey = (point: Buffer): WebhookKey => {
  const key = createPublicKey({ key: Buffer.concat([SPKI, point]), format: 'der', type: 'spki' });
  return { version: 'v1a', isGood: (content, signature) => verify(null, content, key, signature) };
};

const isSecret = ({ length }: Buffer): boolean => length >= FEWEST_BYTES && length <= MOST_BYTES;

const after = (prefix: string, text: string): Buffer | undefined =>
  bytesOf(text.startsWith(prefix) ? text.slice(prefix.length) : text);

/** Throws WebhookKeyNotValid. A shared secret may come without its `whsec_`. */
export const toWebhookKey = (text: string): WebhookKey => {
  const isPublic = text.startsWith(PUBLIC);
  const bytes = after(isPublic ? PUBLIC : SYMMETRIC, text);
  if (bytes && isPublic && bytes.length === ED25519_BYTES) return publicKey(bytes);
  if (bytes && !isPublic && isSecret(bytes)) return sharedSecret(bytes);
  throw new WebhookKeyNotValid();
};
