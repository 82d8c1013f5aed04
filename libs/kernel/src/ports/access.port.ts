import type { LegalBasis } from '../notification';
import type { Instant } from '../time/civil-date';

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

/** `grant`: somebody broke the glass; for a while it is seen as an owner sees it, less what is restricted. */
export type Sight = 'owner' | 'addressee' | 'grant' | 'none';

/** What is shown or withheld together. `existence`: that the authority knows the child at all. */
export const FIELD_GROUPS = [
  ...(['existence', 'identity', 'numbers', 'whereabouts'] as const),
  ...(['course', 'risk', 'contacts', 'narrative'] as const),
] as const;
export type FieldGroup = (typeof FIELD_GROUPS)[number];

/** What opens sight of a record to an authority, and for how long. `to`: absent while it lasts. UTC instants. */
export type AccessRelation = Readonly<{
  kind: 'owner' | 'addressee' | 'grant';
  from: Instant;
  to?: Instant;
  basis: LegalBasis;
}>;

/** What one reader may see of one record at this moment. */
export type RecordSight = Readonly<{
  sight: Sight;
  /** Absent where there is none, for an unknown record and a forbidden one alike. */
  owner?: string;
  relations: readonly AccessRelation[];
  groups: readonly FieldGroup[];
}>;

/** Who may see what. Deny by default; the caller answers 404 to `none`, as it would for an unknown child. */
export interface AccessPolicy {
  sightOfRecord(reader: Reader, recordRef: string): Promise<Sight>;
  /** The same with what it rests on and what it covers. */
  seeRecord(reader: Reader, recordRef: string): Promise<RecordSight>;
  /** Of one notice (a stream such as `placement-…`). */
  sightOfNotice(reader: Reader, stream: string): Promise<Sight>;
}
export const ACCESS_POLICY = Symbol('AccessPolicy');

/** Verifies an access token; throws IbexError `access/token-refused` with a reason fit for the WWW-Authenticate header. */
export interface TokenVerifier {
  verify(token: string): Promise<Reader>;
}
export const TOKEN_VERIFIER = Symbol('TokenVerifier');
