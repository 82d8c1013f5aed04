import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign,
} from 'node:crypto';
import type { KeyObject } from 'node:crypto';

/**
 * How messages of one subscription are signed (Standard Webhooks 1.0, "Signature scheme"): `whsec_` and 24 to 64 bytes
 * for HMAC-SHA256 (`v1`), `whsk_` and 32 or 64 bytes for Ed25519 (`v1a`).
 */
export type WebhookSecret = Readonly<{ version: 'v1' | 'v1a'; sign: (content: string) => string }>;

const SYMMETRIC = 'whsec_';
const PRIVATE = 'whsk_';
const PUBLIC = 'whpk_';
const [FEWEST, MOST] = [24, 64];
const SEED = 32;
/** RFC 8410: what stands before the seed of an Ed25519 key in PKCS #8. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI_PREFIX_BYTES = 12;

const notValid = (): Error => new Error('a webhook secret begins with whsec_ or whsk_ and goes on in base64');

const bytesOf = (text: string): Buffer => {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.toString('base64').replace(/=+$/, '') !== text.replace(/=+$/, '')) throw notValid();
  return bytes;
};

const hmacSecret = (key: Buffer): WebhookSecret => {
  if (key.length < FEWEST || key.length > MOST) throw notValid();
  return { version: 'v1', sign: (content) => createHmac('sha256', key).update(content).digest('base64') };
};

const privateKeyOf = (bytes: Buffer): KeyObject => {
  if (bytes.length !== SEED && bytes.length !== 2 * SEED) throw notValid();
  const der = Buffer.concat([PKCS8, bytes.subarray(0, SEED)]);
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
};

const ed25519Secret = (key: KeyObject): WebhookSecret => ({
  version: 'v1a',
  sign: (content) => sign(null, Buffer.from(content), key).toString('base64'),
});

/** Throws an Error that does not quote the text. */
export const toWebhookSecret = (text: string): WebhookSecret => {
  if (text.startsWith(SYMMETRIC)) return hmacSecret(bytesOf(text.slice(SYMMETRIC.length)));
  if (text.startsWith(PRIVATE)) return ed25519Secret(privateKeyOf(bytesOf(text.slice(PRIVATE.length))));
  throw notValid();
};

export const newHmacSecret = (): string => `${SYMMETRIC}${randomBytes(SEED).toString('base64')}`;

/** `publicKey` (`whpk_…`) is what the receiver verifies with. */
export const newEd25519Secret = (): Readonly<{ secret: string; publicKey: string }> => {
  const { privateKey } = generateKeyPairSync('ed25519');
  const seed = privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(PKCS8.length);
  return { secret: `${PRIVATE}${seed.toString('base64')}`, publicKey: publicKeyOf(privateKey) };
};

const publicKeyOf = (privateKey: KeyObject): string => {
  const der = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  return `${PUBLIC}${der.subarray(SPKI_PREFIX_BYTES).toString('base64')}`;
};
