import { writeFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { POSTCODES, londonDateOf } from '@ibex/kernel';
import type { PostcodeDirectory } from '@ibex/kernel';
import type { Page } from 'playwright-core';
import { ConsoleBrowser, faultsOn, screenshot, tabTo } from './support/browser';
import { BOROUGHS, ConsoleInProcess } from './support/console-in-process';
import { provedHere } from './support/proved-pages';

jest.setTimeout(240_000);

const { camden, croydon } = BOROUGHS;

let ibex: ConsoleInProcess;
let browser: ConsoleBrowser;
const returned = mkdtempSync(join(tmpdir(), 'ibex-browser-return-'));

const oneRow = async function* (): AsyncGenerator<readonly (readonly [string, string])[]> {
  await Promise.resolve();
  yield [
    ['CR0 1EA', croydon],
    ['SM1 1EA', 'E09000029'],
  ];
};

beforeAll(async () => {
  ibex = await ConsoleInProcess.start();
  await ibex.exchange.part<PostcodeDirectory>(POSTCODES).load(oneRow());
  browser = await ConsoleBrowser.open(ibex);
  const columns =
    'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN';
  writeFileSync(
    join(returned, 'header.csv'),
    'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n4711,F,31/01/2010,WBRI,UN5,,',
  );
  writeFileSync(
    join(returned, 'episodes.csv'),
    `${columns}\n4711,01/05/2024,S,C2,N1,U6,PR4,,,,CR0 7UD,SM1 1EA,SC123456\n4712,31/02/2024,S,QQ,N1,U6,PR4,,,,CR0 7UD,SM1 1EA,SC123456`,
  );
});
afterAll(async () => {
  await browser.close();
  await ibex.stop();
});

const heading = (page: Page): Promise<string> => page.locator('h1').innerText();

/** Pictures that are kept; of long pages the part that matters. */
const KEPT = new Set(
  'home child faults host missing sent notice told upload-checked check check-dark missing-check'.split(' '),
);
const picture = async (page: Page, name: string): Promise<void> => {
  if (!name.includes('check') || name.startsWith('upload')) return screenshot(page, `tell-${name}`);
  await page.locator('#told').scrollIntoViewIfNeeded();
  return screenshot(page, `tell-${name}`, false);
};

/** No fault of accessibility, and no sideways scroll at 320 px and 200 %. */
const expectSound = async (page: Page, name?: string): Promise<void> => {
  if (name !== undefined && KEPT.has(name)) await picture(page, name);
  const where = page.url().replace(/^.*\/console/, '');
  expect([where, await faultsOn(page)]).toEqual([where, []]);
};

const go = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
};
const fillDate = async (
  page: Page,
  name: string,
  [day, month, year]: readonly [string, string, string],
): Promise<void> => {
  await page.locator(`[name="${name}-day"]`).fill(day);
  await page.locator(`[name="${name}-month"]`).fill(month);
  await page.locator(`[name="${name}-year"]`).fill(year);
};

/** From the start to the check, as somebody would with a mouse; `look` at every page on the way. */
const tellPlacement = async (
  page: Page,
  localId: string,
  look: (name?: string) => Promise<void>,
): Promise<void> => {
  await page.goto('/console/tell');
  await look('home');
  await page.getByLabel('Tell the host authority of a placement').check();
  await go(page);
  await page.getByLabel('Your own number for the child').fill(localId);
  await page.getByLabel('Forename').fill('Maya');
  await page.getByLabel('Surname').fill(`Okafor ${localId}`);
  await fillDate(page, 'child.dateOfBirth', ['14', '5', '2012']);
  await look('child');
  await go(page);
  await look('numbers');
  await go(page);
  if ((await heading(page)).includes('one of these')) {
    await look('same-child');
    await page.getByLabel('No, this is another child').check();
    await go(page);
  }
  await fillDate(page, 'startsOn', ['2', '3', '2026']);
  await page.getByLabel('Emergency').check();
  await look('start');
  await go(page);
  await page.getByLabel('Type of placement').selectOption('U4');
  await look('kind');
  await go(page);
  await look('restricted');
  await go(page);
  await page.getByLabel('Postcode').fill('cr01ea');
  await look('where');
  await go(page);
  await look('host');
  await go(page);
  while (!page.url().endsWith('/check')) {
    await look();
    await go(page);
  }
};

describe('telling of a placement', () => {
  it('goes from the first question to the receipt by mouse, every page sound', async () => {
    const page = await browser.as(camden, 'placing-practitioner');
    await tellPlacement(page, 'CAM-1', (name) => expectSound(page, name));
    await expectSound(page, 'check');
    await page.getByRole('button', { name: 'Send the notice' }).click();
    expect(await heading(page)).toContain('Sent');
    await expectSound(page, 'sent');
    await ibex.exchange.settled();
    await page.getByRole('link', { name: 'See who has received' }).click();
    await expectSound(page, 'notice');
    await page.goto('/console/tell/told');
    await expectSound(page, 'told');
    await page.getByRole('button', { name: 'Find' }).click();
    await page.locator('.govuk-error-summary').waitFor();
    await expectSound(page);
    await page.getByLabel('Find a child by your own number').fill('CAM-1');
    await page.getByRole('button', { name: 'Find' }).click();
    await page.getByText('Told of this child, the latest first').waitFor();
  });

  it('shows what is wrong beside each question, in order, with the focus on the summary', async () => {
    const page = await browser.as(camden, 'placing-practitioner');
    await page.goto('/console/tell');
    await go(page);
    await expectSound(page);
    await page.getByLabel('Tell the host authority of a placement').check();
    await go(page);
    await fillDate(page, 'child.dateOfBirth', ['31', '2', '2012']);
    await go(page);
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('govuk-error-summary');
    await expectSound(page, 'faults');
    await page.getByRole('link', { name: 'Enter an answer to “Your own number for the child”' }).click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('child-localId');
    await page.getByLabel('Your own number for the child').fill('CAM-3');
    await page.getByRole('button', { name: 'Save and come back later' }).click();
    await expectSound(page, 'drafts');
    await page.getByRole('link', { name: /Delete .*CAM-3/ }).click();
    await expectSound(page);
  });

  it('can be done by keyboard alone', async () => {
    const page = await browser.as(camden, 'placing-practitioner');
    await page.goto('/console/tell');
    await tabTo(page, 'input[name="what"]');
    while ((await page.evaluate(() => (document.activeElement as HTMLInputElement).value)) !== 'placement')
      await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/steps/child');
    await tabTo(page, '[name="child.localId"]');
    await page.keyboard.type('CAM-4');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/steps/child-numbers');
    await tabTo(page, 'button[value="continue"]');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/steps/start');
    for (const [name, typed] of [
      ['startsOn-day', '2'],
      ['startsOn-month', '3'],
      ['startsOn-year', '2026'],
    ]) {
      await tabTo(page, `[name="${String(name)}"]`);
      await page.keyboard.type(String(typed));
    }
    await tabTo(page, 'input[name="notice"]');
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/steps/kind');
    for (const next of ['restricted', 'where']) {
      await tabTo(page, 'button[value="continue"]');
      await page.keyboard.press('Enter');
      await page.waitForURL(`**/steps/${next}`);
    }
    await tabTo(page, '[name="postcode"]');
    await page.keyboard.type('CR0 1EA');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/steps/host');
    for (const next of [
      'steps/care',
      'steps/papers',
      'steps/risk',
      'steps/contacts',
      'steps/words',
      'check',
    ]) {
      await tabTo(page, 'button[value="continue"]');
      await page.keyboard.press('Enter');
      await page.waitForURL(`**/${next}`);
    }
    await tabTo(page, 'form[action$="/send"] button');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/tell/sent/**');
    expect(await heading(page)).toContain('Sent');
  });

  it('needs no script', async () => {
    const page = await browser.as(camden, 'placing-practitioner', { javaScriptEnabled: false });
    await tellPlacement(page, 'CAM-5', () => Promise.resolve());
    await page.getByRole('button', { name: 'Send the notice' }).click();
    expect(await page.locator('h1').innerText()).toContain('Sent');
  });

  it('is readable in the dark and on paper', async () => {
    const page = await browser.as(camden, 'placing-practitioner', { colorScheme: 'dark' });
    await tellPlacement(page, 'CAM-6', () => Promise.resolve());
    await expectSound(page, 'check-dark');
    await page.emulateMedia({ media: 'print', colorScheme: 'light' });
    expect(await page.locator('.ibex-navigation').isVisible()).toBe(false);
    expect(await page.locator('.govuk-summary-list__actions').first().isVisible()).toBe(false);
  });
});

describe('reporting a missing child at night', () => {
  it('takes few pages, each of them sound', async () => {
    const page = await browser.as(camden, 'duty-desk');
    await page.goto('/console/tell');
    await page.getByLabel('Report a missing child').check();
    await go(page);
    await page.getByLabel('Your own number for the child').fill('CAM-7');
    await go(page);
    await go(page);
    await page.getByLabel('Missing: nobody knows').check();
    await page.getByLabel('From care').check();
    const [year = '', month = '', day = ''] = londonDateOf(new Date().toISOString()).split('-');
    await fillDate(page, 'lastSeen', [day, month, year]);
    await page.locator('[name="lastSeen-time"]').fill('midnight');
    await expectSound(page, 'missing');
    await go(page);
    await go(page);
    await page.getByLabel('Postcode').fill('CR0 1EA');
    await go(page);
    await go(page);
    await expectSound(page, 'areas');
    while (!page.url().endsWith('/check')) await go(page);
    await expectSound(page, 'missing-check');
  });
});

describe('uploading a return', () => {
  it('shows what would be sent and every refused row before it sends, each state sound', async () => {
    const page = await browser.as(camden, 'placing-practitioner');
    await page.goto('/console/tell/upload');
    await expectSound(page, 'upload');
    await page
      .getByLabel('Files of the return')
      .setInputFiles([join(returned, 'header.csv'), join(returned, 'episodes.csv')]);
    await page.getByRole('button', { name: 'Upload and check' }).click();
    await page.getByRole('heading', { name: 'Check what will be sent' }).waitFor();
    await expectSound(page, 'upload-checked');
    await page.getByRole('button', { name: 'Send 1 notice now' }).click();
    await page.getByRole('heading', { name: 'The return was sent' }).waitFor();
    await expectSound(page, 'upload-sent');
  });
});

describe('what was put before a browser here', () => {
  it('is what is written down of it', () => {
    const { now, written } = provedHere();
    expect(now).toEqual(written);
  });
});
