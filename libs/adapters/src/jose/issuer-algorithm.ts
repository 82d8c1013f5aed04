import type { JWK } from 'jose';

export type IssuerAlgorithm = 'EdDSA' | 'ES256' | 'PS256' | 'RS256';

// RFC 9864 names the curve; older libraries write EdDSA for the same signature
const NAMES: Readonly<Record<IssuerAlgorithm, readonly string[]>> = {
  EdDSA: ['EdDSA', 'Ed25519'],
  ES256: ['ES256'],
  PS256: ['PS256'],
  RS256: ['RS256'],
};
const KINDS: Readonly<Record<IssuerAlgorithm, Readonly<{ kty: string; crv?: string }>>> = {
  EdDSA: { kty: 'OKP', crv: 'Ed25519' },
  ES256: { kty: 'EC', crv: 'P-256' },
  PS256: { kty: 'RSA' },
  RS256: { kty: 'RSA' },
};
const LEAST_RSA_BYTES = 256; // RFC 7518, section 3.3: 2048 bits or more

export const isIssuerAlgorithm = (value: unknown): value is IssuerAlgorithm =>
  typeof value === 'string' && Object.hasOwn(NAMES, value);

export const namesOf = (algorithm: IssuerAlgorithm): readonly string[] => NAMES[algorithm];

const isLongEnough = ({ kty, n }: JWK): boolean =>
  kty !== 'RSA' || (typeof n === 'string' && Buffer.from(n, 'base64url').length >= LEAST_RSA_BYTES);

const isOfKind = (algorithm: IssuerAlgorithm, { kty, crv }: JWK): boolean =>
  kty === KINDS[algorithm].kty && (KINDS[algorithm].crv === undefined || crv === KINDS[algorithm].crv);

/** Whether a public key can verify this algorithm's signatures. */
export const strengthOf = (algorithm: IssuerAlgorithm, jwk: JWK): 'usable' | 'other' | 'weak' | 'private' => {
  if (!isOfKind(algorithm, jwk)) return 'other';
  if (jwk.d !== undefined) return 'private';
  return isLongEnough(jwk) ? 'usable' : 'weak';
};
