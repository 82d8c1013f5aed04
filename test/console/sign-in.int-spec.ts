import { BOROUGHS, ConsoleInProcess } from './support/console-in-process';

let ibex: ConsoleInProcess;
beforeAll(async () => {
  ibex = await ConsoleInProcess.start();
});
afterAll(() => ibex.stop());

describe('signing in', () => {
  it('leads from the account that was chosen to the start page of the role', async () => {
    const agent = await ibex.as(BOROUGHS.croydon, 'duty-desk');
    const page = await agent.get('/console');
    expect([page.status, page.heading]).toEqual([200, 'What do you want to do?']);
    expect(page.html).toContain('<span class="ibex-header__authority">Croydon</span>');
  });
});
