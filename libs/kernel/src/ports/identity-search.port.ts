import type { ChildIdentity } from './identity.port';

/** One of these is enough by itself (its check digit holds). */
export const STRONG_IDENTIFIERS = ['nhsNumber', 'upn'] as const;
/** Of these, three are needed. */
export const WEAK_IDENTIFIERS = ['forename', 'surname', 'dateOfBirth', 'homePostcode'] as const;
export const LEAST_WEAK_IDENTIFIERS = 3;

export type Identifier = (typeof STRONG_IDENTIFIERS)[number] | (typeof WEAK_IDENTIFIERS)[number];
export type Identifiers = Readonly<Pick<ChildIdentity, Identifier>>;

/** `agreedOn`: names of the identifiers that are the same, never their values. */
export type FoundRecord = Readonly<{ recordRef: string; owner: string; agreedOn: readonly Identifier[] }>;

/** Finds records by exact identifiers (upper and lower case, accents and punctuation aside). No wildcards, no likeness. */
export interface IdentitySearch {
  /**
   * Records that agree on a strong identifier, or on three weak ones, of those given. Throws IbexError
   * `identity/too-few-identifiers` where fewer are given. Says nothing of who may see which.
   */
  find(identifiers: Identifiers): Promise<readonly FoundRecord[]>;
}
export const IDENTITY_SEARCH = Symbol('IdentitySearch');
