import { ConsoleInProcess } from './support/console-in-process';

describe('a console in production', () => {
  let ibex: ConsoleInProcess;
  beforeAll(async () => {
    const gathering = { publicUrl: 'https://ibex.example', mailDomains: [] };
    ibex = await ConsoleInProcess.start({ server: { isProduction: true, gathering } });
  });
  afterAll(() => ibex.stop());

  it('has no trial accounts, and no place where they would sign in', async () => {
    const agent = ibex.anybody();
    const page = await agent.get('/console/sign-in');
    expect(page.text).not.toContain('Trial');
    expect((await agent.get('/console/sign-in/start?provider=trial')).status).toBe(404);
    for (const path of [
      '/trial-sign-in/auth?client_id=ibex-console',
      '/trial-sign-in/token',
      '/trial-sign-in/jwks',
    ])
      expect([path, (await agent.once(path)).status]).toEqual([path, 404]);
  });
});

describe('an exchange that trusts issuers of its own choosing', () => {
  it('has none either', async () => {
    const ibex = await ConsoleInProcess.start({ server: { issuersFile: '/etc/ibex/issuers.json' } });
    const agent = ibex.anybody();
    expect((await agent.get('/console/sign-in')).html).not.toContain('account=');
    expect((await agent.once('/trial-sign-in/jwks')).status).toBe(404);
    await ibex.stop();
  });
});
