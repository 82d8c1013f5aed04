import type { Fact, RecordedFact } from '@ibex/kernel';

/** Whose access: a person of the authority (opaque reference, as its tokens name it) or one token by its own id. */
export type Revoked = Readonly<{ person: string }> | Readonly<{ tokenId: string }>;

/** `by`: the authority, GSS code; `decidedBy`: who acted for it. */
type By = Readonly<{ by: string; decidedBy: string; whose: Revoked }>;

export type AccessRevoked = Fact<'AccessRevoked', By, { reason: string }>;
export type RevocationLifted = Fact<'RevocationLifted', By, { reason: string }>;
export type RevocationFact = AccessRevoked | RevocationLifted;

export const REVOCATION_CATEGORY = 'revocation';
/** One stream for each authority: what it took away and gave back. */
export const revocationStream = (authority: string): string => `${REVOCATION_CATEGORY}-${authority}`;

const TYPES: Readonly<Record<RevocationFact['type'], true>> = { AccessRevoked: true, RevocationLifted: true };

/** A recorded fact of the stream, typed: it holds only what its decider accepted. */
export const isRevocationFact = (fact: RecordedFact): fact is RecordedFact & RevocationFact =>
  Object.hasOwn(TYPES, fact.type);

export const keyOf = (whose: Revoked): string =>
  'person' in whose ? `person ${whose.person}` : `token ${whose.tokenId}`;
