import { toEpochMs } from '@ibex/kernel';
import type { Instant } from '@ibex/kernel';
import type { Plain } from '@ibex/runtime';
import { endsAt, usableAt } from '../domain/key.state';
import type { KnownKey } from '../domain/key.state';
import type { RecordedKeyring } from '../record/recorded-keys';
import type { KeyDto, KeyStateName, KeysDto } from './keys.dto';

/** How long before the end of what can be sealed to somebody is warned. */
export const WARNED_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1_000;

const stateAt = (key: KnownKey, now: Instant): KeyStateName => {
  if (key.phase === 'revoked') return 'revoked';
  if (key.phase === 'offered') return key.challengeEndsAt > now ? 'offered' : 'lapsed';
  if (key.notAfter <= now) return 'expired';
  if (key.until === undefined) return 'active';
  return key.until > now ? 'retiring' : 'retired';
};

const given = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    readonly [K in keyof T]?: Exclude<T[K], undefined>;
  };

const toKey = (key: KnownKey, facts: RecordedKeyring['facts'], now: Instant): Plain<KeyDto> => {
  const { kid, alg, jwk, notAfter } = key;
  const at = (type: string): Instant | undefined =>
    facts.findLast((fact) => fact.type === type && fact.data.kid === kid)?.recordedAt;
  return {
    ...{ kid, alg, jwk, state: stateAt(key, now), notAfter, offeredAt: at('KeyOffered') ?? '' },
    ...given({
      retiresAt: key.phase === 'proved' ? key.until : undefined,
      provedAt: at('KeyProved'),
      revokedAt: at('KeyRevoked'),
      revokedBecause: key.phase === 'revoked' ? key.reason : undefined,
    }),
  };
};

const warningOf = (end: Instant | undefined, now: Instant): Pick<Plain<KeysDto>, 'warning'> => {
  if (end === undefined) return { warning: 'nothing-to-seal-to' };
  return toEpochMs(end) - toEpochMs(now) < WARNED_DAYS * DAY_MS ? { warning: 'ends-soon' } : {};
};

/** An authority's keys as it sees them. Whoever never offered any is warned of nothing. */
export const shownKeys = ({ facts, keyring }: RecordedKeyring, now: Instant): Plain<KeysDto> => {
  const end = endsAt(keyring, now);
  const keys = keyring.map((key) => toKey(key, facts, now)).reverse();
  return {
    ...given({ sealsTo: usableAt(keyring, now)[0]?.kid, endsAt: end }),
    ...(keyring.length === 0 ? {} : warningOf(end, now)),
    keys,
  };
};
