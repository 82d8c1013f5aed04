import { createCipheriv, createDecipheriv, createSecretKey, randomBytes } from 'node:crypto';
import { IbexError } from '@ibex/kernel';

/** First byte of every envelope. Another scheme gets another number and old envelopes stay readable. */
const AES_256_GCM = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + NONCE_BYTES;

const broken = (cause?: unknown): IbexError =>
  new IbexError('proof/seal-broken', 'the sealed part of a fact is not what was sealed', { cause });

// Keys are handed on as key objects: node takes raw bytes too, but at twice to five times the cost per call.

/** version ‖ nonce ‖ ciphertext ‖ tag, base64url. The fact's id is authenticated, so that no part fits another fact. */
export const toEnvelope = (key: Uint8Array, factId: string, plain: string): string => {
  // a fresh random nonce: a record has far fewer facts than the 2^32 that NIST SP 800-38D 8.3 allows per key
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', createSecretKey(key), nonce);
  cipher.setAAD(Buffer.from(factId));
  const sealed = [cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()];
  return Buffer.concat([Buffer.of(AES_256_GCM), nonce, ...sealed]).toString('base64url');
};

/** Throws IbexError `proof/seal-broken` for anything but an envelope made with this key for this fact. */
export const fromEnvelope = (key: Uint8Array, factId: string, envelope: string): string => {
  const bytes = Buffer.from(envelope, 'base64url');
  if (bytes.length < HEAD_BYTES + TAG_BYTES || bytes[0] !== AES_256_GCM) throw broken();
  // base64url lets several texts stand for the same bytes: only the one that was written counts
  if (bytes.toString('base64url') !== envelope) throw broken();
  const tagAt = bytes.length - TAG_BYTES;
  const decipher = createDecipheriv('aes-256-gcm', createSecretKey(key), bytes.subarray(1, HEAD_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(factId));
  decipher.setAuthTag(bytes.subarray(tagAt));
  try {
    return decipher.update(bytes.subarray(HEAD_BYTES, tagAt), undefined, 'utf8') + decipher.final('utf8');
  } catch (error) {
    throw broken(error);
  }
};
