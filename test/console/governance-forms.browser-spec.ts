import type { Page } from 'playwright-core';
import { newSealingJwk, sealingKeyFrom } from '@ibex/sdk';
import type { Role } from '@ibex/kernel';
import { tellGovernanceStory } from './governance.story';
import type { Story } from './governance.story';
import { ConsoleBrowser, faultsOn, screenshot } from './support/browser';
import { BOROUGHS, ConsoleInProcess } from './support/console-in-process';
import { provedHere } from './support/proved-pages';

jest.setTimeout(240_000);

const { croydon } = BOROUGHS;
const PATH = '/console/governance';

let ibex: ConsoleInProcess;
let browser: ConsoleBrowser;
let story: Story;
const windows = new Map<Role, Page>();
beforeAll(async () => {
  ibex = await ConsoleInProcess.start();
  browser = await ConsoleBrowser.open(ibex);
  story = await tellGovernanceStory(ibex);
  await ibex.exchange.settled();
  for (const role of ['governance', 'duty-desk'] as const) windows.set(role, await browser.as(croydon, role));
});
afterAll(async () => {
  await browser.close();
  await ibex.stop();
});

const windowOf = (role: Role): Page => {
  const page = windows.get(role);
  if (!page) throw new Error(`nobody is signed in as ${role}`);
  return page;
};

const NO_END = 'main form:not([action$="/end"])';
const tooEarly = async (page: Page, form = NO_END): Promise<void> => {
  await page.locator(`${form} .govuk-button:not(.govuk-button--secondary)`).first().click();
  await page.locator('.govuk-error-summary').waitFor();
  expect(await page.title()).toMatch(/^Error: /);
  expect(await faultsOn(page)).toEqual([]);
};

type At = (told: Story) => string;
/** Forms that can be sent too early. */
const FORMS: readonly Readonly<{ name: string; at: At; role?: Role; form?: string }>[] = [
  { name: 'taking access away', at: () => '/revocations/new' },
  { name: 'signing', at: ({ toSign }) => `/agreements/${toSign}/sign` },
  { name: 'leaving', at: ({ agreement }) => `/agreements/${agreement}/leave` },
  { name: 'ending', at: ({ agreement }) => `/agreements/${agreement}/end`, form: 'main form' },
  { name: 'restricting', at: ({ records }) => `/records/${records[2] ?? ''}` },
  { name: 'deciding not to share', at: () => '/decisions/new' },
  { name: 'finding a record', at: () => '/records' },
  { name: 'asking for whereabouts', at: () => '/whereabouts/new', role: 'duty-desk' },
  { name: 'reviewing', at: ({ grant }) => `/reviews/${grant}` },
  { name: 'registering a key', at: () => '/keys/new' },
  { name: 'revoking a key', at: ({ kid }) => `/keys/${kid}/revoke` },
  { name: 'naming a desk', at: () => '/desks/new' },
  { name: 'setting steps', at: () => '/desks/steps' },
  { name: 'telling by letter', at: ({ task }) => `/tasks/${task}/told`, role: 'duty-desk' },
  { name: 'sending again', at: ({ subscription }) => `/subscriptions/${subscription}/set-aside` },
  { name: 'replaying', at: ({ subscription }) => `/subscriptions/${subscription}/replay` },
];

describe('a form that is sent too early', () => {
  it.each(FORMS)(
    'says what is missing on a page that is sound: $name',
    async ({ at, role = 'governance', form }) => {
      const page = windowOf(role);
      await page.goto(`${PATH}${at(story)}`);
      expect(await faultsOn(page)).toEqual([]);
      for (const field of await page.locator('main input[type="text"], main textarea').all())
        if (await field.isVisible()) await field.fill('');
      await tooEarly(page, form);
      await page.locator('.govuk-error-summary a').first().click();
      expect(await page.evaluate(() => document.activeElement?.matches('input, select, textarea'))).toBe(
        true,
      );
    },
  );
});

describe('a form that stands on a page with others', () => {
  const FORM = 'main form[action$="/closed-searches"]';

  it('says what is missing of the reason to take a label off', async () => {
    const page = windowOf('governance');
    await page.goto(`${PATH}/records/${story.records[2] ?? ''}`);
    await page.getByText('Propose to take').first().click();
    await page.locator('form[action$="/refuge/lift"] button').click();
    await page.locator('.govuk-error-summary').waitFor();
    expect(await page.locator('form[action$="/refuge/lift"] textarea').isVisible()).toBe(true);
    expect(await faultsOn(page)).toEqual([]);
  });

  it('says what is missing before searches are open again to whoever tried out birthdays', async () => {
    const search = async (day: number): Promise<number> => {
      await ibex.exchange.settled();
      const identifiers = { forename: 'Nora', surname: 'Nobody', dateOfBirth: `2013-08-0${String(day)}` };
      const asked = { identifiers, purpose: 'mash-enquiry', reason: 'Referral 12' };
      return (await ibex.exchange.post([croydon, 'mash', 'm-of-croydon'], '/v1/mash/searches', asked)).status;
    };
    for (let day = 1; (await search(day)) !== 403; day += 1) expect(day).toBeLessThan(9);
    await ibex.exchange.settled();
    const page = windowOf('governance');
    await page.goto(`${PATH}/closed-searches`);
    await page.locator(`${FORM} button`).click();
    await page.locator('.govuk-error-summary').waitFor();
    expect(await faultsOn(page)).toEqual([]);
    await page.locator(`${FORM} textarea`).fill('Had three spellings of one birthday');
    await page.locator(`${FORM} button`).click();
    await page.getByText('Searches are open to this person again.').waitFor();
  });
});

describe('where a restricted child is', () => {
  it('is asked by one, approved by another, and read once on a page that is sound', async () => {
    const [desk, governance] = [windowOf('duty-desk'), windowOf('governance')];
    await desk.goto(`${PATH}/whereabouts/new?recordRef=${story.records[2] ?? ''}`);
    await desk.locator('[name="reason"]').fill('Police ask where she is');
    await desk.locator('main form .govuk-button').first().click();
    await desk.getByText('Police ask where she is').waitFor();
    expect(await faultsOn(desk)).toEqual([]);
    await ibex.exchange.settled();
    await governance.goto(`${PATH}/whereabouts`);
    const asked = governance.locator('form[action$="/approve"]');
    for (let left = await asked.count(); left > 0; left -= 1) {
      await asked.first().locator('button').click();
      await governance.locator('.govuk-notification-banner').waitFor();
      await ibex.exchange.settled();
      await governance.goto(`${PATH}/whereabouts`);
    }
    expect(await faultsOn(governance)).toEqual([]);
    await desk.goto(`${PATH}/whereabouts`);
    expect(await faultsOn(desk)).toEqual([]);
    await desk.locator('form[action$="/read"] button').first().click();
    await desk.waitForURL('**/read');
    expect(await faultsOn(desk)).toEqual([]);
    await screenshot(desk, 'governance-where-the-child-is');
  });
});

describe('what comes of a form', () => {
  it.each([
    { name: 'a subscription', at: '/subscriptions', form: 'form[action$="/subscriptions/drafts"]', then: '' },
    {
      name: 'an agreement',
      at: '/agreements',
      form: 'form[action$="/agreements/drafts"]',
      then: '/add-clause',
    },
  ])('is a draft of $name, sound when nothing was chosen', async ({ at, form, then }) => {
    const page = windowOf('governance');
    await page.goto(`${PATH}${at}`);
    await page.locator(`${form} button`).first().click();
    await page.waitForURL('**/drafts/**');
    if (then !== '') await page.goto(page.url().replace(/\/[^/]+$/, then));
    expect(await faultsOn(page)).toEqual([]);
    await tooEarly(page);
  });

  it('is a page to prove a key on, sound before and after a wrong answer', async () => {
    const page = windowOf('governance');
    const { publicJwk } = await sealingKeyFrom(newSealingJwk('x25519'));
    await page.goto(`${PATH}/keys/new`);
    await page.locator('main textarea').first().fill(JSON.stringify(publicJwk));
    await page.locator('main form .govuk-button').first().click();
    await page.waitForURL('**/keys/offers/**');
    expect(await faultsOn(page)).toEqual([]);
    await page.locator('main form .govuk-button').first().click();
    await page.locator('.govuk-error-summary').waitFor();
    expect(await faultsOn(page)).toEqual([]);
  });

  it('is a desk with a page of its own, and steps of one', async () => {
    const page = windowOf('governance');
    await ibex.exchange.post([croydon, 'governance'], '/v1/desks', {
      ...{ desk: 'night-team', role: 'Night team', always: true },
    });
    await ibex.exchange.settled();
    const steps = { kind: 'return-interview', steps: [{ desk: 'night-team', afterMinutes: 0 }] };
    await ibex.exchange.post([croydon, 'governance'], '/v1/desks/escalations', steps);
    await ibex.exchange.settled();
    for (const to of ['/desks/desk/', '/desks/steps/']) {
      await page.goto(`${PATH}/desks`);
      await page.locator(`main a[href*="${to}"]`).first().click();
      await page.waitForURL(`**${to}**`);
      expect(await faultsOn(page)).toEqual([]);
      const typed = page.locator('main input[type="text"], main input[inputmode="numeric"]').first();
      await typed.fill(to.includes('steps') ? 'soon' : '');
      await tooEarly(page);
    }
  });
});

describe('what was put before a browser here', () => {
  it('is what is written down of it', () => {
    const { now, written } = provedHere();
    expect(now).toEqual(written);
  });
});
