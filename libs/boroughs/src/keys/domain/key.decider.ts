import { accept, addHours, never } from '@ibex/kernel';
import type { Decider, Decision, Instant, Request } from '@ibex/kernel';
import type { KeyFact, KeyOffered, KeyRetired, RevokedBecause } from './key.events';
import { refused } from './key.refusals';
import type { KeyRefusal } from './key.refusals';
import { evolve, findKey, usableAt } from './key.state';
import type { KnownKey, Keyring, OfferedKey, ProvedKey } from './key.state';

export type OfferKey = Request<'OfferKey', KeyOffered['data']>;
/** `nonceDigest`: SHA-256 of what was sent as proof. */
export type ProveKey = Request<'ProveKey', Readonly<{ by: string; kid: string; nonceDigest: string }>>;
export type RevokeKey = Request<'RevokeKey', Readonly<{ by: string; kid: string; reason: RevokedBecause }>>;
export type KeyCommand = OfferKey | ProveKey | RevokeKey;

type Decided = Decision<KeyFact, KeyRefusal>;

const DAY_HOURS = 24;
const SHORTEST_DAYS = 1;
/** Longer than a year, so that a yearly habit has room; short of what NIST SP 800-57 allows for such a key. */
export const LONGEST_DAYS = 731;
const MOST_OFFERED = 5;

const inDays = (now: Instant, days: number): Instant => addHours(now, days * DAY_HOURS);
const earlierOf = (one: Instant, other: Instant): Instant => (other < one ? other : one);

const isOver = ({ notAfter, until }: ProvedKey, now: Instant): boolean =>
  notAfter <= now || (until !== undefined && until <= now);

/** What speaks against a key that is on the ring already. */
const faultOfKnown = (known: KnownKey | undefined, now: Instant): KeyRefusal['code'] | undefined => {
  if (known?.phase === 'revoked') return 'key/was-revoked';
  if (known?.phase !== 'proved') return undefined;
  return isOver(known, now) ? 'key/had-its-time' : 'key/already-proved';
};

const faultOfEnd = (notAfter: Instant, now: Instant): KeyRefusal['code'] | undefined => {
  if (notAfter < inDays(now, SHORTEST_DAYS)) return 'key/ends-too-soon';
  return notAfter > inDays(now, LONGEST_DAYS) ? 'key/ends-too-late' : undefined;
};

const isWaiting = (key: KnownKey, now: Instant): boolean =>
  key.phase === 'offered' && key.challengeEndsAt > now;

const decideOffer = ({ data }: OfferKey, keyring: Keyring, now: Instant): Decided => {
  const fault = faultOfKnown(findKey(keyring, data.kid), now) ?? faultOfEnd(data.notAfter, now);
  if (fault) return refused(fault);
  const waiting = keyring.filter((key) => key.kid !== data.kid && isWaiting(key, now));
  if (waiting.length >= MOST_OFFERED) return refused('key/too-many-offers');
  return accept<KeyFact>({ type: 'KeyOffered', data });
};

/** Those before it may be sealed to for the overlap, should it fail, and none of them longer than it would have been. */
const retirements = (by: string, key: OfferedKey, keyring: Keyring, now: Instant): readonly KeyRetired[] =>
  usableAt(keyring, now).flatMap(({ kid, notAfter, until: before }) => {
    const until = earlierOf(before ?? notAfter, inDays(now, key.overlapDays));
    return until === before ? [] : [{ type: 'KeyRetired' as const, data: { by, kid, until } }];
  });

const decideProof = ({ data }: ProveKey, keyring: Keyring, now: Instant): Decided => {
  const key = findKey(keyring, data.kid);
  if (!key) return refused('key/not-known');
  if (key.phase !== 'offered') return refused(faultOfKnown(key, now) ?? 'key/already-proved');
  if (key.challengeEndsAt <= now) return refused('key/challenge-expired');
  if (key.challengeDigest !== data.nonceDigest) return refused('key/proof-wrong');
  const { by, kid } = data;
  const proved = { type: 'KeyProved', data: { by, kid } } as const;
  return accept<KeyFact>(proved, ...retirements(by, key, keyring, now));
};

const decideRevocation = ({ data }: RevokeKey, keyring: Keyring): Decided => {
  const key = findKey(keyring, data.kid);
  if (!key) return refused('key/not-known');
  return key.phase === 'revoked' ? refused('key/was-revoked') : accept<KeyFact>({ type: 'KeyRevoked', data });
};

/** The encryption keys of one authority: offered, proved by whoever holds them, replaced, revoked. */
export const keyDecider: Decider<KeyCommand, KeyFact, Keyring, KeyRefusal> = {
  initialState: [],
  evolve,
  decide: (command, keyring, now) => {
    switch (command.type) {
      case 'OfferKey':
        return decideOffer(command, keyring, now);
      case 'ProveKey':
        return decideProof(command, keyring, now);
      case 'RevokeKey':
        return decideRevocation(command, keyring);
      default:
        return never(command);
    }
  },
};
