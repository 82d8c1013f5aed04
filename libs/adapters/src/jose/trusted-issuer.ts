import type { ClaimNames, Role } from '@ibex/kernel';
import type { JWK } from 'jose';
import type { IssuerAlgorithm } from './issuer-algorithm';

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
