import type { Page } from 'playwright-core';
import { inventedChild } from '../support/invented-child';
import { ConsoleBrowser, faultsOn, screenshot, tabTo } from './support/browser';
import { BOROUGHS, ConsoleInProcess } from './support/console-in-process';
import { provedHere } from './support/proved-pages';

const { camden, croydon } = BOROUGHS;
const PATH = '/console/operations';
const KENT = 'E10000016';
const PATIENT_MS = 180_000;

let ibex: ConsoleInProcess;
let browser: ConsoleBrowser;
let page: Page;
beforeAll(async () => {
  ibex = await ConsoleInProcess.start();
  browser = await ConsoleBrowser.open(ibex);
  const by = [croydon, 'operator'] as const;
  const child = { localId: 'O-1', ...inventedChild(1) };
  const body = {
    child,
    host: camden,
    startsOn: '2026-11-20',
    notice: 'emergency',
    address: '1 Quiet Street',
  };
  await ibex.exchange.post([croydon, 'placing-practitioner'], '/v1/placements', body);
  await ibex.exchange.post(by, `/v1/members/${KENT}/joined`, { reason: 'Contract of March' });
  const day = { date: '2027-05-10', name: 'A Jubilee', order: 'London Gazette, 1 November 2026' };
  await ibex.exchange.post(by, '/v1/calendar/proclaimed-days', day);
  await ibex.exchange.post(by, '/v1/status/canary', {});
  await ibex.exchange.settled();
  page = await browser.as(croydon, 'operator');
}, PATIENT_MS);
afterAll(async () => {
  await browser.close();
  await ibex.stop();
});

const PAGES = [
  { name: 'first page', path: '', shot: 'home' },
  { name: 'members', path: '/members?region=South East', shot: 'members' },
  { name: 'joining', path: '/members/E06000036/joined', shot: 'member-joins' },
  { name: 'leaving', path: `/members/${KENT}/left` },
  { name: 'calendar', path: '/calendar', shot: 'calendar' },
  { name: 'proclaiming', path: '/calendar/new' },
  { name: 'lag and health', path: '/views', shot: 'views' },
  { name: 'rebuilding', path: '/views/duties/rebuild' },
  { name: 'canary', path: '/canary', shot: 'canary' },
  { name: 'completeness', path: '/completeness', shot: 'completeness' },
  { name: 'nobody silent', path: '/completeness?silent=true' },
] as const;

describe('each page of an operator', () => {
  it.each(PAGES)(
    'meets WCAG 2.2 AA and fits a small window: $name',
    async ({ path, ...more }) => {
      await page.goto(`${PATH}${path}`);
      if ('shot' in more) await screenshot(page, `operations-${more.shot}`, false);
      expect({
        heading: await page.locator('h1').count(),
        faults: await faultsOn(page),
      }).toEqual({ heading: 1, faults: [] });
    },
    PATIENT_MS,
  );

  it(
    'meets it in the dark as well',
    async () => {
      const dark = await browser.as(croydon, 'operator', { colorScheme: 'dark' });
      await dark.goto(`${PATH}/views`);
      expect(await faultsOn(dark)).toEqual([]);
    },
    PATIENT_MS,
  );
});

describe('what an operator does', () => {
  it(
    'by mouse: proclaims a bank holiday, after a look at what that brings about',
    async () => {
      await page.goto(`${PATH}/calendar`);
      await page.getByRole('button', { name: 'Proclaim a bank holiday' }).click();
      await page.getByRole('button', { name: 'Continue' }).click();
      expect(await page.title()).toMatch(/^Error: /);
      expect(await faultsOn(page)).toEqual([]);
      await page.getByLabel('Which day?').fill('11 June 2027');
      await page.getByLabel('What is it called?').fill('Another day');
      await page.getByLabel('By which proclamation or order?').fill('Gazette 2');
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.getByRole('button', { name: 'Proclaim it' }).waitFor();
      expect(await faultsOn(page)).toEqual([]);
      await page.getByRole('button', { name: 'Proclaim it' }).click();
      await page.getByText('The day is on record.').waitFor();
      expect(await page.locator('table').innerText()).toContain('Another day');
    },
    PATIENT_MS,
  );

  it.each(['/members/E06000036/joined', `/members/${KENT}/left`])(
    'is asked for what is missing before it is on record: %s',
    async (path) => {
      await page.goto(`${PATH}${path}`);
      await page.locator('main form .govuk-button').first().click();
      await page.locator('.govuk-error-summary').waitFor();
      expect(await faultsOn(page)).toEqual([]);
    },
    PATIENT_MS,
  );

  it(
    'by keyboard alone: rebuilds a view',
    async () => {
      const enter = async (): Promise<void> => {
        const before = page.url();
        await page.keyboard.press('Enter');
        await page.waitForURL((url) => url.href !== before);
      };
      await page.goto(`${PATH}/views`);
      await tabTo(page, 'a[href$="/duties/rebuild"]');
      await enter();
      await tabTo(page, 'main form .govuk-button');
      await enter();
      expect(await page.locator('.govuk-notification-banner').innerText()).toContain(
        'The view is built anew',
      );
    },
    PATIENT_MS,
  );
});

describe('what was put before a browser here', () => {
  it('is what is written down of it', () => {
    const { now, written } = provedHere();
    expect(now).toEqual(written);
  });
});
