import { never } from '@ibex/kernel';
import type { EncryptionKey, Instant } from '@ibex/kernel';
import type { KeyFact, KeyOffered, RevokedBecause } from './key.events';

type Known = EncryptionKey & Readonly<{ notAfter: Instant }>;
export type OfferedKey = Known &
  Readonly<{ phase: 'offered'; overlapDays: number; challengeDigest: string; challengeEndsAt: Instant }>;
/** `until`: since another has taken its place. */
export type ProvedKey = Known & Readonly<{ phase: 'proved'; until?: Instant }>;
export type RevokedKey = Known & Readonly<{ phase: 'revoked'; reason: RevokedBecause }>;
export type KnownKey = OfferedKey | ProvedKey | RevokedKey;

/** Each key once: offered ones as last offered, the others in the order in which they were proved. */
export type Keyring = readonly KnownKey[];

export const findKey = (keyring: Keyring, kid: string): KnownKey | undefined =>
  keyring.find((key) => key.kid === kid);

const isUsable = (key: KnownKey, now: Instant): key is ProvedKey =>
  key.phase === 'proved' && key.notAfter > now && (key.until === undefined || key.until > now);

/** Keys that may be sealed to at an instant, the newest first. */
export const usableAt = (keyring: Keyring, now: Instant): readonly ProvedKey[] =>
  keyring.filter((key): key is ProvedKey => isUsable(key, now)).reverse();

/** When nothing can be sealed any more, as the keys stand; undefined: it is so now. */
export const endsAt = (keyring: Keyring, now: Instant): Instant | undefined =>
  usableAt(keyring, now)
    .map(({ notAfter, until }) => (until !== undefined && until < notAfter ? until : notAfter))
    .sort()
    .at(-1);

/** What is common to every phase of a key. */
const known = ({ kid, alg, jwk, notAfter }: Known): Known => ({ kid, alg, jwk, notAfter });

const offered = (data: KeyOffered['data']): OfferedKey => {
  const { overlapDays, challengeDigest, challengeEndsAt } = data;
  return { phase: 'offered', ...known(data), overlapDays, challengeDigest, challengeEndsAt };
};

const others = (keyring: Keyring, kid: string): Keyring => keyring.filter((key) => key.kid !== kid);

const changed = (keyring: Keyring, kid: string, change: (key: KnownKey) => KnownKey): Keyring =>
  keyring.map((key) => (key.kid === kid ? change(key) : key));

/** What a fact makes of a keyring. Pure; never refuses. */
export const evolve = (keyring: Keyring, fact: KeyFact): Keyring => {
  const { kid } = fact.data;
  switch (fact.type) {
    case 'KeyOffered':
      return [...others(keyring, kid), offered(fact.data)];
    case 'KeyProved': {
      const key = findKey(keyring, kid);
      return key ? [...others(keyring, kid), { phase: 'proved', ...known(key) }] : keyring;
    }
    case 'KeyRetired': {
      const { until } = fact.data;
      return changed(keyring, kid, (key) => ({ phase: 'proved', ...known(key), until }));
    }
    case 'KeyRevoked': {
      const { reason } = fact.data;
      return changed(keyring, kid, (key) => ({ phase: 'revoked', ...known(key), reason }));
    }
    default:
      return never(fact);
  }
};
