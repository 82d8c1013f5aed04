import type { Reader } from './access.port';

/** Who holds a verified token. `tokenId`: the token's own id (`jti`), where it has one. */
export type Bearer = Pick<Reader, 'authority' | 'person'> & Readonly<{ tokenId?: string }>;

/** Persons and tokens whose authority has taken their access away. */
export interface Revocations {
  /** As of this moment, from the log: holds at the very next request in every process. */
  isRevoked(bearer: Bearer): Promise<boolean>;
  /**
   * Calls `end` once, within a second of the revocation, for what was opened before it. Returns how to stop watching.
   */
  watch(bearer: Bearer, end: () => void): () => void;
}
export const REVOCATIONS = Symbol('Revocations');
