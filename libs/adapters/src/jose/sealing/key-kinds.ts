import type { SealingAlgorithm } from '@ibex/kernel';

/** `members`: what makes the key (RFC 7638, 3.2; RFC 8037, 2). The first algorithm counts where the key names none. */
export type KeyKind = Readonly<{ members: readonly string[]; algorithms: readonly SealingAlgorithm[] }>;

const AGREEMENT: readonly SealingAlgorithm[] = ['ECDH-ES+A256KW', 'ECDH-ES'];
const EC: KeyKind = { members: ['crv', 'kty', 'x', 'y'], algorithms: AGREEMENT };

const KINDS: Readonly<Record<string, KeyKind>> = {
  RSA: { members: ['e', 'kty', 'n'], algorithms: ['RSA-OAEP-256'] },
  'EC P-256': EC,
  'EC P-384': EC,
  'OKP X25519': { members: ['crv', 'kty', 'x'], algorithms: AGREEMENT },
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** undefined for a key of a kind that is not sealed to. */
export const kindOf = ({ kty, crv }: Readonly<{ kty?: unknown; crv?: unknown }>): KeyKind | undefined => {
  const name = kty === 'RSA' ? 'RSA' : `${text(kty)} ${text(crv)}`;
  return Object.hasOwn(KINDS, name) ? KINDS[name] : undefined;
};

/** Of any kind of key (RFC 7518, 6; RFC 8037, 2). */
export const PRIVATE_MEMBERS: readonly string[] = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];
