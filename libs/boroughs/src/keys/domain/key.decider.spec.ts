import { given } from '@ibex/testing';
import { keyDecider } from './key.decider';
import type { OfferKey, ProveKey, RevokeKey } from './key.decider';
import type { KeyFact, KeyOffered } from './key.events';
import { evolve, usableAt } from './key.state';
import type { Keyring } from './key.state';

const NOW = '2026-03-02T09:00:00.000Z';
const by = 'E09000008';
const offer = (kid: string, change: Partial<KeyOffered['data']> = {}): OfferKey => ({
  type: 'OfferKey',
  data: {
    by,
    kid,
    alg: 'ECDH-ES+A256KW',
    jwk: { kty: 'OKP', crv: 'X25519', x: kid },
    notAfter: '2027-03-02T09:00:00.000Z',
    overlapDays: 14,
    challengeDigest: `digest-${kid}`,
    challengeEndsAt: '2026-03-02T09:15:00.000Z',
    ...change,
  },
});
const offered = (...of: Parameters<typeof offer>): KeyFact => ({
  type: 'KeyOffered',
  data: offer(...of).data,
});
const proof = (kid: string, nonceDigest = `digest-${kid}`): ProveKey => ({
  type: 'ProveKey',
  data: { by, kid, nonceDigest },
});
const proved = (kid: string): KeyFact => ({ type: 'KeyProved', data: { by, kid } });
const retired = (kid: string, until: string): KeyFact => ({ type: 'KeyRetired', data: { by, kid, until } });
const revocation = (kid: string): RevokeKey => ({
  type: 'RevokeKey',
  data: { by, kid, reason: 'compromised' },
});
const revoked = (kid: string): KeyFact => ({ type: 'KeyRevoked', data: revocation(kid).data });
const keys = given(keyDecider, NOW);

describe('offering a key', () => {
  it('puts it on record, with what it is to be proved by', () => {
    keys().when(offer('k1')).then(offered('k1'));
  });

  it('again is another challenge, until it is proved', () => {
    const again = offer('k1', { challengeDigest: 'other' });
    keys(offered('k1')).when(again).then({ type: 'KeyOffered', data: again.data });
    keys(offered('k1'), proved('k1')).when(offer('k1')).refused('key/already-proved');
  });

  it('is refused once it was revoked or has had its time', () => {
    keys(offered('k1'), proved('k1'), revoked('k1')).when(offer('k1')).refused('key/was-revoked');
    keys(offered('k1'), revoked('k1')).when(offer('k1')).refused('key/was-revoked');
    keys(offered('k1', { notAfter: NOW }), proved('k1'))
      .when(offer('k1'))
      .refused('key/had-its-time');
    keys(offered('k1'), proved('k1'), retired('k1', NOW)).when(offer('k1')).refused('key/had-its-time');
  });

  it('is refused where it would end at once, or hardly ever', () => {
    keys()
      .when(offer('k1', { notAfter: '2026-03-03T08:59:59.999Z' }))
      .refused('key/ends-too-soon');
    keys()
      .when(offer('k1', { notAfter: '2028-03-02T09:00:00.001Z' }))
      .refused('key/ends-too-late');
    const longest = offer('k1', { notAfter: '2028-03-02T09:00:00.000Z' });
    keys().when(longest).then({ type: 'KeyOffered', data: longest.data });
  });

  it('is refused while five wait to be proved, not while they have lapsed', () => {
    const five = ['a', 'b', 'c', 'd', 'e'];
    keys(...five.map((kid) => offered(kid)))
      .when(offer('k1'))
      .refused('key/too-many-offers');
    keys(...five.map((kid) => offered(kid)))
      .when(offer('a'))
      .then(offered('a'));
    keys(...five.map((kid) => offered(kid, { challengeEndsAt: NOW })))
      .when(offer('k1'))
      .then(offered('k1'));
  });
});

describe('proving a key', () => {
  it('makes it the one that is sealed to', () => {
    keys(offered('k1')).when(proof('k1')).then(proved('k1'));
  });

  it('retires those before it for the overlap, none longer than it would have lasted', () => {
    const nearEnd = '2026-03-05T09:00:00.000Z';
    keys(offered('k1'), proved('k1'), offered('k2'))
      .when(proof('k2'))
      .then(proved('k2'), retired('k1', '2026-03-16T09:00:00.000Z'));
    keys(offered('k1', { notAfter: nearEnd }), proved('k1'), offered('k2'))
      .when(proof('k2'))
      .then(proved('k2'), retired('k1', nearEnd));
    keys(offered('k1'), proved('k1'), retired('k1', nearEnd), offered('k2'))
      .when(proof('k2'))
      .then(proved('k2'));
    keys(offered('k1'), proved('k1'), offered('k2', { overlapDays: 0 }))
      .when(proof('k2'))
      .then(proved('k2'), retired('k1', NOW));
  });

  it('is refused with what another key’s challenge holds', () => {
    keys(offered('k1'), offered('k2')).when(proof('k1', 'digest-k2')).refused('key/proof-wrong');
  });

  it('is refused with what an earlier challenge of the same key held', () => {
    keys(offered('k1'), offered('k1', { challengeDigest: 'other' }))
      .when(proof('k1'))
      .refused('key/proof-wrong');
  });

  it('is refused once the challenge has expired', () => {
    keys(offered('k1', { challengeEndsAt: NOW }))
      .when(proof('k1'))
      .refused('key/challenge-expired');
  });

  it('is refused twice, and of a key that was revoked or is not there', () => {
    keys(offered('k1'), proved('k1')).when(proof('k1')).refused('key/already-proved');
    keys(offered('k1'), revoked('k1')).when(proof('k1')).refused('key/was-revoked');
    keys(offered('k1')).when(proof('k9')).refused('key/not-known');
  });
});

describe('revoking a key', () => {
  it('is possible at any time, once', () => {
    keys(offered('k1')).when(revocation('k1')).then(revoked('k1'));
    keys(offered('k1'), proved('k1')).when(revocation('k1')).then(revoked('k1'));
    keys(offered('k1'), revoked('k1')).when(revocation('k1')).refused('key/was-revoked');
    keys().when(revocation('k1')).refused('key/not-known');
  });
});

describe('what is sealed to', () => {
  const sealedTo = (now: string, ...facts: readonly KeyFact[]): string | undefined =>
    usableAt(facts.reduce<Keyring>(evolve, []), now)[0]?.kid;

  it('is nothing that was only offered, revoked or ended', () => {
    expect(sealedTo(NOW, offered('k1'))).toBeUndefined();
    expect(sealedTo(NOW, offered('k1'), proved('k1'), revoked('k1'))).toBeUndefined();
    expect(sealedTo(NOW, offered('k1', { notAfter: NOW }), proved('k1'))).toBeUndefined();
  });

  it('is the key that was proved last, whichever was offered last', () => {
    expect(sealedTo(NOW, offered('k1'), offered('k2'), proved('k2'), proved('k1'))).toBe('k1');
  });

  it('is the one before it while the overlap lasts, where the newest fails', () => {
    const until = '2026-03-16T09:00:00.000Z';
    const rotated = [offered('k1'), proved('k1'), offered('k2'), proved('k2'), retired('k1', until)];
    expect(sealedTo(NOW, ...rotated)).toBe('k2');
    expect(sealedTo(NOW, ...rotated, revoked('k2'))).toBe('k1');
    expect(sealedTo(until, ...rotated, revoked('k2'))).toBeUndefined();
    expect(sealedTo(NOW, ...rotated, revoked('k2'), revoked('k1'))).toBeUndefined();
  });

  it('comes to no other end by facts of keys that are not there', () => {
    expect(sealedTo(NOW, proved('k9'), revoked('k9'), retired('k9', NOW))).toBeUndefined();
  });
});
