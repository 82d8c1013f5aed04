import { compactDecrypt } from 'jose';
import type { CryptoKey } from 'jose';
import { SealingRefused } from './sealing-refused';

/** The five parts of RFC 7516, section 3.1. The encrypted key is empty where the key is agreed on directly. */
const COMPACT = /^[\w-]+\.[\w-]*\.[\w-]+\.[\w-]*\.[\w-]+$/;
/** A fact has at most 1 MiB; its notice's detail adds little to one. */
const LONGEST = 4 * 1024 * 1024;

export type Header = Readonly<Record<string, unknown>>;

/** base64url has spare bits at its end, which decoders pass over: only one spelling of the same bytes is taken. */
const isCanonical = (part: string): boolean => Buffer.from(part, 'base64url').toString('base64url') === part;

const parsed = (part: string): unknown => {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
};

const isHeader = (value: unknown): value is Header =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The protected header, before anything is decrypted. Throws SealingRefused. */
export const headerOf = (sealed: string): Header => {
  if (sealed.length > LONGEST) throw new SealingRefused('sealing/too-long');
  const parts = COMPACT.test(sealed) ? sealed.split('.') : [];
  const header = parts.length > 0 && parts.every(isCanonical) ? parsed(parts[0] ?? '') : undefined;
  if (!isHeader(header)) throw new SealingRefused('sealing/not-compact');
  return header;
};

export type Allowed = Readonly<{ algorithms: readonly string[]; encryptions: readonly string[] }>;

/** What speaks against a header by the algorithms that it names, first of all by what would change their meaning. */
export const checkAlgorithms = (header: Header, { algorithms, encryptions }: Allowed): void => {
  const names = (list: readonly string[], value: unknown): boolean => list.some((one) => one === value);
  if ('zip' in header) throw new SealingRefused('sealing/compression-refused');
  if ('crit' in header) throw new SealingRefused('sealing/critical-header-refused');
  if (!names(algorithms, header['alg'])) throw new SealingRefused('sealing/algorithm-refused');
  if (!names(encryptions, header['enc'])) throw new SealingRefused('sealing/encryption-refused');
};

/** Decrypts by one of the algorithms allowed and no other. Throws SealingRefused; the cause may say more, never content. */
export const openJwe = async (
  sealed: string,
  key: CryptoKey | Uint8Array,
  allowed: Allowed,
): Promise<Uint8Array> => {
  checkAlgorithms(headerOf(sealed), allowed);
  try {
    const { plaintext } = await compactDecrypt(sealed, key, {
      keyManagementAlgorithms: [...allowed.algorithms],
      contentEncryptionAlgorithms: [...allowed.encryptions],
    });
    return plaintext;
  } catch (cause) {
    throw new SealingRefused('sealing/broken', { cause });
  }
};
