import type { Instant } from '../time/civil-date';

/** How a content key is brought to the holder of a key (RFC 7518, section 4). The content itself is always A256GCM. */
export const SEALING_ALGORITHMS = ['RSA-OAEP-256', 'ECDH-ES+A256KW', 'ECDH-ES'] as const;
export type SealingAlgorithm = (typeof SEALING_ALGORITHMS)[number];

/** The members that make a public key what it is (RFC 7638), and no others. */
export type PublicJwk = Readonly<Record<string, string>>;

/** A public key that messages may be sealed to. `kid`: its thumbprint by RFC 7638, so that a key has one name. */
export type EncryptionKey = Readonly<{ kid: string; alg: SealingAlgorithm; jwk: PublicJwk }>;

/** The keys by which authorities want their details sealed, as they stand in the log. */
export interface AuthorityKeys {
  /** The newest proved key that is neither revoked nor past its time; undefined: nothing may be sealed. Never cached. */
  sealingKeyOf(authority: string): Promise<EncryptionKey | undefined>;
  /** When there will be no such key any more, as the keys stand; undefined: it is so now. */
  sealsUntil(authority: string): Promise<Instant | undefined>;
}
export const AUTHORITY_KEYS = Symbol('AuthorityKeys');
