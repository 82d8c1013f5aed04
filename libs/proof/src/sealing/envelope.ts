import { createCipheriv, createDecipheriv, createSecretKey, randomBytes } from 'node:crypto';
import { IbexError } from '@ibex/kernel';

/**
 * First byte of every envelope. Another scheme gets another number and old envelopes stay readable. All AES-256-GCM.
 * `fields`: as everything was sealed once. `parted`: what leads to the child lies in it, as a `guarded` envelope of its
 * own. `words`: about the service’s work.
 */
export const SCHEMES = { fields: 1, parted: 2, guarded: 3, words: 4 } as const;
export type Scheme = keyof typeof SCHEMES;
export type Opened = Readonly<{ scheme: Scheme; plain: string }>;

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + NONCE_BYTES;

export const broken = (cause?: unknown): IbexError =>
  new IbexError('proof/seal-broken', 'the sealed part of a fact is not what was sealed', { cause });

const schemeOf = (byte: number | undefined): Scheme | undefined => {
  const names = Object.keys(SCHEMES) as readonly Scheme[];
  return names.find((name) => SCHEMES[name] === byte);
};

/** Of the first scheme the fact’s id alone was authenticated. */
const authenticated = (scheme: Scheme, factId: string): Buffer =>
  Buffer.from(scheme === 'fields' ? factId : `${factId}\n${scheme}`);

// Keys are handed on as key objects: node takes raw bytes too, but at twice to five times the cost per call.

/** scheme ‖ nonce ‖ ciphertext ‖ tag, base64url. Fact and scheme are authenticated, so that no part fits elsewhere. */
export const toEnvelope = (key: Uint8Array, factId: string, { scheme, plain }: Opened): string => {
  // a fresh random nonce: a record has far fewer facts than the 2^32 that NIST SP 800-38D 8.3 allows per key
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', createSecretKey(key), nonce);
  cipher.setAAD(authenticated(scheme, factId));
  const sealed = [cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()];
  return Buffer.concat([Buffer.of(SCHEMES[scheme]), nonce, ...sealed]).toString('base64url');
};

/** Throws IbexError `proof/seal-broken` for anything but an envelope made with this key for this fact. */
export const fromEnvelope = (key: Uint8Array, factId: string, envelope: string): Opened => {
  const bytes = Buffer.from(envelope, 'base64url');
  const scheme = schemeOf(bytes[0]);
  if (bytes.length < HEAD_BYTES + TAG_BYTES || scheme === undefined) throw broken();
  // base64url lets several texts stand for the same bytes: only the one that was written counts
  if (bytes.toString('base64url') !== envelope) throw broken();
  const tagAt = bytes.length - TAG_BYTES;
  const decipher = createDecipheriv('aes-256-gcm', createSecretKey(key), bytes.subarray(1, HEAD_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(authenticated(scheme, factId));
  decipher.setAuthTag(bytes.subarray(tagAt));
  try {
    const opened = [decipher.update(bytes.subarray(HEAD_BYTES, tagAt)), decipher.final()];
    return { scheme, plain: Buffer.concat(opened).toString('utf8') };
  } catch (error) {
    throw broken(error);
  }
};
