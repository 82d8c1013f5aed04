import { RECORDS } from '@ibex/kernel';
import type { Records } from '@ibex/kernel';
import { ConsoleBrowser, faultsOn, screenshot } from './support/browser';
import { BOROUGHS, ConsoleInProcess } from './support/console-in-process';
import { provedHere } from './support/proved-pages';

const { croydon } = BOROUGHS;
const NOBODY = { forename: 'Unknown', surname: 'Unknown' };

let ibex: ConsoleInProcess;
let browser: ConsoleBrowser;
beforeAll(async () => {
  ibex = await ConsoleInProcess.start();
  browser = await ConsoleBrowser.open(ibex);
  const actor = { authority: croydon, person: 'p-1', role: 'placing-practitioner' };
  for (const localId of ['LS-1', 'LS-2']) {
    const by = { actor, commandId: `told-${localId}`, correlationId: 'set-aside' };
    await ibex.exchange.part<Records>(RECORDS).introduce({ localId, ...NOBODY }, by);
  }
});
afterAll(async () => {
  await browser.close();
  await ibex.stop();
});

describe('the page of records that are not matched', () => {
  it('meets WCAG 2.2 AA by day, by night, on paper, in a small window and by keyboard', async () => {
    const page = await browser.as(croydon, 'placing-practitioner');
    const row = page.locator('tbody tr');
    const until = Date.now() + 60_000;
    do await page.goto('/console/governance/set-aside');
    while ((await row.count()) < 2 && Date.now() < until);
    expect(await row.first().innerText()).toMatch(/Unknown Unknown[\s\S]*too little[\s\S]*NHS number/);
    await screenshot(page, 'governance-not-matched');
    expect(await faultsOn(page)).toEqual([]);
  }, 180_000);
});

describe('what was put before a browser here', () => {
  it('is what is written down of it', () => {
    const { now, written } = provedHere();
    expect(now).toEqual(written);
  });
});
