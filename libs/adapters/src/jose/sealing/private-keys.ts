import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { IbexError, SEALING_ALGORITHMS } from '@ibex/kernel';
import type { SealingAlgorithm } from '@ibex/kernel';
import { calculateJwkThumbprint, importJWK } from 'jose';
import type { CryptoKey, JWK } from 'jose';
import { isExposed } from '../signing-key';
import { kindOf } from './key-kinds';

/** A borough's own half. `publicJwk`: what is registered. */
export type SealingPrivateKey = Readonly<{
  kid: string;
  algorithms: readonly SealingAlgorithm[];
  publicJwk: Readonly<Record<string, string>>;
  keyFor(alg: SealingAlgorithm): Promise<CryptoKey>;
}>;

const notValid = (): IbexError =>
  new IbexError('jose/key-not-valid', 'this is no private key as a JWK that details are sealed to');

const toText = (value: unknown): string => (typeof value === 'string' ? value : '');

const publicHalf = (jwk: JWK): Readonly<Record<string, string>> => {
  const kind = kindOf(jwk);
  if (!kind) throw notValid();
  const own = createPublicKey(createPrivateKey({ key: { ...jwk }, format: 'jwk' })).export({ format: 'jwk' });
  const members: Readonly<Record<string, unknown>> = { ...own };
  return Object.fromEntries(kind.members.map((name) => [name, toText(members[name])]));
};

const algorithmsOf = ({ alg, ...jwk }: JWK): readonly SealingAlgorithm[] => {
  const allowed = kindOf(jwk)?.algorithms ?? [];
  return alg === undefined ? allowed : allowed.filter((each) => each === alg);
};

/** Throws IbexError `jose/key-not-valid`, which quotes nothing. One key has one algorithm where its JWK names one. */
export const sealingKeyFrom = async (jwk: JWK): Promise<SealingPrivateKey> => {
  try {
    const publicJwk = publicHalf(jwk);
    const algorithms = algorithmsOf(jwk);
    if (algorithms.length === 0) throw notValid();
    const kid = await calculateJwkThumbprint({ ...publicJwk });
    return { kid, algorithms, publicJwk, keyFor: (alg) => imported(jwk, alg) };
  } catch {
    throw notValid(); // the cause might quote the key
  }
};

const imported = async (jwk: JWK, alg: SealingAlgorithm): Promise<CryptoKey> => {
  // what it says of its own use is for whoever made it; here it opens, and nothing else
  const bare = Object.entries(jwk).filter(([name]) => isValue(name));
  const key = await importJWK(Object.fromEntries(bare), alg);
  if (key instanceof Uint8Array) throw notValid();
  return key;
};

const isValue = (name: string): boolean => !['use', 'key_ops', 'alg', 'kid', 'ext'].includes(name);

export const SEALING_KEY_KINDS = ['x25519', 'p-256', 'p-384', 'rsa-3072', 'rsa-4096'] as const;
export type SealingKeyKind = (typeof SEALING_KEY_KINDS)[number];

const MADE: Readonly<Record<SealingKeyKind, () => KeyObject>> = {
  x25519: () => generateKeyPairSync('x25519').privateKey,
  'p-256': () => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey,
  'p-384': () => generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey,
  'rsa-3072': () => generateKeyPairSync('rsa', { modulusLength: 3_072 }).privateKey,
  'rsa-4096': () => generateKeyPairSync('rsa', { modulusLength: 4_096 }).privateKey,
};

/** A new private key as a JWK. */
export const newSealingJwk = (kind: SealingKeyKind): JWK => MADE[kind]().export({ format: 'jwk' });

/** Never writes over a key that is there: throws what the file system says. */
export const writeSealingJwk = (path: string, jwk: JWK): void =>
  writeFileSync(path, `${JSON.stringify(jwk)}\n`, { mode: 0o600, flag: 'wx' });

/** Throws IbexError `jose/key-exposed` where others may read the file, and `jose/key-not-valid`. */
export const readSealingJwk = (path: string): JWK => {
  if (isExposed(statSync(path), process.getuid?.() ?? 0)) {
    throw new IbexError('jose/key-exposed', `others may read the key file ${path}: set its mode to 0600`);
  }
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as JWK;
  } catch {
    throw notValid();
  }
};

export const isSealingAlgorithm = (value: unknown): value is SealingAlgorithm =>
  SEALING_ALGORITHMS.some((alg) => alg === value);
