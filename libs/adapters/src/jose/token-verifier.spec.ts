import { generateKeyPairSync } from 'node:crypto';
import { FixedClock } from '@ibex/adapters/memory';
import type { Reader } from '@ibex/kernel';
import { SignJWT } from 'jose';
import type { JWK } from 'jose';
import { DevelopmentIssuer } from './development-issuer';
import { newSigningKey } from './signing-key';
import { JoseTokenVerifier } from './token-verifier';
import type { VerifierOptions } from './token-verifier';

const START = '2026-03-02T09:00:00.000Z';
const worker: Reader = {
  authority: 'E09000012',
  person: 'person-1',
  roles: ['placing-practitioner', 'mash'],
};

const atWork = async (more: Partial<VerifierOptions> = {}) => {
  const clock = new FixedClock(START);
  const issuer = new DevelopmentIssuer({ key: await newSigningKey(), clock, production: false });
  const verifier = new JoseTokenVerifier({ issuers: [issuer.trusted], clock, ...more });
  return { clock, issuer, verifier };
};

describe('access tokens', () => {
  it('say who asks, for which authority and in which roles', async () => {
    const { issuer, verifier } = await atWork();
    await expect(verifier.verify(await issuer.issue(worker))).resolves.toEqual(worker);
  });

  it('are refused once they have expired, although they were verified before', async () => {
    const { clock, issuer, verifier } = await atWork();
    const token = await issuer.issue(worker, 60);
    await verifier.verify(token);
    clock.set('2026-03-02T09:01:04.000Z');
    await expect(verifier.verify(token)).resolves.toEqual(worker);
    clock.set('2026-03-02T09:01:06.000Z');
    await expect(verifier.verify(token)).rejects.toMatchObject({ code: 'access/token-refused' });
  });

  it('are refused when too old, whatever end they claim for themselves', async () => {
    const { clock, issuer, verifier } = await atWork({ maxAgeSeconds: 600 });
    const token = await issuer.issue(worker, 86_400);
    await verifier.verify(token);
    clock.set('2026-03-02T09:10:06.000Z');
    await expect(verifier.verify(token)).rejects.toMatchObject({ code: 'access/token-refused' });
  });

  it('are refused from the moment they are revoked, although they were verified before', async () => {
    const revoked = new Set<string>();
    const { issuer, verifier } = await atWork({
      isRevoked: ({ jti }) => jti !== undefined && revoked.has(jti),
    });
    const token = await issuer.issue(worker);
    await verifier.verify(token);
    const { jti } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as {
      jti: string;
    };
    revoked.add(jti);
    await expect(verifier.verify(token)).rejects.toThrow('the token was revoked');
  });

  it('are refused when their issuer does not speak for the authority', async () => {
    const { clock, issuer } = await atWork();
    const verifier = new JoseTokenVerifier({
      issuers: [{ ...issuer.trusted, authorities: ['E09000008'] }],
      clock,
    });
    await expect(verifier.verify(await issuer.issue(worker))).rejects.toThrow(
      'does not speak for that authority',
    );
  });

  it('carry only the roles that are known here', async () => {
    const { issuer, verifier } = await atWork();
    const token = await issuer.issue({ ...worker, roles: ['mash', 'emperor' as 'mash'] });
    await expect(verifier.verify(token)).resolves.toEqual({ ...worker, roles: ['mash'] });
  });
});

describe('an authority’s own issuer', () => {
  const issuerName = 'https://login.hackney.example';
  const es256 = () => {
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const publicJwk = { ...pair.publicKey.export({ format: 'jwk' }), kid: 'hackney-1' } as JWK;
    return { ...pair, publicJwk };
  };
  const tokenOf = (pair: ReturnType<typeof es256>) =>
    new SignJWT({ authority: 'E09000012', roles: ['system-client'] })
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'hackney-1' })
      .setIssuer(issuerName)
      .setAudience('ibex')
      .setSubject('case-system')
      .setIssuedAt(Date.parse(START) / 1000)
      .setExpirationTime(Date.parse(START) / 1000 + 300)
      .sign(pair.privateKey);

  it('may sign with ES256', async () => {
    const pair = es256();
    const trusted = { issuer: issuerName, algorithm: 'ES256', keys: [pair.publicJwk] } as const;
    const verifier = new JoseTokenVerifier({ issuers: [trusted], clock: new FixedClock(START) });
    await expect(verifier.verify(await tokenOf(pair))).resolves.toEqual({
      authority: 'E09000012',
      person: 'case-system',
      roles: ['system-client'],
    });
  });

  it('cannot sign for another issuer', async () => {
    const { clock, issuer } = await atWork();
    const pair = es256();
    const trusted = {
      issuer: 'https://login.croydon.example',
      algorithm: 'ES256',
      keys: [pair.publicJwk],
    } as const;
    const verifier = new JoseTokenVerifier({ issuers: [trusted, issuer.trusted], clock });
    await expect(verifier.verify(await tokenOf(pair))).rejects.toThrow('the issuer is not trusted here');
  });

  it.each([
    ['has no name', { kid: '' }],
    ['is private', { d: 'AAAA' }],
    ['is of another kind', { crv: 'P-384' }],
  ])('is not taken on with a key that %s', async (_, change) => {
    const trusted = {
      issuer: issuerName,
      algorithm: 'ES256',
      keys: [{ ...es256().publicJwk, ...change }],
    } as const;
    const verifier = new JoseTokenVerifier({ issuers: [trusted], clock: new FixedClock(START) });
    await expect(verifier.ready()).rejects.toMatchObject({ code: 'jose/key-not-valid' });
  });
});

describe('the development issuer', () => {
  it('refuses to exist in production', async () => {
    const key = await newSigningKey();
    expect(() => new DevelopmentIssuer({ key, clock: new FixedClock(), production: true })).toThrow(
      'does not run in production',
    );
  });
});
