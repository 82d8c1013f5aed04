import type { Page } from 'playwright-core';
import type { Role } from '@ibex/kernel';
import { tellGovernanceStory } from './governance.story';
import type { Story } from './governance.story';
import { ConsoleBrowser, axe, faultsOn, screenshot, tabTo } from './support/browser';
import { BOROUGHS, ConsoleInProcess } from './support/console-in-process';
import { provedHere } from './support/proved-pages';

const { camden, croydon } = BOROUGHS;
const PATH = '/console/governance';

let ibex: ConsoleInProcess;
let browser: ConsoleBrowser;
let story: Story;
beforeAll(async () => {
  ibex = await ConsoleInProcess.start();
  browser = await ConsoleBrowser.open(ibex);
  story = await tellGovernanceStory(ibex);
  await ibex.exchange.settled();
});
afterAll(async () => {
  await browser.close();
  await ibex.stop();
});

type At = (told: Story) => string;
/** Every page of the area, in a state in which it has something to show. `shot`: name of its screenshot. */
const PAGES: readonly Readonly<{ name: string; at: At; role?: Role; shot?: string }>[] = [
  { name: 'first page', at: () => '', shot: 'home' },
  { name: 'ledger', at: () => '/reads', shot: 'reads' },
  { name: 'ledger of a date that is none', at: () => '/reads?since=soon' },
  { name: 'emergency accesses', at: () => '/reviews', shot: 'reviews' },
  { name: 'one emergency access', at: ({ grant }) => `/reviews/${grant}`, shot: 'review' },
  { name: 'access taken away', at: () => '/revocations', shot: 'revocations' },
  { name: 'taking access away', at: () => '/revocations/new' },
  { name: 'closed searches', at: () => '/closed-searches' },
  { name: 'agreements', at: () => '/agreements', shot: 'agreements' },
  { name: 'agreement', at: ({ agreement }) => `/agreements/${agreement}`, shot: 'agreement' },
  { name: 'signing', at: ({ toSign }) => `/agreements/${toSign}/sign`, shot: 'sign' },
  { name: 'leaving', at: ({ agreement }) => `/agreements/${agreement}/leave` },
  { name: 'ending', at: ({ agreement }) => `/agreements/${agreement}/end` },
  { name: 'finding a record', at: () => '/records' },
  { name: 'restricted record', at: ({ records }) => `/records/${records[2] ?? ''}`, shot: 'record' },
  { name: 'decisions', at: () => '/decisions', shot: 'decisions' },
  { name: 'deciding', at: () => '/decisions/new' },
  { name: 'whereabouts', at: () => '/whereabouts', shot: 'whereabouts' },
  { name: 'asking for whereabouts', at: () => '/whereabouts/new', role: 'duty-desk' },
  { name: 'subscriptions', at: () => '/subscriptions', shot: 'subscriptions' },
  { name: 'subscription', at: ({ subscription }) => `/subscriptions/${subscription}`, shot: 'subscription' },
  { name: 'filter test', at: ({ subscription }) => `/subscriptions/${subscription}/test` },
  { name: 'tries', at: ({ subscription }) => `/subscriptions/${subscription}/attempts` },
  {
    name: 'set aside',
    at: ({ subscription }) => `/subscriptions/${subscription}/set-aside`,
    shot: 'set-aside',
  },
  { name: 'pausing', at: ({ subscription }) => `/subscriptions/${subscription}/pause` },
  { name: 'closing', at: ({ subscription }) => `/subscriptions/${subscription}/close` },
  { name: 'rotating', at: ({ subscription }) => `/subscriptions/${subscription}/rotate` },
  { name: 'replaying', at: ({ subscription }) => `/subscriptions/${subscription}/replay` },
  { name: 'secret shown before', at: ({ subscription }) => `/subscriptions/${subscription}/secret` },
  { name: 'keys', at: () => '/keys', shot: 'keys' },
  { name: 'registering a key', at: () => '/keys/new' },
  { name: 'revoking a key', at: ({ kid }) => `/keys/${kid}/revoke` },
  { name: 'desks', at: () => '/desks', shot: 'desks' },
  { name: 'naming a desk', at: () => '/desks/new' },
  { name: 'steps', at: () => '/desks/steps/any' },
  { name: 'tasks', at: () => '/tasks', shot: 'tasks' },
  { name: 'task', at: ({ task }) => `/tasks/${task}`, role: 'duty-desk', shot: 'task' },
  { name: 'letter', at: ({ task }) => `/tasks/${task}/letter`, role: 'duty-desk', shot: 'letter' },
  { name: 'telling', at: ({ task }) => `/tasks/${task}/told`, role: 'duty-desk' },
];

/** Too much of the same to keep all of it. */
const LONG: ReadonlySet<string> = new Set(['reads', 'letter']);

describe('each page', () => {
  const windows = new Map<Role, Promise<Page>>();
  const windowOf = (role: Role): Promise<Page> => {
    const open = windows.get(role) ?? browser.as(croydon, role);
    windows.set(role, open);
    return open;
  };

  it.each(PAGES)(
    'meets WCAG 2.2 AA and fits a small window: $name',
    async ({ at, role = 'governance', shot }) => {
      const page = await windowOf(role);
      await page.goto(`${PATH}${at(story)}`);
      if (shot !== undefined) await screenshot(page, `governance-${shot}`, !LONG.has(shot));
      expect({
        heading: await page.locator('h1').count(),
        faults: await faultsOn(page),
      }).toEqual({ heading: 1, faults: [] });
    },
  );

  it('meets it in the dark as well', async () => {
    const page = await browser.as(croydon, 'governance', { colorScheme: 'dark' });
    const found: unknown[] = [];
    for (const path of [
      '',
      '/reads',
      `/agreements/${story.toSign}/sign`,
      `/subscriptions/${story.subscription}`,
    ]) {
      await page.goto(`${PATH}${path}`);
      found.push(...(await axe(page)));
    }
    await screenshot(page, 'governance-subscription-dark');
    expect(found).toEqual([]);
  });

  it('prints of a letter the letter alone', async () => {
    const page = await browser.as(croydon, 'duty-desk');
    await page.goto(`${PATH}/tasks/${story.task}/letter`);
    await page.emulateMedia({ media: 'print' });
    const shown = await page.locator('body').innerText();
    expect(shown.trim().startsWith('Croydon')).toBe(true);
    expect(shown).not.toMatch(/Print this page|Back to the task|Sign out/);
    await screenshot(page, 'governance-letter-print');
  });
});

/** Presses what has the focus, and waits for where that leads. */
const enter = async (page: Page): Promise<void> => {
  const before = page.url();
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.href !== before);
};

const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name }).click();

const PATIENT_MS = 180_000;

describe('pressed by mouse', () => {
  const checked = async (page: Page): Promise<void> => {
    expect(await faultsOn(page)).toEqual([]);
  };

  it(
    'an agreement is proposed in steps',
    async () => {
      const ours = await browser.as(croydon, 'governance');
      await ours.goto(`${PATH}/agreements`);
      await press(ours, 'Propose an agreement');
      await press(ours, 'Save and continue');
      expect(await ours.title()).toMatch(/^Error: /);
      await checked(ours);
      await ours.getByLabel('What do the parties call it?').fill('Two boroughs');
      await ours.getByLabel('What is it for?').fill('To find children sooner.');
      await ours.getByLabel('Legal gateway and basis').fill('Children Act 2004 section 11');
      await press(ours, 'Save and continue');
      await ours.getByLabel('Camden').check();
      await checked(ours);
      await press(ours, 'Save and continue');
      await ours.getByLabel('First day').fill('1 January 2026');
      await ours.getByLabel('Last day').fill('31 December 2029');
      await press(ours, 'Save and continue');
      await ours.getByRole('button', { name: 'Add a clause' }).click();
      await ours.getByLabel('Missing children').check();
      await screenshot(ours, 'governance-propose-clause');
      await checked(ours);
      await press(ours, 'Add this clause');
      await press(ours, 'Save and continue');
      await screenshot(ours, 'governance-propose-check');
      await checked(ours);
      await press(ours, 'Propose the agreement');
      await ours.getByText('The agreement is proposed.').waitFor();
    },
    PATIENT_MS,
  );

  it(
    'a proposed agreement is signed in two boroughs’ windows, side by side',
    async () => {
      await ibex.exchange.settled();
      const ours = await browser.as(croydon, 'governance');
      const theirs = await browser.as(camden, 'governance');
      for (const [page, isLast] of [
        [ours, false],
        [theirs, true],
      ] as const) {
        await page.goto(`${PATH}/agreements`);
        await page.getByRole('link', { name: 'Two boroughs' }).click();
        await page.getByRole('link', { name: 'Read what signing does, and sign' }).click();
        await page.getByLabel('I have read version 1').waitFor();
        expect(await page.getByText('Yours is the last signature that is missing').count()).toBe(
          isLast ? 1 : 0,
        );
        await page.getByLabel('Your name').fill('A. Guardian');
        await page.getByLabel('I have read version 1').check();
        await press(page, 'Sign version 1');
        await page.getByText('Your signature is on record.').waitFor();
      }
      await ours.goto(`${PATH}/agreements`);
      await ours.getByRole('link', { name: 'Two boroughs' }).click();
      await ours.getByText('In force', { exact: true }).waitFor();
      expect(await ours.locator('h1').innerText()).toContain('In force');
    },
    PATIENT_MS,
  );
});

describe('by keyboard alone', () => {
  const choose = async (page: Page, selector: string): Promise<void> => {
    await tabTo(page, selector);
    await page.keyboard.press('Space');
  };
  const send = async (page: Page): Promise<void> => {
    await tabTo(page, 'main form .govuk-button:not(.govuk-button--secondary)');
    await enter(page);
  };

  it(
    'a webhook is opened, its secret read once, and what was refused sent again',
    async () => {
      const page = await browser.as(croydon, 'governance');
      await page.goto(`${PATH}/subscriptions`);
      await send(page);
      await choose(page, 'input[name="channel"]');
      await page.keyboard.press('ArrowDown');
      expect(await page.locator('input[value="webhook"]').isChecked()).toBe(true);
      await send(page);
      await tabTo(page, '#name');
      await page.keyboard.type('Opened by keyboard');
      await tabTo(page, '#target');
      await page.keyboard.type('https://hooks.croydon.gov.uk/keys');
      await send(page);
      await choose(page, 'input[value="missing"]');
      await screenshot(page, 'governance-subscribe-filter');
      expect(await faultsOn(page)).toEqual([]);
      await send(page);
      await screenshot(page, 'governance-subscribe-check');
      expect(await faultsOn(page)).toEqual([]);
      await choose(page, 'input[name="confirms"]');
      await send(page);
      expect(await page.locator('.ibex-secret').innerText()).toMatch(/^whsec_/);
      expect(await faultsOn(page)).toEqual([]);
      await page.reload();
      expect(await page.locator('.ibex-secret').count()).toBe(0);
      await page.goto(`${PATH}/subscriptions/${story.subscription}/set-aside`);
      await choose(page, 'input[name="sequences"]');
      await send(page);
      expect(await page.locator('.govuk-notification-banner').innerText()).toContain(
        'on their way once more',
      );
    },
    PATIENT_MS,
  );

  it('an emergency access is reviewed', async () => {
    const page = await browser.as(croydon, 'governance');
    await page.goto(`${PATH}/reviews`);
    await tabTo(page, `a[href$="${story.grant}"]`);
    await enter(page);
    await choose(page, 'input[name="finding"]');
    await tabTo(page, '#words');
    await page.keyboard.type('The police confirm the call.');
    await tabTo(page, 'form:not([action$="/end"]) .govuk-button');
    await enter(page);
    expect(await page.locator('.govuk-notification-banner').innerText()).toContain(
      'Your finding is on record.',
    );
  });
});

describe('what was put before a browser here', () => {
  it('is what is written down of it', () => {
    const { now, written } = provedHere();
    expect(now).toEqual(written);
  });
});
