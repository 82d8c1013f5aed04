import type { EncryptionKey, Fact, Instant, RecordedFact } from '@ibex/kernel';

/** `by`: the authority's GSS code. */
type By = Readonly<{ by: string }>;
type OfKey = By & Readonly<{ kid: string }>;

export const REVOKED_BECAUSE = ['compromised', 'lost', 'not-needed-any-more', 'registered-in-error'] as const;
export type RevokedBecause = (typeof REVOKED_BECAUSE)[number];

/**
 * A public key that somebody says the authority holds. `challengeDigest`: SHA-256 of what was sealed to it.
 * `overlapDays`: how long those before it may be sealed to should it fail, once it is proved.
 */
export type KeyOffered = Fact<
  'KeyOffered',
  By &
    EncryptionKey &
    Readonly<{ notAfter: Instant; overlapDays: number; challengeDigest: string; challengeEndsAt: Instant }>
>;
/** What was sealed to it came back: whoever offered it holds its private half. */
export type KeyProved = Fact<'KeyProved', OfKey>;
/** Another has taken its place. `until`: sealed to no more from then on. */
export type KeyRetired = Fact<'KeyRetired', OfKey & Readonly<{ until: Instant }>>;
/** Nothing is sealed to it from here on. */
export type KeyRevoked = Fact<'KeyRevoked', OfKey & Readonly<{ reason: RevokedBecause }>>;

export type KeyFact = KeyOffered | KeyProved | KeyRetired | KeyRevoked;

const TYPES: Readonly<Record<KeyFact['type'], true>> = {
  KeyOffered: true,
  KeyProved: true,
  KeyRetired: true,
  KeyRevoked: true,
};

/** A recorded fact of a keyring, typed: its stream holds only what its decider accepted. */
export const isKeyFact = (fact: RecordedFact): fact is RecordedFact & KeyFact =>
  Object.hasOwn(TYPES, fact.type);
