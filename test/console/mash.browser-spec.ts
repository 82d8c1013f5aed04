import type { Page } from 'playwright-core';
import { MashStory } from './mash.story';
import { ConsoleBrowser, axe, faultsOn, screenshot, tabTo } from './support/browser';
import { BOROUGHS, ConsoleInProcess } from './support/console-in-process';
import { provedHere } from './support/proved-pages';

const { camden, croydon, lambeth } = BOROUGHS;
let ibex: ConsoleInProcess;
let browser: ConsoleBrowser;
let story: MashStory;
beforeAll(async () => {
  ibex = await ConsoleInProcess.start();
  story = new MashStory(ibex);
  await story.tell();
  browser = await ConsoleBrowser.open(ibex);
}, 180_000);
afterAll(async () => {
  await browser.close();
  await ibex.stop();
});

const headingOf = (page: Page): Promise<string> => page.locator('h1').innerText();
const field = (name: string): string => `#identifiers-${name}`;

const expectSound = async (page: Page): Promise<void> => {
  expect(await faultsOn(page)).toEqual([]);
};
/** Whether something stands in what is seen of its frame, without anybody moving it sideways. */
const isWithin = async (page: Page, inner: string, frame: string): Promise<boolean> => {
  const [part, whole] = [
    await page.locator(inner).first().boundingBox(),
    await page.locator(frame).boundingBox(),
  ];
  if (!part || !whole) return false;
  return part.x >= whole.x && part.x + part.width <= whole.x + whole.width;
};
/** Sent before anything was entered. */
const tooEarly = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('button', { name }).click();
  await page.locator('.govuk-error-summary').waitFor();
  await expectSound(page);
};
/** The window as it stands when this is to be seen. */
const seen = async (page: Page, selector: string, name: string): Promise<void> => {
  await page.locator(selector).evaluate((element) => {
    element.scrollIntoView({ block: 'center' });
  });
  await screenshot(page, name, false);
};
const childPage = async (page: Page, tab = ''): Promise<void> => {
  await page.goto(`/console/mash/children/${story.maya}${tab}`);
  if (await page.locator('input[name="purpose"]').first().isVisible()) {
    await page.getByLabel('Multi-agency enquiry').check();
    await page.getByRole('button', { name: 'Continue' }).click();
  }
};

describe('a hub by mouse', () => {
  it('searches, reads the picture, the timeline and the map, and comes to each line from its mark', async () => {
    const page = await browser.as(camden, 'mash');
    await page.goto('/console/mash');
    await expectSound(page);
    await screenshot(page, 'mash-worklists');
    await page.getByRole('button', { name: 'Search for a child' }).click();
    await page.getByRole('button', { name: 'Search' }).click();
    expect(await page.locator('.govuk-error-summary').isVisible()).toBe(true);
    await expectSound(page);
    await screenshot(page, 'mash-search-faults', false);
    await page.fill(field('forename'), 'Maya');
    await page.fill(field('surname'), 'Sample');
    await page.fill(field('dateOfBirth'), '14 5 2011');
    await page.getByLabel('Multi-agency enquiry').check();
    await page.fill('#reason', 'Referral 12');
    await page.getByRole('button', { name: 'Search' }).click();
    expect(await headingOf(page)).toBe('1 record found');
    await expectSound(page);
    await screenshot(page, 'mash-results');
    await page.getByRole('button', { name: 'Open the child’s page' }).click();
    expect(await headingOf(page)).toBe('Maya Sample');
    await expectSound(page);
    await screenshot(page, 'mash-picture', false);
    await page.getByRole('link', { name: 'Timeline', exact: true }).click();
    await expectSound(page);
    await screenshot(page, 'mash-timeline', false);
    const bar = page.locator('a.ibex-mash-timeline__link', {
      has: page.locator('.ibex-mash-timeline__bar--missing'),
    });
    const target = (await bar.last().getAttribute('href')) ?? '';
    await bar.last().click();
    expect(new URL(page.url()).hash).toBe(target);
    expect(await page.locator(target).innerText()).toContain('Reported missing');
    await page.getByRole('link', { name: 'Where placed' }).click();
    await expectSound(page);
    await seen(page, '.ibex-mash-map', 'mash-placements');
  }, 600_000);

  it('opens a child of others in an emergency, sees it marked, and ends it', async () => {
    const page = await browser.as(lambeth, 'mash');
    await page.goto('/console/mash/search');
    await page.fill(field('forename'), 'Maya');
    await page.fill(field('surname'), 'Sample');
    await page.fill(field('dateOfBirth'), '14/5/2011');
    await page.getByLabel('section 47').check();
    await page.fill('#reason', 'Referral 13');
    await page.getByRole('button', { name: 'Search' }).click();
    await expectSound(page);
    await screenshot(page, 'mash-known-to');
    await page.getByRole('link', { name: 'Open it in an emergency' }).click();
    await expectSound(page);
    await screenshot(page, 'mash-emergency');
    await tooEarly(page, 'Open the record');
    await page.fill('#reason', 'She is at the station now');
    await page.getByRole('button', { name: 'Open the record' }).click();
    expect(await page.locator('.govuk-notification-banner').innerText()).toContain('open to you until');
    await expectSound(page);
    await screenshot(page, 'mash-opened', false);
    await page.goto('/console/mash/accesses');
    await expectSound(page);
    await page.getByRole('button', { name: 'End it now' }).click();
    expect(await page.locator('main').innerText()).toContain('You have none open.');
    await expectSound(page);
  }, 600_000);

  it('opens a record by its page, and says what is missing of the reason', async () => {
    const page = await browser.as(croydon, 'mash');
    await page.goto(`/console/mash/children/${story.maya}/open`);
    await expectSound(page);
    await page.locator('main button[type="submit"]').click();
    await page.locator('.govuk-error-summary').waitFor();
    await expectSound(page);
  }, 600_000);

  it('compares two records, decides, and sees who was misled before it undoes the link', async () => {
    const page = await browser.as(camden, 'mash');
    await page.goto('/console/mash/links');
    await expectSound(page);
    await page.getByRole('link', { name: 'Yours and a record of Croydon' }).click();
    await expectSound(page);
    await screenshot(page, 'mash-link', false);
    await tooEarly(page, 'Record the decision');
    await page.getByLabel('It is one child').check();
    await page.fill('#rationale', 'Mother named both workers');
    await page.getByRole('button', { name: 'Record the decision' }).click();
    expect(await page.locator('main').innerText()).toContain('Held to be one child');
    await page.getByRole('link', { name: 'The link is wrong' }).click();
    await expectSound(page);
    await screenshot(page, 'mash-unlink');
    await tooEarly(page, 'Undo the link');
    await page.fill('#reason', 'Two mothers');
    await page.getByRole('button', { name: 'Undo the link' }).click();
    await page.getByRole('link', { name: 'Mark them never to be linked' }).click();
    await expectSound(page);
    await tooEarly(page, 'Mark them');
  }, 600_000);
});

describe('a hub by keyboard alone', () => {
  it('searches, opens the child’s page, and reaches a mark of the timeline and its line', async () => {
    const page = await browser.as(camden, 'mash');
    await tabTo(page, 'a[href="/console/mash"]');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/console/mash');
    await tabTo(page, 'a[href="/console/mash/search"].govuk-button');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/mash/search');
    await tabTo(page, field('forename'));
    await page.keyboard.type('Maya');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Sample');
    await page.keyboard.press('Tab');
    await page.keyboard.type('14 5 2011');
    await tabTo(page, 'input[name="purpose"]');
    await page.keyboard.press('Space');
    await tabTo(page, '#reason');
    await page.keyboard.type('Referral 14');
    await tabTo(page, 'main button[type="submit"]');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search\/[0-9a-f-]+$/);
    await tabTo(page, `a[href="/console/mash/children/${story.maya}"]`);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/children/${story.maya}`);
    await tabTo(page, 'a[href$="/timeline"]');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/timeline');
    await tabTo(page, 'a.ibex-mash-timeline__link');
    const name = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
    expect(name).toMatch(/^Placed in Ealing/);
    await page.keyboard.press('Enter');
    await page.waitForURL(/#line-\d+$/);
    expect(new URL(page.url()).hash).toMatch(/^#line-\d+$/);
  }, 600_000);

  it('decides on a pair', async () => {
    const page = await browser.as(camden, 'governance');
    await page.goto(`/console/mash/links/${story.pair}`);
    await tabTo(page, 'input[name="decision"], textarea[name="rationale"]');
    const before = await page.locator('main').innerText();
    expect(before).toMatch(/Your decision|Lift the mark/);
    await page.keyboard.press('Space');
    await tabTo(page, '#rationale');
    await page.keyboard.type('Seen by two workers');
    await tabTo(page, 'main button[type="submit"]');
    await page.keyboard.press('Enter');
    await page.waitForLoadState();
    expect(await page.locator('main').innerText()).toContain('What happened');
  }, 600_000);
});

describe('every page of a hub', () => {
  const PAGES = [
    ...[
      '/console/mash',
      '/console/mash/search',
      '/console/mash/accesses',
      '/console/mash/links?state=linked',
    ],
    ...['/console/mash/whereabouts', '/console/mash/not-shared', '/console/mash/worklists/missing-ours'],
    ...['/console/mash/worklists/transfers-stuck', '/console/mash/search/no-such-search'],
  ];

  it('is sound, empty and faulty ones too', async () => {
    const page = await browser.as(camden, 'mash');
    for (const path of PAGES) {
      await page.goto(path);
      await expectSound(page);
    }
    for (const path of ['not-shared', 'whereabouts']) {
      await page.goto(`/console/mash/${path}/new/${story.maya}`);
      await expectSound(page);
      await page.locator('main button[type="submit"]').click();
      await expectSound(page);
    }
    for (const tab of ['/timeline?lanes=authority&order=oldest', '/timeline?day=31+2+2026', '/purpose']) {
      await page.goto(`/console/mash/children/${story.maya}${tab}`);
      await expectSound(page);
    }
    const stranger = await browser.as(camden, 'placing-practitioner');
    await stranger.goto(`/console/mash/children/${story.maya}`);
    await tooEarly(stranger, 'Continue');
  }, 600_000);

  it('can be read in the dark', async () => {
    const page = await browser.as(camden, 'mash', { colorScheme: 'dark' });
    for (const tab of ['', '/timeline', '/placements']) {
      await childPage(page, tab);
      expect(await axe(page)).toEqual([]);
    }
    for (const path of ['/console/mash', `/console/mash/links/${story.pair}`]) {
      await page.goto(path);
      expect(await axe(page)).toEqual([]);
    }
  }, 600_000);

  it('is worth looking at in the dark, on a telephone and on paper', async () => {
    const dark = await browser.as(camden, 'mash', { colorScheme: 'dark' });
    await childPage(dark, '/timeline');
    await screenshot(dark, 'mash-timeline-dark', false);
    await childPage(dark, '/placements');
    await seen(dark, '.ibex-mash-map', 'mash-placements-dark');
    const small = await browser.as(camden, 'mash', { viewport: { width: 320, height: 700 } });
    await childPage(small);
    await screenshot(small, 'mash-picture-320', false);
    await childPage(small, '/timeline');
    expect(await isWithin(small, '.ibex-mash-timeline__label--now', '.ibex-mash-timeline-frame')).toBe(true);
    expect(await isWithin(small, '.ibex-mash-timeline__name', '.ibex-mash-timeline-frame')).toBe(true);
    const times = await small
      .locator('.ibex-mash-line th time')
      .evaluateAll((all) => all.slice(0, 5).map((each) => each.getAttribute('datetime') ?? ''));
    expect(times).toHaveLength(5);
    expect(times).toEqual([...times].sort().reverse());
    await seen(small, '.ibex-mash-timeline', 'mash-timeline-320');
    const paper = await browser.as(camden, 'mash');
    await childPage(paper, '/timeline');
    await paper.emulateMedia({ media: 'print' });
    await screenshot(paper, 'mash-timeline-print', false);
    expect(await paper.locator('.moj-sub-navigation').isVisible()).toBe(false);
    expect(await paper.locator('.ibex-mash-timeline').isVisible()).toBe(true);
  }, 600_000);

  it('works without scripts, to the end of the journey', async () => {
    const page = await browser.as(camden, 'mash', { javaScriptEnabled: false });
    await page.goto('/console/mash/search');
    await page.fill(field('nhsNumber'), '999 054 8609');
    await page.locator('input[name="purpose"]').first().check();
    await page.fill('#reason', 'Referral 15');
    await page.getByRole('button', { name: 'Search' }).click();
    expect(await headingOf(page)).toBe('Nothing that you can be told');
    await page.goto(`/console/mash/children/${story.maya}/timeline`);
    expect(await page.locator('.ibex-mash-timeline__bar--missing').count()).toBe(3);
  }, 600_000);
});

describe('two records that are marked never to be linked', () => {
  it('stay so until two people have said why not, and the form asks for it', async () => {
    const page = await browser.as(camden, 'mash');
    await page.goto(`/console/mash/links/${story.pair}/forbid`);
    await page.locator('input[name="kind"]').first().check();
    await page.fill('#rationale', 'Twins: seen together');
    await page.getByRole('button', { name: 'Mark them' }).click();
    await page.getByRole('button', { name: 'Ask to lift the mark' }).waitFor();
    await expectSound(page);
    await tooEarly(page, 'Ask to lift the mark');
    await page.fill('#rationale', 'One child after all');
    await page.getByRole('button', { name: 'Ask to lift the mark' }).click();
    await page.waitForURL(`**/links/${story.pair}`);
    await expectSound(page);
  }, 600_000);
});

// last, since hardly anything of her is shown from then on
describe('a child who is kept from others', () => {
  it('asks where a restricted child is, has it approved, and reads it once', async () => {
    await ibex.exchange.post([camden, 'governance', 'lead'], `/v1/records/${story.maya}/restrictions`, {
      ...{ label: 'refuge', reason: 'Threats' },
    });
    const one = await browser.as(camden, 'mash');
    const other = await browser.as(camden, 'duty-desk');
    await one.goto(`/console/mash/whereabouts/new/${story.maya}`);
    await one.fill('#reason', 'She is taken to hospital');
    await one.getByRole('button', { name: 'Ask for approval' }).click();
    await expectSound(one);
    await other.goto('/console/mash/whereabouts');
    await expectSound(other);
    await other.getByRole('button', { name: 'Approve that the colleague reads it once' }).click();
    await other.getByText('Approved', { exact: true }).waitFor();
    await one.goto('/console/mash/whereabouts');
    await expectSound(one);
    await one.getByRole('button', { name: 'Read it now' }).click();
    expect(await headingOf(one)).toBe('Where the child is');
    expect(await one.locator('main').innerText()).toContain('NW1 1AA');
    await expectSound(one);
    await screenshot(one, 'mash-where-the-child-is');
  }, 600_000);
});

describe('what was put before a browser here', () => {
  it('is what is written down of it', () => {
    const { now, written } = provedHere();
    expect(now).toEqual(written);
  });
});
