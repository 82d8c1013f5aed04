/** Keeps one 256-bit key per record, wrapped by a master key, apart from the log. Durable before it returns. */
export interface KeyVault {
  /** The record's key; made at first call. Throws KeyDestroyed. */
  keyFor(recordRef: string): Promise<Uint8Array>;
  /** Without making one: undefined for an unknown or destroyed key. Cheap for keys seen lately. */
  findKey(recordRef: string): Promise<Uint8Array | undefined>;
  /** Erasure: after it, nothing sealed under the key can be read again. Idempotent. */
  destroy(recordRef: string): Promise<void>;
  close(): Promise<void>;
}
export const KEY_VAULT = Symbol('KeyVault');

/** Seals personal fields for one record, bound to the fact's id. */
export interface Sealer {
  seal(recordRef: string, factId: string, personal: object): Promise<string>;
  /** undefined once the key was destroyed. Throws IbexError `proof/seal-broken` for an altered ciphertext. */
  unseal(
    recordRef: string,
    factId: string,
    sealed: string,
  ): Promise<Readonly<Record<string, unknown>> | undefined>;
}
export const SEALER = Symbol('Sealer');

/**
 * Keyed one-way references: the same authority and local id always give the same opaque reference, which tells
 * nothing without the key. Used for record references and for digests of personal values.
 */
export interface Pseudonyms {
  recordRef(authority: string, localId: string): string;
  digest(purpose: string, value: string): string;
}
export const PSEUDONYMS = Symbol('Pseudonyms');

/** Signs small JSON statements (receipts) as compact JWS, EdDSA; verifiable against `jwks()`. */
export interface StatementSigner {
  sign(statement: Readonly<Record<string, unknown>>, typ: string): Promise<string>;
  jwks(): Promise<Readonly<{ keys: readonly Readonly<Record<string, unknown>>[] }>>;
}
export const STATEMENT_SIGNER = Symbol('StatementSigner');

/** Plain digests and ids derived from text, so that callers need no crypto of their own. */
export interface Digests {
  /** SHA-256, lower-case hex. */
  sha256(text: string): string;
  /** The same text always gives the same UUID (version 8, SHA-256 based). */
  uuidFrom(text: string): string;
}
export const DIGESTS = Symbol('Digests');
