/** Keeps 256-bit keys by name, one per record and one for what leads to its child, wrapped by a master key, apart from the log. Durable before it returns. */
export interface KeyVault {
  /** The record's key; made at first call. Throws KeyDestroyed. */
  keyFor(recordRef: string): Promise<Uint8Array>;
  /** Without making one: undefined for an unknown or destroyed key. Cheap for keys seen lately. */
  findKey(recordRef: string): Promise<Uint8Array | undefined>;
  /** Erasure: after it, nothing sealed under the key can be read again. Idempotent. */
  destroy(recordRef: string): Promise<void>;
  /**
   * From now on `findKey` gives this key to nobody, whether or not it was made yet (in another process as soon as that has
   * heard of it); `keyFor` does, so that sealing goes on. Idempotent.
   */
  setApart(name: string): Promise<void>;
  /** Idempotent. */
  giveBack(name: string): Promise<void>;
  /** Cheap. */
  isApart(name: string): Promise<boolean>;
  /** As `findKey`, of keys set apart too. */
  findKept(name: string): Promise<Uint8Array | undefined>;
  close(): Promise<void>;
}
export const KEY_VAULT = Symbol('KeyVault');

/** Seals personal fields for one record, bound to the fact's id. */
export interface Sealer {
  /** What leads to the child (`leadsToChild`) lies in it under a key of its own. */
  seal(recordRef: string, factId: string, personal: object): Promise<string>;
  /** Words about the service's work rather than the child, such as why somebody looked: all under the one key. */
  sealWords(recordRef: string, factId: string, words: object): Promise<string>;
  /**
   * undefined once the key was destroyed; without what leads to the child while that is kept apart. Throws IbexError
   * `proof/seal-broken` for an altered ciphertext.
   */
  unseal(
    recordRef: string,
    factId: string,
    sealed: string,
  ): Promise<Readonly<Record<string, unknown>> | undefined>;
}
export const SEALER = Symbol('Sealer');

/**
 * What leads to a child, kept apart from everybody who unseals in the ordinary way. For two kinds of code only: what hands
 * it out to a person whom a second one let, and the owner's own writing, which must not lose what it cannot see.
 */
export interface GuardedParts {
  /** Also what was sealed before. Idempotent. */
  keepApart(recordRef: string): Promise<void>;
  giveBack(recordRef: string): Promise<void>;
  isApart(recordRef: string): Promise<boolean>;
  /** Everything, as `Sealer.unseal` gives it of a record that is not kept apart. */
  unsealWhole(
    recordRef: string,
    factId: string,
    sealed: string,
  ): Promise<Readonly<Record<string, unknown>> | undefined>;
}
export const GUARDED_PARTS = Symbol('GuardedParts');

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
