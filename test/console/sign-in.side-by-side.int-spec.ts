import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { OpenIdProvider } from '@ibex/adapters/oidc';
import { SystemClock } from '@ibex/runtime';
import { postgresServer } from '@ibex/testing';
import { readConfig } from '../../apps/console/src/config';
import { openConsole } from '../../apps/console/src/console';
import { aPair } from '../../libs/adapters/src/jose/published-keys.fixture';
import { ExchangeInProcess } from '../support/exchange-in-process';
import { CLIENT, PlantingProvider } from './sign-in.provider';
import type { Planted } from './sign-in.provider';
import { Agent } from './support/agent';
import { buildAssets } from './support/built';

const SESSION = '__Host-ibex';
const START = '/console/sign-in/start?provider=planting';

const postgres = postgresServer();
const provider = new PlantingProvider();
const home = mkdtempSync(join(tmpdir(), 'ibex-side-by-side-'));
const consoles: NestFastifyApplication[] = [];
const urls: string[] = [];
let exchange: ExchangeInProcess;

const written = (name: string, text: string): string => {
  const file = join(home, name);
  writeFileSync(file, text, { mode: 0o600 });
  return file;
};

beforeAll(async () => {
  buildAssets();
  await provider.open();
  const issuers = [provider.trusted];
  exchange = await ExchangeInProcess.start(home, undefined, { issuers, prepare: () => undefined });
  const entry = { id: 'planting', name: 'Croydon', issuer: provider.issuer, clientId: CLIENT };
  const clientSecretFile = written('secret', 'not-a-real-one');
  const settings = {
    ...{ NODE_ENV: 'test', IBEX_LOG_LEVEL: 'silent', IBEX_HOME: home },
    IBEX_CONSOLE_EXCHANGE: await exchange.listen(),
    IBEX_CONSOLE_KEY_FILE: written('key', randomBytes(32).toString('base64')),
    IBEX_CONSOLE_SIGN_IN_FILE: written(
      'list.json',
      JSON.stringify([{ ...entry, clientSecretFile, algorithm: 'ES256' }]),
    ),
    IBEX_POSTGRES: await postgres().database(),
  };
  for (const app of await Promise.all([1, 2].map(() => openConsole(readConfig(settings))))) {
    await app.listen(0, '127.0.0.1');
    consoles.push(app);
    urls.push(await app.getUrl());
  }
}, 120_000);
afterAll(async () => {
  for (const app of consoles) await app.close();
  await exchange.stop();
  await provider.close();
  rmSync(home, { recursive: true });
});
beforeEach(() => {
  provider.planted = {};
  provider.accessSeconds = 300;
});

const agentAt = (number: 0 | 1): Agent => new Agent(urls[number] ?? '');
const isIn = async (agent: Agent): Promise<boolean> => (await agent.get('/console')).path === '/console';
/** The same browser at the other console. */
const alsoAt = (number: 0 | 1, agent: Agent): Agent => {
  const other = agentAt(number);
  other.setCookie(SESSION, agent.cookie(SESSION));
  return other;
};
const signedInAt = async (number: 0 | 1): Promise<Agent> => {
  const agent = agentAt(number);
  expect((await agent.get(START)).path).toBe('/console');
  return agent;
};

describe('two consoles on one database', () => {
  it('take a session that began at either', async () => {
    const agent = await signedInAt(0);
    const other = alsoAt(1, agent);
    expect([await isIn(agent), await isIn(other)]).toEqual([true, true]);
    const stranger = agentAt(1);
    stranger.setCookie(SESSION, 'x'.repeat(43));
    expect(await isIn(stranger)).toBe(false);
  });

  it('finish a sign-in that began at the other', async () => {
    const agent = agentAt(0);
    const begun = await agent.once(START);
    const back = await fetch(begun.headers.get('location') ?? '', { redirect: 'manual' });
    const { pathname, search } = new URL(back.headers.get('location') ?? '');
    const other = agentAt(1);
    other.setCookie('__Host-ibex-sign-in', agent.cookie('__Host-ibex-sign-in'));
    expect((await other.get(`${pathname}${search}`)).path).toBe('/console');
    expect(await isIn(alsoAt(0, other))).toBe(true);
  });

  it('both let nobody in who signed out at one', async () => {
    const agent = await signedInAt(0);
    const other = alsoAt(1, agent);
    const page = await other.submit('/console', {}, { action: '/sign-out' });
    expect(page.path).toBe('/console/signed-out');
    const before = alsoAt(1, agent);
    expect([await isIn(agent), await isIn(before)]).toEqual([false, false]);
  });

  it('both end what the provider tells one of them has ended, and nothing else', async () => {
    const agent = await signedInAt(0);
    const { login } = provider;
    const another = await signedInAt(1);
    const token = await provider.logoutToken(login);
    const told = await agentAt(1).post('/console/back-channel-logout/planting', { logout_token: token });
    expect(told.status).toBe(200);
    expect([await isIn(agent), await isIn(alsoAt(1, agent))]).toEqual([false, false]);
    expect([await isIn(another), await isIn(alsoAt(0, another))]).toEqual([true, true]);
  });

  it('end no later session by a logout token that one of them has had', async () => {
    const agent = await signedInAt(0);
    const everything = { logout_token: await provider.logoutToken() };
    const told = await agentAt(0).post('/console/back-channel-logout/planting', everything);
    expect([told.status, await isIn(agent)]).toEqual([200, false]);
    const later = await signedInAt(1);
    for (const number of [0, 1] as const) {
      const again = await agentAt(number).post('/console/back-channel-logout/planting', everything);
      expect([again.status, await isIn(later)]).toEqual([200, true]);
    }
  });

  it('renew a token once, whoever of them needs it first', async () => {
    provider.accessSeconds = 25;
    const agent = await signedInAt(0);
    provider.accessSeconds = 300;
    const before = provider.renewals;
    const others = [agent, alsoAt(1, agent), alsoAt(0, agent), alsoAt(1, agent)];
    const pages = await Promise.all(others.map((each) => each.get('/console/desk')));
    expect(pages.map(({ status, path }) => [status, path])).toEqual(others.map(() => [200, '/console/desk']));
    expect(provider.renewals).toBe(before + 1);
  });
});

const past = (seconds: number): number => Math.floor(Date.now() / 1_000) - seconds;
const FAULTS: Readonly<Record<string, Planted>> = {
  'the nonce of another sign-in': { claims: { nonce: 'another' } },
  'no nonce': { claims: { nonce: undefined } },
  'another client as its audience': { claims: { aud: 'another' } },
  'another issuer': { claims: { iss: 'https://evil.example' } },
  'an end that is over': { claims: { exp: past(120) } },
  'nobody as its subject': { claims: { sub: undefined } },
  'a key that is not the provider’s': { signedBy: aPair('ES256', 'planting') },
  'another algorithm': { signedBy: aPair('EdDSA', 'planting') },
};

describe('a sign-in whose ID token holds', () => {
  it.each(Object.keys(FAULTS))('%s is refused', async (name) => {
    provider.planted = FAULTS[name] ?? {};
    const agent = agentAt(0);
    const page = await agent.get(START);
    expect([page.status, page.heading]).toEqual([400, 'Signing in did not work']);
    expect(agent.cookie(SESSION)).toBeUndefined();
    provider.planted = {};
    expect((await agent.get(START)).path).toBe('/console');
  });
});

describe('a provider that is reached by another address than browsers know', () => {
  const reached = (issuer: string): OpenIdProvider =>
    new OpenIdProvider({
      ...{ id: 'x', name: 'x', issuer, clientId: CLIENT, clientSecret: 'x', scope: 'openid' },
      metadataUrl: `${provider.issuer}/.well-known/openid-configuration`,
      ...{ algorithm: 'ES256', claimRules: {}, clock: new SystemClock(), production: false },
      logoutTokens: { verify: () => Promise.reject(new Error('not asked')) },
    });

  it('is asked there', async () => {
    const begun = await reached(provider.issuer).begin('http://127.0.0.1/console/sign-in/callback');
    expect(new URL(begun.address).origin).toBe(provider.issuer);
  });

  it('is refused where it calls itself by another name than the list does', async () => {
    await expect(reached('http://localhost:1').begin('http://127.0.0.1/x')).rejects.toMatchObject({
      code: 'sign-in/refused',
      message: expect.stringContaining('another-issuer') as string,
    });
  });
});
