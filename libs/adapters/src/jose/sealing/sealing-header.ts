import type { EncryptionKey, SealedFor, SealedKind } from '@ibex/kernel';

export const ENCRYPTION = 'A256GCM';

/** RFC 7516, 4.1.12: the media type of the content without `application/`. */
const CONTENT_TYPES: Readonly<Record<SealedKind, string>> = {
  'notice-detail': 'vnd.ibex.notice-detail+json',
  'key-challenge': 'vnd.ibex.key-challenge+json',
};
export const contentTypeOf = (kind: SealedKind): string => CONTENT_TYPES[kind];

/** A private name (RFC 7516, 4.3): what the content belongs to. Authenticated with the rest of the header. */
export const BINDING = 'ibex.for';

/** Everything that an exchange writes into a header; `epk` is the sender's half of an agreement. */
export const HEADER_NAMES: readonly string[] = ['alg', 'enc', 'kid', 'cty', 'epk', BINDING];

/** `epk` is added by whoever encrypts. */
export const sealingHeader = (
  { alg, kid }: EncryptionKey,
  { kind, binding }: SealedFor,
): Readonly<Record<string, string> & { alg: string; enc: string }> => ({
  alg,
  enc: ENCRYPTION,
  kid,
  cty: contentTypeOf(kind),
  [BINDING]: binding,
});
