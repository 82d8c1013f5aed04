import { IbexError } from '@ibex/kernel';
import type { Role } from '@ibex/kernel';
import { importJWK } from 'jose';
import type { CryptoKey, JWK } from 'jose';
import type { ClaimNames } from './token-claims';
import { namesOf, strengthOf } from './issuer-algorithm';
import type { IssuerAlgorithm } from './issuer-algorithm';
import { FetchedKeys } from './fetched-keys';
import type { FetchOptions } from './fetched-keys';
import { checkedClaims } from './issuer-claims';

export type TrustedIssuer = Readonly<{
  /** The exact `iss`. */
  issuer: string;
  /** One kind of key per issuer, so that no token can choose another one. */
  algorithm: IssuerAlgorithm;
  /** Its public keys, each with a `kid`. This, or `jwksUrl`, or `discovery`. */
  keys?: readonly JWK[];
  /** Where its keys are published (RFC 7517, section 5): https. Never where a token points to. */
  jwksUrl?: string;
  /** Keys are where `<issuer>/.well-known/openid-configuration` says, on the issuer's own origin. */
  discovery?: boolean;
  /** The authorities (GSS codes) that it may speak for; absent: any. An authority's own issuer has just its own. */
  authorities?: readonly string[];
  /** The one authority of all its tokens, where they carry no claim of it. */
  speaksAs?: string;
  /** Its `aud` for this exchange; absent: the exchange's own. */
  audience?: string;
  /** `typ` of its access tokens; absent: `at+jwt` (RFC 9068). */
  tokenType?: 'at+jwt' | 'JWT';
  /** Claims of another name, e.g. `{ "roles": ["realm_access", "roles"] }`. */
  claims?: ClaimNames;
  /** What it calls our roles, e.g. `{ "IBEX.DutyDesk": "duty-desk" }`; absent: as we do. */
  roleNames?: Readonly<Record<string, Role>>;
}>;

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
