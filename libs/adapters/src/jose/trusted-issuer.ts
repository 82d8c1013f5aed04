import { IbexError } from '@ibex/kernel';
import { importJWK } from 'jose';
import type { CryptoKey, JWK } from 'jose';

/** One kind of key per issuer, so that no token can choose another one. */
export type IssuerAlgorithm = 'EdDSA' | 'ES256';

export type TrustedIssuer = Readonly<{
  /** The exact `iss`. */
  issuer: string;
  algorithm: IssuerAlgorithm;
  /** Its public keys, each with a `kid`. Keys are never fetched from where a token points to. */
  keys: readonly JWK[];
  /** The authorities (GSS codes) that it may speak for; absent: any. An authority's own issuer has just its own. */
  authorities?: readonly string[];
}>;

export type IssuerKeys = Readonly<{
  trusted: TrustedIssuer;
  algorithms: readonly string[];
  byKid: ReadonlyMap<string, CryptoKey>;
}>;

// RFC 9864 names the curve; older libraries write EdDSA for the same signature
const NAMES: Readonly<Record<IssuerAlgorithm, readonly string[]>> = {
  EdDSA: ['EdDSA', 'Ed25519'],
  ES256: ['ES256'],
};
const CURVES: Readonly<Record<IssuerAlgorithm, string>> = { EdDSA: 'Ed25519', ES256: 'P-256' };

const notUsable = (issuer: string): IbexError =>
  new IbexError(
    'jose/key-not-valid',
    `issuer ${issuer} has a key without kid, of another kind, or a private one`,
  );

/** Throws IbexError `jose/key-not-valid` for a key that is private, of another kind or has no name. */
export const importIssuer = async (trusted: TrustedIssuer): Promise<IssuerKeys> => {
  const { issuer, algorithm, keys } = trusted;
  const imported = keys.map(async (jwk) => {
    if (!jwk.kid || jwk.crv !== CURVES[algorithm] || jwk.d !== undefined) throw notUsable(issuer);
    const key = await importJWK(jwk, algorithm);
    if (key instanceof Uint8Array) throw notUsable(issuer);
    return [jwk.kid, key] as const;
  });
  return { trusted, algorithms: NAMES[algorithm], byKid: new Map(await Promise.all(imported)) };
};
