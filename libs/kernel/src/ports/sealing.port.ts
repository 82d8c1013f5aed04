import type { EncryptionKey } from './authority-keys.port';

/** What is sealed: a notice's detail for a recipient, or the nonce by which a holder of a key is known. */
export type SealedKind = 'notice-detail' | 'key-challenge';

/** What a sealed text belongs to, so that it opens for nothing else: the id of an entry, or of a challenge. */
export type SealedFor = Readonly<{ kind: SealedKind; binding: string }>;

/** Why a key is not taken: which field, which rule, what would be right. Quotes nothing of the key. */
export type KeyNotFit = Readonly<{ field: string; rule: string; detail: string; mend: string }>;
export type KeyJudged =
  Readonly<{ isFit: true; key: EncryptionKey }> | Readonly<{ isFit: false; fault: KeyNotFit }>;

/** Seals for the holders of registered keys (compact JWE, RFC 7516). */
export interface DetailSealer {
  /** Whether a JWK, as somebody sent it, is a public key that may be sealed to. */
  judge(jwk: unknown): Promise<KeyJudged>;
  /** The header names the key, the kind of content and what it is bound to; all of it is authenticated. */
  seal(content: object, key: EncryptionKey, whatFor: SealedFor): Promise<string>;
}
export const DETAIL_SEALER = Symbol('DetailSealer');

/** Opens, at a borough, what was sealed to one of its keys. */
export interface DetailUnsealer {
  /**
   * Throws IbexError `sealing/…` for whatever is not exactly what an exchange seals for this entry; `sealing/unknown-key`
   * where it names a key that is not here.
   */
  unseal(sealed: string, entryId: string): Promise<Readonly<Record<string, unknown>>>;
}
