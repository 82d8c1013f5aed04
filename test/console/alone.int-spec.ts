import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { readConfig } from '../../apps/console/src/config';
import { openConsole } from '../../apps/console/src/console';
import { freePort } from '../deploy/gateway.process';
import { Agent } from './support/agent';
import { buildAssets } from './support/built';

const home = mkdtempSync(join(tmpdir(), 'ibex-console-alone-'));
const settings = { IBEX_HOME: home, IBEX_PORT: '0', IBEX_LOG_LEVEL: 'silent', NODE_ENV: 'test' };
const opened: NestFastifyApplication[] = [];

const start = async (more: Readonly<Record<string, string>> = {}): Promise<Agent> => {
  const app = await openConsole(readConfig({ ...settings, ...more }));
  opened.push(app);
  await app.listen(0, '127.0.0.1');
  return new Agent(await app.getUrl());
};

beforeAll(() => buildAssets());
afterEach(async () => {
  for (const app of opened.splice(0)) await app.close();
});
afterAll(() => rmSync(home, { recursive: true }));

const faultOf = (work: () => unknown): string => {
  try {
    work();
    return 'none';
  } catch (error) {
    return String(error);
  }
};

describe('a console that runs alone', () => {
  it('says that it is alive and ready, and leads people to its pages', async () => {
    const agent = await start();
    for (const check of ['live', 'start', 'ready'])
      expect([check, (await agent.once(`/health/${check}`)).status]).toEqual([check, 200]);
    const page = await agent.get('/');
    expect([page.path.split('?')[0], page.status]).toEqual(['/console/sign-in', 200]);
  });

  it('tells health and measures on a port of their own where it has one, and not beside the pages', async () => {
    const metricsPort = await freePort();
    const agent = await start({ IBEX_METRICS_PORT: String(metricsPort) });
    const management = new Agent(`http://127.0.0.1:${metricsPort}`);
    expect((await agent.get('/console/sign-in')).status).toBe(200);
    for (const check of ['live', 'start', 'ready'])
      expect([check, (await management.once(`/health/${check}`)).status]).toEqual([check, 200]);
    const measures = await (await management.once('/metrics')).text();
    expect(measures).toContain(
      'ibex_http_request_seconds_count{route="/console/sign-in",method="GET",status="200"} 1',
    );
    expect(measures).toContain('nodejs_eventloop_lag_p99_seconds');
    expect((await agent.once('/health/ready')).status).toBe(404);
  });

  it('lets nobody in until somebody has said where to sign in, and says so', async () => {
    const page = await (await start()).get('/console/sign-in');
    expect(page.text).toContain('Nobody has set up where to sign in yet');
    expect(page.html).not.toContain('account=');
  });

  it('has no trial accounts', async () => {
    const agent = await start();
    const page = await agent.get('/console/sign-in/start?provider=trial');
    expect(page.status).toBe(404);
    expect((await agent.once('/trial-sign-in/auth')).status).toBe(404);
  });

  it('lists the places of its file, and says when one of them is away', async () => {
    const file = join(home, 'sign-in.json');
    const secret = join(home, 'secret');
    writeFileSync(secret, 'not-a-real-one\n');
    const entry = { issuer: 'http://127.0.0.1:1', clientId: 'ibex-console', clientSecretFile: secret };
    writeFileSync(file, JSON.stringify([{ id: 'camden', name: 'Camden', ...entry }]));
    const agent = await start({ IBEX_CONSOLE_SIGN_IN_FILE: file });
    const page = await agent.get('/console/sign-in');
    const away = await agent.get(page.linkTo('Camden'));
    expect([away.status, away.heading]).toEqual([503, 'Signing in did not work']);
    expect(away.text).toContain('cannot be reached now');
  });

  it('does not start on a list that is not right', () => {
    const file = join(home, 'wrong.json');
    writeFileSync(file, JSON.stringify([{ id: 'trial', name: 'x' }]));
    return expect(
      openConsole(readConfig({ ...settings, IBEX_CONSOLE_SIGN_IN_FILE: file })),
    ).rejects.toMatchObject({
      code: 'sign-in/provider-not-valid',
    });
  });

  it('asks in production for its key and its address, all at once', () => {
    const fault = faultOf(() => readConfig({ ...settings, NODE_ENV: 'production' }));
    expect(fault).toMatch(/IBEX_PUBLIC_URL[\s\S]*IBEX_CONSOLE_KEY_FILE/);
  });
});
