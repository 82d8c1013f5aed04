import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import type { JsonWebKey, KeyObject } from 'node:crypto';
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { IbexError } from '@ibex/kernel';
import { calculateJwkThumbprint } from 'jose';
import type { JWK } from 'jose';

/** An Ed25519 pair (RFC 8037). `kid` is the public key's thumbprint (RFC 7638), so that the same key has one name. */
export type SigningKey = Readonly<{ kid: string; privateKey: KeyObject; publicJwk: JWK }>;

const OWNER_ONLY = 0o600;
const ANY_OTHER = 0o077;
const NOT_BY_GROUP = 0o037;

const toSigningKey = async (privateKey: KeyObject): Promise<SigningKey> => {
  if (privateKey.asymmetricKeyType !== 'ed25519') {
    throw new IbexError('jose/key-not-valid', 'a signing key must be an Ed25519 key');
  }
  const { kty, crv, x } = createPublicKey(privateKey).export({ format: 'jwk' });
  const bare = { kty, crv, x } as JWK;
  const kid = await calculateJwkThumbprint(bare);
  return { kid, privateKey, publicJwk: { ...bare, kid, alg: 'EdDSA', use: 'sig' } };
};

export const newSigningKey = (): Promise<SigningKey> =>
  toSigningKey(generateKeyPairSync('ed25519').privateKey);

/** Throws IbexError `jose/key-not-valid` for anything but a private Ed25519 key as a JWK. */
export const signingKeyFrom = async (jwk: string): Promise<SigningKey> => {
  try {
    const key = JSON.parse(jwk) as JsonWebKey;
    return await toSigningKey(createPrivateKey({ key, format: 'jwk' }));
  } catch {
    // the cause might quote the key
    throw new IbexError('jose/key-not-valid', 'the file holds no private Ed25519 key as a JWK');
  }
};

/**
 * Whether others than this process may read a key file. A mounted secret belongs to somebody else (root) and is read through
 * the group of its process; of a file of one's own, a group has to be kept out.
 */
export const isExposed = ({ mode, uid }: Readonly<{ mode: number; uid: number }>, me: number): boolean =>
  (mode & (uid === me ? ANY_OTHER : NOT_BY_GROUP)) !== 0;

/** Throws IbexError `jose/key-exposed` where others may read the file. */
export const loadSigningKey = async (path: string): Promise<SigningKey> => {
  if (isExposed(statSync(path), process.getuid?.() ?? 0)) {
    throw new IbexError('jose/key-exposed', `others may read the key file ${path}: set its mode to 0600`);
  }
  return signingKeyFrom(readFileSync(path, 'utf8'));
};

/** The key of a file; a new one where there is no such file yet. */
export const loadOrCreateSigningKey = async (path: string): Promise<SigningKey> => {
  const made = await newSigningKey();
  try {
    const jwk = JSON.stringify(made.privateKey.export({ format: 'jwk' }));
    writeFileSync(path, `${jwk}\n`, { mode: OWNER_ONLY, flag: 'wx' });
    chmodSync(path, OWNER_ONLY);
    return made;
  } catch (error) {
    if (!isExisting(error)) throw error;
    return loadSigningKey(path);
  }
};

const isExisting = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'EEXIST';
