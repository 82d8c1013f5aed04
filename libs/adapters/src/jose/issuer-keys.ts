import { IbexError } from '@ibex/kernel';
import { importJWK } from 'jose';
import type { CryptoKey, JWK } from 'jose';
import { FetchedKeys } from './fetched-keys';
import type { FetchOptions } from './fetched-keys';
import { namesOf, strengthOf } from './issuer-algorithm';
import { checkedClaims } from './issuer-claims';
import type { TrustedIssuer } from './trusted-issuer';

export type IssuerKeys = Readonly<{
  trusted: TrustedIssuer;
  /** The names that `alg` may have. */
  algorithms: readonly string[];
  /** undefined: the issuer has no such key. Throws IbexError `access/issuer-unreachable` where nobody knows. */
  keyFor(kid: string, alg: string): Promise<CryptoKey | undefined>;
}>;

const notUsable = (issuer: string): IbexError =>
  new IbexError(
    'jose/key-not-valid',
    `issuer ${issuer} has a key without kid, of another kind, too weak, or a private one`,
  );

const listed = async (trusted: TrustedIssuer, keys: readonly JWK[]): Promise<IssuerKeys['keyFor']> => {
  const imported = keys.map(async (jwk) => {
    const usable = strengthOf(trusted.algorithm, jwk) === 'usable';
    const key = usable ? await importJWK(jwk, trusted.algorithm) : undefined;
    if (!jwk.kid || key === undefined || key instanceof Uint8Array) throw notUsable(trusted.issuer);
    return [jwk.kid, key] as const;
  });
  const byKid = new Map(await Promise.all(imported));
  return (kid) => Promise.resolve(byKid.get(kid));
};

const SOURCES = ['keys', 'jwksUrl', 'discovery'] as const;

/**
 * Throws IbexError `jose/issuer-not-valid` for an entry that cannot be right, `jose/key-not-valid` for a listed key that
 * is private, weak, of another kind or has no name. Keys at a URL are fetched when the first token needs one.
 */
export const importIssuer = async (trusted: TrustedIssuer, options: FetchOptions): Promise<IssuerKeys> => {
  checkedClaims(trusted);
  if (SOURCES.filter((name) => (trusted[name] ?? false) !== false).length !== 1)
    throw new IbexError(
      'jose/issuer-not-valid',
      `issuer ${trusted.issuer}: name one of ${SOURCES.join(', ')}`,
    );
  const algorithms = namesOf(trusted.algorithm);
  if (trusted.keys) return { trusted, algorithms, keyFor: await listed(trusted, trusted.keys) };
  const fetched = new FetchedKeys(trusted, options);
  return { trusted, algorithms, keyFor: (kid, alg) => fetched.keyFor(kid, alg) };
};
