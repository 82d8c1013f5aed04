import { createPublicKey } from 'node:crypto';
import type { JsonWebKey } from 'node:crypto';
import type { KeyNotFit, PublicJwk, SealingAlgorithm } from '@ibex/kernel';
import { PRIVATE_MEMBERS, kindOf } from './key-kinds';
import type { KeyKind } from './key-kinds';

type Members = Readonly<Record<string, unknown>>;
type Fault = KeyNotFit | undefined;

/** NIST SP 800-57, part 1: 3072 bits for use beyond 2030. More than 8192 only cost time. */
const RSA_BITS = { least: 3_072, most: 8_192 } as const;
const USUAL_EXPONENT = 'AQAB';
const OPERATIONS: readonly unknown[] = ['encrypt', 'wrapKey', 'deriveKey', 'deriveBits'];
const OPTIONAL: readonly string[] = ['use', 'key_ops', 'alg', 'kid'];

const fault = (member: string, rule: string, detail: string, mend: string): KeyNotFit => ({
  field: member === '' ? 'jwk' : `jwk.${member}`,
  ...{ rule, detail, mend },
});

const privateFault = (jwk: Members): Fault => {
  const member = PRIVATE_MEMBERS.find((name) => Object.hasOwn(jwk, name));
  return member === undefined
    ? undefined
    : fault(
        member,
        'public-only',
        'is part of a private key, which nobody but you may ever see',
        'Make a new pair, since this one has been sent over the wire, and send its public half alone.',
      );
};

const kindFault = (): KeyNotFit =>
  fault(
    'kty',
    'kind-of-key',
    'is not of a kind that is sealed to',
    'Give an RSA key of 3072 bits or more, an EC key on P-256 or P-384, or an OKP key on X25519.',
  );

const membersFault = (jwk: Members, { members }: KeyKind): Fault => {
  const missing = members.find((name) => typeof jwk[name] !== 'string');
  if (missing !== undefined) return fault(missing, 'member', 'is missing', 'Give the whole public key.');
  const known = [...members, ...OPTIONAL];
  // its name may be anything: only the key as a whole is named
  return Object.keys(jwk).every((name) => known.includes(name))
    ? undefined
    : fault(
        '',
        'unknown-member',
        'has a member that no key here has',
        `Leave out everything but ${known.join(', ')}; certificates are not looked at.`,
      );
};

const useFault = ({ use, key_ops: operations }: Members): Fault => {
  if (use !== undefined && use !== 'enc') {
    return fault(
      'use',
      'use',
      'does not say enc',
      'Give enc, or leave it out. A key that signs must not encrypt.',
    );
  }
  const isMeant =
    operations === undefined ||
    (Array.isArray(operations) &&
      operations.length > 0 &&
      operations.every((one) => OPERATIONS.includes(one)));
  return isMeant
    ? undefined
    : fault(
        'key_ops',
        'key-operations',
        'names something else than encrypting',
        'Leave it out, or give some of encrypt, wrapKey, deriveKey, deriveBits.',
      );
};

const algorithmOf = (jwk: Members, { algorithms }: KeyKind): SealingAlgorithm | undefined =>
  jwk['alg'] === undefined ? algorithms[0] : algorithms.find((each) => each === jwk['alg']);

const bitsOf = (modulus: string): number => {
  const bytes = Buffer.from(modulus, 'base64url');
  return bytes.length * 8 - Math.clz32(bytes[0] ?? 0) + 24;
};

const strengthFault = ({ kty, n = '', e }: PublicJwk): Fault => {
  if (kty !== 'RSA') return undefined;
  const bits = bitsOf(n);
  if (bits < RSA_BITS.least || bits > RSA_BITS.most) {
    const mend = `Make a key of ${String(RSA_BITS.least)} to ${String(RSA_BITS.most)} bits.`;
    return fault('n', 'strength', `has ${String(bits)} bits`, mend);
  }
  return e === USUAL_EXPONENT
    ? undefined
    : fault('e', 'strength', 'is not 65537', 'Make the key with the public exponent 65537 (AQAB).');
};

/** The key as its own mathematics spell it: undefined for a point off its curve, or bytes that are no such key. */
const canonical = (jwk: PublicJwk): Readonly<Record<string, unknown>> | undefined => {
  try {
    const key: JsonWebKey = { ...jwk };
    return createPublicKey({ key, format: 'jwk' }).export({ format: 'jwk' });
  } catch {
    return undefined; // the cause might quote the key
  }
};

const valueFault = (jwk: PublicJwk): Fault => {
  const own = canonical(jwk);
  const isSame = own && Object.entries(jwk).every(([name, value]) => own[name] === value);
  return isSame
    ? undefined
    : fault(
        '',
        'key-value',
        'is not a key of its kind in its one spelling',
        'Export it anew from where you made it, base64url without padding.',
      );
};

export type Examined =
  | Readonly<{ isFit: true; jwk: PublicJwk; alg: SealingAlgorithm; namedAs: unknown }>
  | Readonly<{ isFit: false; fault: KeyNotFit }>;

const unfit = (because: KeyNotFit): Examined => ({ isFit: false, fault: because });

const bare = (jwk: Members, { members }: KeyKind): PublicJwk =>
  Object.fromEntries(members.flatMap((name) => (typeof jwk[name] === 'string' ? [[name, jwk[name]]] : [])));

/** Looks at a JWK that somebody sent: private parts first, so that nothing else is said of a key that leaked. */
export const examine = (sent: unknown): Examined => {
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) {
    return unfit(fault('', 'object', 'is not a JWK', 'Give the public key as a JSON Web Key (RFC 7517).'));
  }
  const jwk: Members = { ...sent };
  const leaked = privateFault(jwk);
  if (leaked) return unfit(leaked);
  const kind = kindOf(jwk);
  return kind ? examined(jwk, kind) : unfit(kindFault());
};

const examined = (jwk: Members, kind: KeyKind): Examined => {
  const key = bare(jwk, kind);
  const found = membersFault(jwk, kind) ?? useFault(jwk) ?? strengthFault(key) ?? valueFault(key);
  if (found) return unfit(found);
  const alg = algorithmOf(jwk, kind);
  return alg === undefined
    ? unfit(
        fault('alg', 'algorithm', 'does not go with this key', `Give one of ${kind.algorithms.join(', ')}.`),
      )
    : { isFit: true, jwk: key, alg, namedAs: jwk['kid'] };
};

export const otherName = (): KeyNotFit =>
  fault(
    'kid',
    'thumbprint',
    'is not the thumbprint of the key (RFC 7638)',
    'Leave it out: the answer names the key.',
  );
export const sealsNothing = (): KeyNotFit =>
  fault('', 'key-value', 'is a key that keeps nothing secret', 'Make a new pair with a current library.');
