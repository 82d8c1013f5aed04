import { FixedClock } from '@ibex/adapters/memory';
import { JoseTokenVerifier } from './token-verifier';
import { PublishedKeys, aPair, aToken } from './published-keys.fixture';
import type { FetchLimits } from './fetched-keys';
import type { Pair } from './published-keys.fixture';
import type { TrustedIssuer } from './trusted-issuer';

const START = '2026-03-02T09:00:00.000Z';
const ISSUER = 'https://login.camden.example';
const reader = { authority: 'E09000007', person: 'person-1', roles: ['duty-desk'] };
const AWAY = { code: 'access/issuer-unreachable' };
const REFUSED = { code: 'access/token-refused' };

/** Nothing is waited for unless a test says so. */
const AT_ONCE: Partial<FetchLimits> = { cooldownMs: 0, pauseMs: 0, timeoutMs: 400 };

const published = new PublishedKeys();
beforeEach(() => published.asked.splice(0));
beforeAll(() => published.open());
afterAll(() => published.close());

const trusting = (change: Partial<TrustedIssuer> = {}, fetching: Partial<FetchLimits> = {}) =>
  new JoseTokenVerifier({
    issuers: [{ issuer: ISSUER, algorithm: 'ES256', jwksUrl: `${published.origin}/keys`, ...change }],
    clock: new FixedClock(START),
    production: false,
    fetching: { ...AT_ONCE, ...fetching },
  });
const tokenOf = (pair: Pair, jti: string, typ = 'at+jwt') =>
  aToken(pair, { issuer: ISSUER, atMs: Date.parse(START), typ, claims: { jti } });

describe('an issuer’s keys at a URL', () => {
  it('are fetched when the first token comes, and once for many', async () => {
    const pair = aPair('ES256', 'camden-1');
    published.publish(pair);
    const verifier = trusting();
    await verifier.ready();
    expect(published.asked).toEqual([]);
    const tokens = await Promise.all(['a', 'b', 'c'].map((jti) => tokenOf(pair, jti)));
    const readers = await Promise.all(tokens.map((token) => verifier.verify(token)));
    expect(readers).toEqual([reader, reader, reader]);
    expect(published.asked).toEqual(['/keys']);
  });

  it('may change while the exchange runs', async () => {
    const [old, next] = [aPair('ES256', 'camden-1'), aPair('ES256', 'camden-2')];
    published.publish(old);
    const verifier = trusting();
    await verifier.verify(await tokenOf(old, 'a'));
    published.publish(old, next);
    await expect(verifier.verify(await tokenOf(next, 'b'))).resolves.toEqual(reader);
    published.publish(next);
    await expect(verifier.verify(await tokenOf(aPair('ES256', 'camden-3'), 'c'))).rejects.toMatchObject(
      REFUSED,
    );
    await expect(verifier.verify(await tokenOf(old, 'd'))).rejects.toMatchObject(REFUSED);
    expect(published.asked).toHaveLength(4);
  });

  it('are not asked for again at every token with an unknown key', async () => {
    const pair = aPair('ES256', 'camden-1');
    published.publish(pair);
    const verifier = trusting({}, { cooldownMs: 60_000 });
    await verifier.verify(await tokenOf(pair, 'a'));
    for (const kid of ['x', 'y', 'z'])
      await expect(verifier.verify(await tokenOf(aPair('ES256', kid), kid))).rejects.toMatchObject(REFUSED);
    expect(published.asked).toEqual(['/keys']);
  });

  it('are not asked for on behalf of a token of another algorithm', async () => {
    const verifier = trusting();
    await expect(verifier.verify(await tokenOf(aPair('RS256', 'camden-1'), 'a'))).rejects.toMatchObject(
      REFUSED,
    );
    await expect(verifier.verify(await tokenOf(aPair('EdDSA', 'camden-1'), 'b'))).rejects.toMatchObject(
      REFUSED,
    );
    expect(published.asked).toEqual([]);
  });

  it('of another kind beside them are passed over', async () => {
    const [pair, rsa] = [aPair('ES256', 'camden-1'), aPair('RS256', 'camden-rsa')];
    const secret = { kty: 'oct', k: 'c2VjcmV0', kid: 'camden-secret' };
    published.says({ keys: [rsa.jwk, secret, null, 'key', { ...pair.jwk, kid: 7 }, pair.jwk] });
    const verifier = trusting();
    await expect(verifier.verify(await tokenOf(pair, 'a'))).resolves.toEqual(reader);
    await expect(verifier.verify(await tokenOf(rsa, 'b'))).rejects.toMatchObject(REFUSED);
  });

  it.each([
    ['cannot be read', (pair: Pair) => [{ ...pair.jwk, x: 'AAAA' }]],
    ['share a name', (pair: Pair) => [pair.jwk, { ...aPair('ES256', pair.kid).jwk }]],
  ])('are not taken when they %s', async (_, keysOf) => {
    const pair = aPair('ES256', 'camden-1');
    published.says({ keys: keysOf(pair) });
    await expect(trusting().verify(await tokenOf(pair, 'a'))).rejects.toMatchObject(REFUSED);
  });

  it.each(['RS256', 'PS256'] as const)('may be RSA keys where the entry says %s', async (algorithm) => {
    const pair = aPair(algorithm, 'camden-1');
    published.publish(pair);
    await expect(trusting({ algorithm }).verify(await tokenOf(pair, 'a'))).resolves.toEqual(reader);
    const other = { ...pair, alg: algorithm === 'RS256' ? 'PS256' : 'RS256' };
    await expect(trusting({ algorithm }).verify(await tokenOf(other, 'b'))).rejects.toMatchObject(REFUSED);
  });

  it('are not taken when they are too weak or private', async () => {
    const pair = aPair('RS256', 'camden-1');
    published.says({ keys: [{ ...pair.jwk, n: Buffer.alloc(128, 7).toString('base64url') }] });
    const verifier = trusting({ algorithm: 'RS256' });
    await expect(verifier.verify(await tokenOf(pair, 'a'))).rejects.toMatchObject(REFUSED);
    published.says({ keys: [{ ...pair.jwk, d: 'AAAA' }] });
    await expect(verifier.verify(await tokenOf(pair, 'b'))).rejects.toMatchObject(REFUSED);
  });
});

describe('an issuer that does not give its keys', () => {
  const faults: readonly (readonly [string, string, () => void])[] = [
    ['answers 500', 'answered 500', () => answers(500, '{"keys":[]}')],
    ['sends elsewhere', 'answered 302', () => answers(302, '', { location: '/elsewhere' })],
    ['answers a page', 'answer is not JSON', () => answers(200, '<html>')],
    ['answers no key set', 'no key set', () => answers(200, '{"keys":{}}')],
    ['answers without end', 'answer longer than 262144 bytes', () => answers(200, 'x'.repeat(400_000))],
    ['does not answer', 'too slow', () => (published.answer = () => undefined)],
    ['does not end its answer', 'too slow', () => (published.answer = (_, to) => to.write('{"keys":'))],
    ['hangs up', 'no connection', () => (published.answer = (from) => from.socket.destroy())],
  ];
  const answers = (status: number, text: string, headers: Readonly<Record<string, string>> = {}): void => {
    published.answer = (_, to) => to.writeHead(status, headers).end(text);
  };

  it.each(faults)('because it %s makes nobody a stranger: try again later', async (_, reason, plant) => {
    plant();
    const pair = aPair('ES256', 'camden-1');
    const verifier = trusting();
    const fault = await verifier.verify(await tokenOf(pair, 'a')).catch((error: unknown) => error);
    expect(fault).toMatchObject({
      ...AWAY,
      message: `the keys of issuer ${ISSUER} cannot be fetched (${reason})`,
    });
    expect(published.asked).toEqual(['/keys']);
    published.publish(pair);
    await expect(verifier.verify(await tokenOf(pair, 'a'))).resolves.toEqual(reader);
  });

  it('is left in peace for a while after a failure', async () => {
    answers(500, '');
    const verifier = trusting({}, { pauseMs: 60_000 });
    for (const kid of ['x', 'y', 'z'])
      await expect(verifier.verify(await tokenOf(aPair('ES256', kid), kid))).rejects.toMatchObject(AWAY);
    expect(published.asked).toEqual(['/keys']);
  });

  it('may be away for a while: keys that were seen lately still count, and of others nobody knows', async () => {
    const [pair, next] = [aPair('ES256', 'camden-1'), aPair('ES256', 'camden-2')];
    published.publish(pair);
    const verifier = trusting({}, { freshMs: 0 });
    await verifier.verify(await tokenOf(pair, 'a'));
    answers(500, '');
    await expect(verifier.verify(await tokenOf(pair, 'b'))).resolves.toEqual(reader);
    await expect(verifier.verify(await tokenOf(next, 'c'))).rejects.toMatchObject(AWAY);
    expect(published.asked).toHaveLength(3);
  });

  it('may not be away for ever', async () => {
    const pair = aPair('ES256', 'camden-1');
    published.publish(pair);
    const verifier = trusting({}, { freshMs: 0, staleMs: 0 });
    await verifier.verify(await tokenOf(pair, 'a'));
    answers(500, '');
    await expect(verifier.verify(await tokenOf(pair, 'b'))).rejects.toMatchObject(AWAY);
  });
});

describe('keys found by discovery', () => {
  const discovering = () =>
    trusting({ issuer: published.origin, discovery: true, jwksUrl: undefined as never });
  const leadsTo = (pair: Pair, document: Readonly<Record<string, unknown>>): void => {
    published.answer = (from, to) =>
      to.end(JSON.stringify(from.url === '/keys' ? { keys: [pair.jwk] } : document));
  };
  const own = (pair: Pair) => aToken(pair, { issuer: published.origin, atMs: Date.parse(START) });

  it('are where the issuer’s configuration says', async () => {
    const pair = aPair('ES256', 'camden-1');
    leadsTo(pair, { issuer: published.origin, jwks_uri: `${published.origin}/keys` });
    await expect(discovering().verify(await own(pair))).resolves.toEqual(reader);
    expect(published.asked).toEqual(['/.well-known/openid-configuration', '/keys']);
  });

  it.each([
    ['of another issuer', () => ({ issuer: ISSUER, jwks_uri: `${published.origin}/keys` })],
    [
      'that leads elsewhere',
      () => ({
        issuer: published.origin,
        jwks_uri: `${published.origin.replace('127.0.0.1', 'localhost')}/keys`,
      }),
    ],
    ['that leads nowhere', () => ({ issuer: published.origin })],
    [
      'with a password',
      () => ({ issuer: published.origin, jwks_uri: published.origin.replace('//', '//u:p@') }),
    ],
  ])('are not fetched by a configuration %s', async (_, document) => {
    const pair = aPair('ES256', 'camden-1');
    leadsTo(pair, document());
    await expect(discovering().verify(await own(pair))).rejects.toMatchObject(AWAY);
    expect(published.asked).toEqual(['/.well-known/openid-configuration']);
  });
});
