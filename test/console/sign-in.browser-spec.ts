import type { Page } from 'playwright-core';
import { ConsoleBrowser, axe, faultsOn, screenshot, signIn, tabTo } from './support/browser';
import { BOROUGHS, ConsoleInProcess, accountOf } from './support/console-in-process';
import { provedHere } from './support/proved-pages';

let ibex: ConsoleInProcess;
let browser: ConsoleBrowser;
beforeAll(async () => {
  ibex = await ConsoleInProcess.start();
  browser = await ConsoleBrowser.open(ibex);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await ibex.stop();
});

const headingOf = (page: Page): Promise<string> => page.locator('h1').innerText();

/** What is seen where no scripts run, in a window where those of the checks do. */
const asItStands = async (page: Page): Promise<Page> => {
  const body = (await page.content()).replace(/<script>.*?<\/script>/s, '');
  const shown = await browser.window();
  await shown.route(page.url(), (route) => route.fulfill({ contentType: 'text/html', body }));
  await shown.goto(page.url());
  await screenshot(shown, 'core-trial-sign-out', false);
  return shown;
};

describe('coming in by a browser', () => {
  it('leads by one press from the list of trial accounts to the start page, and out again', async () => {
    const page = await browser.window();
    await page.goto('/console/sign-in');
    await screenshot(page, 'core-sign-in');
    await signIn(page, BOROUGHS.croydon, 'duty-desk');
    expect(await headingOf(page)).toBe('What do you want to do?');
    expect(await page.locator('.ibex-header__authority').innerText()).toBe('Croydon');
    await screenshot(page, 'core-start');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL('**/console/signed-out');
    expect(await headingOf(page)).toBe('You have signed out');
    await page.goto('/console');
    expect(await headingOf(page)).toBe('Sign in to IBEX');
  }, 120_000);

  it('works by the keyboard alone', async () => {
    const page = await browser.window();
    await page.goto('/console/sign-in');
    await tabTo(page, `a[href*="${accountOf(BOROUGHS.camden, 'mash')}"]`);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/console');
    await tabTo(page, '.ibex-header__button');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/console/signed-out');
    expect(await headingOf(page)).toBe('You have signed out');
  }, 120_000);

  it('works without scripts', async () => {
    const page = await browser.window({ javaScriptEnabled: false });
    await page.goto('/console/sign-in');
    await page.locator(`a[href*="${accountOf(BOROUGHS.camden, 'governance')}"]`).click();
    await page.waitForURL('**/console');
    await page.getByRole('button', { name: 'Sign out' }).click();
    // at the trial provider, which would go on by itself with scripts
    await page.getByRole('heading', { name: 'One more press to sign out' }).waitFor();
    expect(await faultsOn(await asItStands(page))).toEqual([]);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL('**/console/signed-out');
    expect(await headingOf(page)).toBe('You have signed out');
  }, 120_000);

  it('says in our own frame what did not work at the trial provider', async () => {
    const page = await browser.window();
    await page.goto('/trial-sign-in/auth?client_id=nobody');
    expect(await headingOf(page)).toBe('Signing in did not work');
    expect(await faultsOn(page)).toEqual([]);
    await page.goto('/trial-sign-in/session/end/success');
    expect(await headingOf(page)).toBe('You have signed out');
    expect(await faultsOn(page)).toEqual([]);
  }, 120_000);

  it('lets two boroughs work side by side', async () => {
    const camden = await browser.as(BOROUGHS.camden, 'placing-practitioner');
    const croydon = await browser.as(BOROUGHS.croydon, 'duty-desk');
    await camden.reload();
    const names = [camden, croydon].map((page) => page.locator('.ibex-header__authority').innerText());
    expect(await Promise.all(names)).toEqual(['Camden', 'Croydon']);
  }, 120_000);
});

describe('the pages of the core', () => {
  const open = ['/console/sign-in', '/console/signed-out', '/console/help', '/console/help/cookies'];
  const others = [
    '/console/help/accessibility',
    '/console/sign-in/callback',
    '/console/signed-out?because=idle',
  ];

  it.each([...open, ...others])(
    '%s keeps to WCAG 2.2 AA, in light and dark, at 320 px and 200 %%',
    async (path) => {
      const page = await browser.window();
      await page.goto(path);
      expect(await faultsOn(page)).toEqual([]);
      await page.context().close();
    },
    120_000,
  );

  it.each(['/console', '/console/nowhere', '/console/desk'])(
    '%s does so for somebody who has signed in',
    async (path) => {
      const page = await browser.as(BOROUGHS.lambeth, 'governance', { colorScheme: 'dark' });
      await page.goto(path);
      if (path === '/console') await screenshot(page, 'core-start-dark');
      expect(await faultsOn(page)).toEqual([]);
      await page.context().close();
    },
    120_000,
  );

  it('load no more than 200 KiB at first, nothing from elsewhere, and break no rule of their policy', async () => {
    const page = await browser.window();
    const said: string[] = [];
    const asked: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('request', (request) => asked.push(new URL(request.url()).origin));
    const sizes: Promise<number>[] = [];
    page.on('requestfinished', (request) => {
      sizes.push(request.sizes().then((size) => size.responseBodySize + size.responseHeadersSize));
    });
    await page.goto('/console/sign-in', { waitUntil: 'networkidle' });
    const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    expect(bytes).toBeLessThan(200 * 1_024);
    expect([...new Set(asked)]).toEqual([ibex.url]);
    expect(said).toEqual([]);
  }, 120_000);

  it('warn before a session ends, and go on when somebody is there', async () => {
    const page = await browser.as(BOROUGHS.ealing, 'duty-desk');
    await page.clock.install();
    await page.goto('/console');
    const warning = page.getByRole('dialog', { name: 'You are about to be signed out' });
    expect(await warning.isVisible()).toBe(false);
    await page.clock.fastForward('13:30');
    await warning.waitFor();
    await screenshot(page, 'core-idle-warning');
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Stay signed in' }).click();
    await warning.waitFor({ state: 'hidden' });
    await page.clock.fastForward('15:30');
    await page.waitForURL('**/console/signed-out?because=idle');
    expect(await headingOf(page)).toBe('You were signed out');
  }, 120_000);
});

describe('what was put before a browser here', () => {
  it('is what is written down of it', () => {
    const { now, written } = provedHere();
    expect(now).toEqual(written);
  });
});
