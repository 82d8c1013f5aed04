import { FixedClock } from '@ibex/adapters/memory';
import { parseIssuers } from './issuers-file';
import { aPair, aToken } from './published-keys.fixture';
import { JoseTokenVerifier } from './token-verifier';
import type { TrustedIssuer } from './trusted-issuer';

const START = '2026-03-02T09:00:00.000Z';
const ISSUER = 'https://login.camden.example';
const pair = aPair('ES256', 'camden-1');

type Claims = Readonly<Record<string, unknown>>;
const trusted: TrustedIssuer = { issuer: ISSUER, algorithm: 'ES256', keys: [pair.jwk] };
const read = async (change: Partial<TrustedIssuer>, claims: Claims, typ = 'at+jwt') => {
  const issuers = [{ ...trusted, ...change }];
  const verifier = new JoseTokenVerifier({ issuers, clock: new FixedClock(START) });
  return verifier.verify(await aToken(pair, { issuer: ISSUER, atMs: Date.parse(START), typ, claims }));
};

describe('an issuer whose claims have other names', () => {
  it('may keep roles, authority and person where it likes', async () => {
    const claims = {
      authority: 'https://claims.example/gss',
      roles: ['realm_access', 'roles'],
      person: 'oid',
    };
    const said = {
      sub: 'pairwise',
      oid: 'person-2',
      roles: ['operator'],
      'https://claims.example/gss': 'E09000008',
      realm_access: { roles: ['mash', 'offline_access'] },
    };
    await expect(read({ claims }, said)).resolves.toEqual({
      authority: 'E09000008',
      person: 'person-2',
      roles: ['mash'],
    });
  });

  it('may speak for its one authority without a claim, whatever a claim says', async () => {
    await expect(read({ speaksAs: 'E09000008' }, { authority: 'E09000033' })).resolves.toMatchObject({
      authority: 'E09000008',
    });
  });

  it('may call our roles as it likes, and then ours mean nothing', async () => {
    const roleNames = { 'IBEX.DutyDesk': 'duty-desk' } as const;
    await expect(read({ roleNames }, { roles: ['IBEX.DutyDesk', 'operator'] })).resolves.toMatchObject({
      roles: ['duty-desk'],
    });
    await expect(read({ roleNames }, { roles: ['constructor'] })).rejects.toThrow('no role that is known');
  });

  it('may have its own name for this exchange', async () => {
    await expect(read({ audience: 'api://ibex' }, { aud: 'api://ibex' })).resolves.toMatchObject({
      authority: 'E09000007',
    });
    await expect(read({ audience: 'api://ibex' }, { aud: 'ibex' })).rejects.toThrow('claim aud is not right');
  });

  it.each([
    ['one that inherits its name', { claims: { authority: ['constructor', 'name'] } }, {}],
    ['one inside a text', { claims: { authority: ['sub', '0'] } }, {}],
    ['none', { claims: { roles: ['realm_access', 'roles'] } }, {}],
  ])('is not read by %s', async (_, change, claims) => {
    await expect(read(change, claims)).rejects.toMatchObject({ code: 'access/token-refused' });
  });
});

describe('an issuer that calls its access tokens JWT', () => {
  it('is heard when its entry says so, and then only under that name', async () => {
    await expect(read({ tokenType: 'JWT' }, {}, 'JWT')).resolves.toMatchObject({ person: 'person-1' });
    await expect(read({ tokenType: 'JWT' }, {}, 'at+jwt')).rejects.toThrow('claim typ is not right');
    await expect(read({}, {}, 'JWT')).rejects.toThrow('claim typ is not right');
  });

  it.each([
    ['its digest of an access token', { at_hash: 'AAAA' }],
    ['its digest of a code', { c_hash: 'AAAA' }],
    ['its own word', { typ: 'ID' }],
  ])('cannot pass off an ID token, known by %s', async (_, claims) => {
    await expect(read({ tokenType: 'JWT' }, claims, 'JWT')).rejects.toThrow('is no access token');
  });
});

describe('the list of issuers', () => {
  const list = (change: Claims): string => JSON.stringify([{ ...trusted, ...change }]);

  it('is taken as it stands', () => {
    expect(parseIssuers(list({}))).toEqual([trusted]);
  });

  it.each([
    ['is no JSON', '[', 'it is not JSON'],
    ['is empty', '[]', 'at least one issuer'],
    ['is no list', '{}', 'at least one issuer'],
    ['holds something else', '[1]', 'an entry is not an object'],
    ['names a field that there is not', list({ jwksuri: 'x' }), 'there is no field jwksuri'],
    ['has no issuer', list({ issuer: '' }), 'issuer is missing'],
    ['has another algorithm', list({ algorithm: 'HS256' }), 'algorithm must be'],
    ['has another token type', list({ tokenType: 'id+jwt' }), 'tokenType must be'],
    ['leads to nothing', list({ claims: { roles: [] } }), 'claims must be names'],
    ['takes a name for a person', list({ claims: { person: 'email' } }), 'tells who somebody is'],
    ['makes up a role', list({ roleNames: { a: 'root' } }), 'roleNames must lead to roles'],
    ['speaks for nobody', list({ speaksAs: 'Camden' }), 'speaksAs must be a GSS code'],
    ['lists nobody', list({ authorities: ['Camden'] }), 'authorities must be GSS codes'],
    ['has one twice', JSON.stringify([trusted, trusted]), 'one issuer is there twice'],
  ])('is not taken when it %s', (_, text, fault) => {
    expect(() => parseIssuers(text)).toThrow(fault);
  });

  it.each([
    ['no keys', { keys: undefined }],
    ['keys from two places', { discovery: true }],
    ['keys over plain http', { keys: undefined, jwksUrl: 'http://127.0.0.1:1/keys' }],
    ['keys with a password', { keys: undefined, jwksUrl: 'https://u:p@login.camden.example/keys' }],
    ['keys from a file', { keys: undefined, jwksUrl: 'file:///etc/passwd' }],
  ])('stops the start when an issuer has %s', async (_, change) => {
    const issuers = [{ ...trusted, ...change }] as readonly TrustedIssuer[];
    const verifier = new JoseTokenVerifier({ issuers, clock: new FixedClock(START) });
    await expect(verifier.ready()).rejects.toMatchObject({ code: 'jose/issuer-not-valid' });
  });

  it('takes plain http outside production from this machine only', async () => {
    const other = { ...trusted, keys: undefined, jwksUrl: 'http://login.camden.example/keys' };
    const issuers = [other] as readonly unknown[] as readonly TrustedIssuer[];
    const verifier = new JoseTokenVerifier({ issuers, clock: new FixedClock(START), production: false });
    await expect(verifier.ready()).rejects.toMatchObject({ code: 'jose/issuer-not-valid' });
  });
});
