import { RECORDS } from '@ibex/kernel';
import type { Records } from '@ibex/kernel';
import { BOROUGHS, ConsoleInProcess } from './support/console-in-process';

const { camden, croydon } = BOROUGHS;
const NOBODY = { forename: 'Unknown', surname: 'Unknown' };
const PATH = '/console/governance/set-aside';

let ibex: ConsoleInProcess;
beforeAll(async () => {
  ibex = await ConsoleInProcess.start();
  const actor = { authority: croydon, person: 'p-1', role: 'placing-practitioner' };
  const by = { actor, commandId: 'told-1', correlationId: 'set-aside' };
  await ibex.exchange.part<Records>(RECORDS).introduce({ localId: 'LS-1', ...NOBODY }, by);
});
afterAll(() => ibex.stop());

/** The page once everything that was told has been compared. */
const pageOf = async (authority: string) => {
  const agent = await ibex.as(authority, 'placing-practitioner');
  const until = Date.now() + 60_000;
  for (;;) {
    const page = await agent.get(PATH);
    if (!page.text.includes('still being compared') || Date.now() > until) return page;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

describe('the page of records that are not matched', () => {
  it('shows an authority its own, why, and what it can do', async () => {
    const { text, status } = await pageOf(croydon);
    expect(status).toBe(200);
    expect(text).toMatch(/Unknown Unknown[\s\S]*Your case LS-1[\s\S]*too little[\s\S]*NHS number/);
  }, 90_000);

  it('shows another authority nothing of them', async () => {
    const { text } = await pageOf(camden);
    expect(text).toContain('No record of yours is set aside');
    expect(text).not.toMatch(/Unknown|LS-1/);
  }, 90_000);

  it('is found from the first page of the area', async () => {
    const agent = await ibex.as(croydon, 'duty-desk');
    expect((await agent.get('/console/governance')).text).toContain('Records that are not matched');
  });
});
