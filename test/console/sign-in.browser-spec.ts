import type { Page } from 'playwright-core';
import { ConsoleBrowser, axe, screenshot, sidewaysScroll, signIn, tabTo } from './support/browser';
import { BOROUGHS, ConsoleInProcess, accountOf } from './support/console-in-process';

let ibex: ConsoleInProcess;
let browser: ConsoleBrowser;
beforeAll(async () => {
  ibex = await ConsoleInProcess.start();
  browser = await ConsoleBrowser.open(ibex);
});
afterAll(async () => {
  await browser.close();
  await ibex.stop();
});

const headingOf = (page: Page): Promise<string> => page.locator('h1').innerText();

describe('coming in by a browser', () => {
  it('leads by one press from the list of trial accounts to the start page', async () => {
    const page = await browser.window();
    await page.goto('/console/sign-in');
    await screenshot(page, 'core-sign-in');
    await signIn(page, BOROUGHS.croydon, 'duty-desk');
    expect(await headingOf(page)).toBe('What do you want to do?');
    await screenshot(page, 'core-start');
    expect(await page.locator('.ibex-header__authority').innerText()).toBe('Croydon');
  });
});
