import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { RegistersStory, day } from './registers.story';
import { ConsoleBrowser, SCREENSHOTS, axe, faultsOn, sidewaysScroll, tabTo } from './support/browser';
import { BOROUGHS } from './support/console-in-process';
import { provedHere } from './support/proved-pages';

const { camden, hackney } = BOROUGHS;
const ROOT = '/console/registers';
/** Every page of the area, and every state of it. */
const STATES = {
  home: '',
  'placed-here': '/placed-here',
  'placed-here-faults': '/placed-here?on=31/2/2026',
  'placed-here-empty': `/placed-here?from=${hackney}`,
  'placed-elsewhere': '/placed-elsewhere',
  'placed-elsewhere-ended': '/placed-elsewhere?ended=yes',
  'placed-elsewhere-empty': '/placed-elsewhere?on=1/1/2015',
  missing: '/missing?scope=here',
  'missing-ours-all': '/missing?scope=ours&state=all',
  'missing-empty': '/missing?scope=heading-here',
  duties: '/duties?scope=owed-to-us&state=all',
  'duties-ours': '/duties?scope=owed-by-us&state=late',
  worklists: '/worklists',
  worklist: '/worklists/placed-here-unacknowledged?sort=days-to-18',
  'worklist-empty': '/worklists/transfers-stuck',
  timeliness: '/timeliness',
  completeness: '/completeness',
  'completeness-missing': '/completeness?of=missing',
  trends: '/trends/placements-in?by=ethnicity',
  'trends-months': '/trends/missing?by=month',
  'trends-outcome': '/trends/placements-out?by=outcome',
  flows: '/flows',
  'flows-protected': '/flows?numbers=protected',
  'flows-faults': '/flows?on=x',
} as const;
/** Those that are kept to be looked at, as far down as a window and a half. */
const KEPT: ReadonlySet<string> = new Set([
  ...['home', 'placed-here', 'missing', 'duties', 'timeliness', 'completeness', 'trends', 'flows'],
]);
/** Whatever is drawn or coloured by our own styles. */
const AT_NIGHT = ['home', 'placed-here', 'missing', 'timeliness', 'completeness', 'trends', 'flows'] as const;
const MOST_HIGH = 1_000;

let story: RegistersStory;
let browser: ConsoleBrowser;
beforeAll(async () => {
  story = await RegistersStory.start();
  await story.tell();
  browser = await ConsoleBrowser.open(story.ibex);
}, 600_000);
jest.setTimeout(240_000);
afterAll(async () => {
  await browser.close();
  await story.stop();
});

const headingOf = (page: Page): Promise<string> => page.locator('h1').innerText();
const openAll = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const each of document.querySelectorAll('details')) each.open = true;
  });
const keep = async (page: Page, name: string): Promise<void> => {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const clip = { x: 0, y: 0, width: page.viewportSize()?.width ?? 0, height: Math.min(MOST_HIGH, height) };
  mkdirSync(SCREENSHOTS, { recursive: true });
  const path = join(SCREENSHOTS, `registers-${name}.png`);
  await page.screenshot({ path, clip, fullPage: true, animations: 'disabled' });
};

describe('every page of registers and dashboards', () => {
  let page: Page;
  beforeAll(async () => {
    page = await browser.as(camden, 'duty-desk');
  });

  it.each(Object.entries(STATES))(
    'has nothing against WCAG 2.2 AA and no sideways scroll at 320 px or 200 %%, with tables open: %s',
    async (name, path) => {
      await page.goto(`${ROOT}${path}`);
      if (KEPT.has(name)) await keep(page, name);
      await openAll(page);
      expect(await faultsOn(page)).toEqual([]);
    },
  );

  it('has something to show in each of them', () => {
    expect(Object.keys(STATES)).toEqual(expect.arrayContaining([...KEPT, ...AT_NIGHT]));
  });
});

describe('every page at night', () => {
  let page: Page;
  beforeAll(async () => {
    page = await browser.as(camden, 'mash', { colorScheme: 'dark' });
  });

  it.each(AT_NIGHT)('has nothing against WCAG 2.2 AA: %s', async (name) => {
    await page.goto(`${ROOT}${STATES[name]}`);
    if (name === 'flows' || name === 'trends') await keep(page, `${name}-dark`);
    await openAll(page);
    expect(await axe(page)).toEqual([]);
  });
});

describe('on paper, and on a narrow screen', () => {
  it('works on paper: numbers and charts without buttons and menus', async () => {
    const page = await browser.as(camden, 'governance');
    await page.emulateMedia({ media: 'print' });
    await page.goto(`${ROOT}/flows`);
    expect(await page.locator('.ibex-choices').first().isVisible()).toBe(false);
    expect(await page.locator('.ibex-chart svg').isVisible()).toBe(true);
    await keep(page, 'flows-print');
    expect(await page.locator('.ibex-data__scroll').isVisible()).toBe(true);
    await page.goto(`${ROOT}/placed-here`);
    expect(await page.locator('form.ibex-asks').isVisible()).toBe(false);
    expect(await page.locator('table').isVisible()).toBe(true);
  });

  it('moves wide tables and pictures within regions that the keyboard reaches', async () => {
    const page = await browser.as(camden, 'duty-desk', { viewport: { width: 320, height: 800 } });
    await page.goto(`${ROOT}/flows`);
    await tabTo(page, '.ibex-chart__scroll[role="region"][aria-label^="Picture:"]');
    const before = await page.locator('.ibex-chart__scroll').evaluate((region) => region.scrollLeft);
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(
      (left) => (document.querySelector('.ibex-chart__scroll')?.scrollLeft ?? 0) > left,
      before,
    );
    expect(await sidewaysScroll(page)).toEqual([]);
    await keep(page, 'flows-320');
  });
});

describe('a duty desk by mouse', () => {
  it('comes from the numbers to the register of a past day and keeps it as a file', async () => {
    const page = await browser.as(camden, 'duty-desk');
    await page.getByRole('link', { name: 'Registers', exact: true }).click();
    expect(await headingOf(page)).toBe('Registers and dashboards');
    await page.getByRole('link', { name: 'Children placed here by others' }).click();
    await page.getByLabel('As at').fill(day(20).split('-').reverse().join('/'));
    await page.getByRole('button', { name: 'Show the register' }).click();
    expect(await page.locator('caption').innerText()).toContain('1 to 50 of');
    await page.getByRole('link', { name: /Next page/ }).click();
    expect(await page.locator('caption').innerText()).toContain('51 to 100 of');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /CSV file/ }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`placed-here-${day(20)}.csv`);
    expect(readFileSync(await download.path(), 'utf8')).toContain('End of the register:');
  });

  it('comes from who is missing to the child, and from a chart to its numbers', async () => {
    const page = await browser.as(camden, 'duty-desk');
    await page.goto(ROOT);
    await page
      .getByRole('link', { name: /Placed here$/ })
      .first()
      .click();
    expect(await headingOf(page)).toBe('Missing children');
    await page.locator('tbody a').first().click();
    expect(page.url()).toContain('/console/mash/children/');
    await page.goto(`${ROOT}/trends/placements-in`);
    await page.getByRole('link', { name: 'Ethnic group' }).click();
    await page.getByText(/^Table: .*by ethnic group/).click();
    expect(await page.getByRole('region', { name: /^Table: .*by ethnic group/ }).isVisible()).toBe(true);
  });
});

describe('by keyboard alone', () => {
  it('is led from the start page to the register, asks for one authority, and goes on to the next page', async () => {
    const page = await browser.as(camden, 'duty-desk');
    await tabTo(page, `a[href="${ROOT}"]`);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${ROOT}`);
    await tabTo(page, `a[href="${ROOT}/placed-here"]`);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${ROOT}/placed-here`);
    await tabTo(page, '#from');
    await page.keyboard.type('Kent');
    await page.keyboard.press('Enter');
    await tabTo(page, 'form.ibex-asks button');
    await page.keyboard.press('Enter');
    await page.waitForURL('**from=E10000016**');
    await tabTo(page, 'a[rel="next"]', 200);
    await page.keyboard.press('Enter');
    await page.waitForURL('**page=2**');
    expect(await page.locator('caption').innerText()).toContain('51 to 100 of');
  });

  it('opens the table of a chart', async () => {
    const page = await browser.as(camden, 'placing-practitioner');
    await page.goto(`${ROOT}/flows`);
    expect(await page.getByText('which your role does not include').isVisible()).toBe(true);
    expect(await axe(page)).toEqual([]);
    await tabTo(page, 'details.ibex-data > summary');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('region', { name: /^Table:/ }).isVisible()).toBe(true);
  });
});

describe('what was put before a browser here', () => {
  it('is what is written down of it', () => {
    const { now, written } = provedHere();
    expect(now).toEqual(written);
  });
});
