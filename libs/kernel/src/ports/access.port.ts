export const ROLES = [
  'placing-practitioner',
  'duty-desk',
  'mash',
  'system-client',
  'governance',
  'operator',
] as const;
export type Role = (typeof ROLES)[number];

/** Who asks, from the verified token, never from the body. */
export type Reader = Readonly<{ authority: string; person: string; roles: readonly Role[] }>;

export type Sight = 'owner' | 'addressee' | 'none';

/** Who may see what. Deny by default; the caller answers 404 to `none`, as it would for an unknown child. */
export interface AccessPolicy {
  sightOfRecord(reader: Reader, recordRef: string): Promise<Sight>;
  /** Of one notice (a stream such as `placement-…`). */
  sightOfNotice(reader: Reader, stream: string): Promise<Sight>;
}
export const ACCESS_POLICY = Symbol('AccessPolicy');

/** Verifies an access token; throws IbexError `access/token-refused` with a reason fit for the WWW-Authenticate header. */
export interface TokenVerifier {
  verify(token: string): Promise<Reader>;
}
export const TOKEN_VERIFIER = Symbol('TokenVerifier');
