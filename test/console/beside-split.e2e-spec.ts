import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { startSplit } from '../../apps/cli/src/engines/split';
import type { Split } from '../../apps/cli/src/engines/split';
import { readConfig } from '../../apps/console/src/config';
import { openConsole } from '../../apps/console/src/console';
import { Gateway, freePort } from '../deploy/gateway.process';
import { Desk } from '../support/desk';
import { CLIENT, PlantingProvider } from './sign-in.provider';
import { Agent } from './support/agent';
import { buildAssets } from './support/built';

const CAMDEN = 'E09000007';
const CROYDON = 'E09000008';
const ALMOST_20_MB = 20 * 1_000_000 - 1_000;
const START_MS = 240_000;

const provider = new PlantingProvider();
const home = mkdtempSync(join(tmpdir(), 'ibex-beside-split-'));
let split: Split;
let gateway: Gateway;
let pages: NestFastifyApplication;
let agent: Agent;

const written = (name: string, text: string): string => {
  const file = join(home, name);
  writeFileSync(file, text, { mode: 0o600 });
  return file;
};
const settings = () => {
  const entry = { id: 'planting', name: 'Croydon', issuer: provider.issuer, clientId: CLIENT };
  const clientSecretFile = written('secret', 'not-a-real-one');
  return {
    ...{ NODE_ENV: 'test', IBEX_LOG_LEVEL: 'silent', IBEX_HOME: home },
    ...{ IBEX_PUBLIC_URL: gateway.url, IBEX_CONSOLE_EXCHANGE: gateway.url },
    IBEX_CONSOLE_KEY_FILE: written('key', randomBytes(32).toString('base64')),
    IBEX_CONSOLE_SIGN_IN_FILE: written(
      'list.json',
      JSON.stringify([{ ...entry, clientSecretFile, algorithm: 'ES256' }]),
    ),
  };
};
const placeOf = (app: 'intake-api' | 'view-api'): string => new URL(split.of(app)[0]?.url ?? '').host;

beforeAll(async () => {
  buildAssets();
  await provider.open();
  const issuers = written('issuers.json', JSON.stringify([provider.trusted]));
  split = await startSplit({
    ...{ members: [CAMDEN, CROYDON], kafka: 'none' },
    ...{ counts: { 'intake-api': 1, 'view-api': 1, relay: 1 }, settings: { IBEX_ISSUERS_FILE: issuers } },
  });
  const port = await freePort();
  const places = { intake: placeOf('intake-api'), view: placeOf('view-api') };
  gateway = await Gateway.start({ ...places, pages: `127.0.0.1:${port}` });
  pages = await openConsole(readConfig(settings()));
  await pages.listen(port, '127.0.0.1');
  agent = new Agent(gateway.url);
  provider.roles = ['duty-desk', 'placing-practitioner'];
}, START_MS);
afterAll(async () => {
  await pages.close();
  await gateway.stop();
  await split.stopAll();
  await provider.close();
  rmSync(home, { recursive: true });
}, 60_000);

const report = async (localId: string): Promise<void> => {
  const camden = new Desk(
    gateway.url,
    (by, ...roles) => provider.accessTokenOf(by, ...roles),
    CAMDEN,
    'duty-desk',
  );
  const answer = await camden.post('/v1/missing-episodes', {
    child: { localId, forename: 'Tilly', surname: 'Invented', dateOfBirth: '2011-03-09' },
    ...{ kind: 'M', from: 'care', host: CROYDON, risk: 'high' },
    lastSeen: { at: new Date(Date.now() - 3_600_000).toISOString() },
    contacts: { outOfHours: { name: 'Emergency duty team', phone: '020 7946 0101' } },
  });
  expect([answer.status, answer.text.slice(0, 200)]).toEqual([201, expect.any(String)]);
};
/** What the live inbox has said until it says that. */
const heardUntil = async (words: string, work: () => Promise<void>): Promise<string> => {
  const stop = new AbortController();
  const headers = { cookie: `__Host-ibex=${agent.cookie('__Host-ibex') ?? ''}` };
  const answer = await fetch(`${gateway.url}/console/desk/live`, { headers, signal: stop.signal });
  let heard = '';
  let worked: Promise<void> | undefined;
  const decoder = new TextDecoder();
  for await (const part of answer.body ?? []) {
    heard += decoder.decode(part, { stream: true });
    worked ??= work();
    if (heard.includes(words)) break;
  }
  await worked;
  stop.abort();
  return heard;
};

describe('a console beside the split, behind the gateway', () => {
  it('lets somebody in', async () => {
    const page = await agent.get('/console/sign-in/start?provider=planting');
    expect([page.status, page.path]).toEqual([200, '/console']);
    expect(page.html).toContain('<span class="ibex-header__authority">Croydon</span>');
  });

  it('shows a notice as it comes, while the page stands open', async () => {
    expect(await heardUntil('Reported missing', () => report('BESIDE-1'))).toContain('from Camden');
  }, 60_000);

  it('shows on the next page what was just done, which other processes took in', async () => {
    const inbox = await agent.get('/console/desk');
    const page = await agent.get(inbox.linkTo('Reported missing'));
    const after = await agent.send(page, {}, { action: '/acknowledgement' });
    expect(after.text).toContain('Acknowledged by you');
  }, 60_000);

  it('takes a return with a file of almost 20 MB', async () => {
    const page = await agent.get('/console/tell/upload');
    const content = `CHILD,DECOM\n${'x'.repeat(ALMOST_20_MB)}`;
    const taken = await agent.upload(
      page,
      {},
      { field: 'files', name: 'SSDA903_2025_episodes.csv', content },
    );
    expect([taken.status, taken.path.split('?')[0]]).toEqual([
      200,
      expect.stringMatching(/^\/console\/tell\/upload\/[\w-]+$/),
    ]);
  }, 60_000);

  it('is not reached past its pages', async () => {
    for (const path of ['/health/ready', '/trial-sign-in/auth'])
      expect([path, (await agent.once(path)).status]).toEqual([path, 404]);
  });
});
