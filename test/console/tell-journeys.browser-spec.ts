import type { Page } from 'playwright-core';
import type { Journey } from '../../libs/console/src/tell/journeys/journey';
import { JOURNEYS } from '../../libs/console/src/tell/journeys/journeys';
import { ConsoleBrowser, faultsOn, screenshot, stateFaultsOn } from './support/browser';
import { BOROUGHS, ConsoleInProcess } from './support/console-in-process';
import { fillStep } from './support/fill-step';
import type { Wanted } from './support/fill-step';

jest.setTimeout(600_000);

const { camden, croydon } = BOROUGHS;
const WHO = { forename: 'Maya', surname: 'Okafor', dateOfBirth: '2012-05-14' };
const SAME = {
  ...{ 'child.forename': 'Maya', 'child.surname': 'Okafor', 'child.dateOfBirth': '14 5 2012' },
  recordRef: 'new',
};
const officer = [camden, 'placing-practitioner'] as const;

let ibex: ConsoleInProcess;
let browser: ConsoleBrowser;
let page: Page;
/** Notices of Camden's on which something may be told, by category; and one of a child who was found. */
const notices = new Map<string, string>();
/** Question pages that were put to the checks: `move/host-named`. */
const seen = new Set<string>();

const post = async (category: string, url: string, body: object): Promise<void> => {
  const answer = await ibex.exchange.post(officer, url, body);
  if (answer.status >= 300) throw new Error(`${url} answered ${String(answer.status)}: ${answer.text}`);
  notices.set(category, String(answer.body['id']));
};

beforeAll(async () => {
  ibex = await ConsoleInProcess.start();
  const child = { localId: 'CAM-1', ...WHO };
  const missing = { child, kind: 'M', from: 'care', host: croydon, lastSeen: { at: '2026-03-01T10:00:00Z' } };
  await post('placement', '/v1/placements', {
    ...{ child, host: croydon, startsOn: '2026-03-02', notice: 'planned' },
  });
  await post('consulted', '/v1/placements/consult', { child, host: croydon, consultedOn: '2026-03-02' });
  await post('found', '/v1/missing-episodes', missing);
  await post('', `/v1/missing-episodes/${notices.get('found') ?? ''}/found`, {
    when: { at: '2026-03-02T10:00:00Z' },
  });
  await post('missing', '/v1/missing-episodes', {
    ...{ ...missing, lastSeen: { at: '2026-03-05T10:00:00Z' } },
  });
  await post('move', '/v1/moves', {
    ...{ child, fromAuthority: camden, toAuthority: croydon, movedOn: '2026-03-02' },
    ...{ cohort: 'child-in-need', permanence: 'permanent' },
  });
  await post('exploitation', '/v1/exploitation-concerns', {
    ...{ child, host: croydon, raisedOn: '2026-03-02', flags: ['county-lines'], areas: [{ gss: croydon }] },
  });
  await ibex.exchange.settled();
  browser = await ConsoleBrowser.open(ibex);
  page = await browser.as(camden, 'placing-practitioner');
});
afterAll(async () => {
  await browser.close();
  await ibex.stop();
});

const stepNow = (at: Page, { name, steps }: Journey) => {
  const id = new URL(at.url()).pathname.split('/steps/')[1] ?? '';
  const step = steps.find((each) => each.id === id);
  if (!step) throw new Error(`${name} has no page ${id} (${at.url()})`);
  return step;
};
const go = async (at: Page): Promise<void> => {
  await at.getByRole('button', { name: 'Continue', exact: true }).click();
};

/** Page by page up to the check; each that was not seen before is put to the checks. */
const walk = async (at: Page, journey: Journey, wanted: Wanted): Promise<void> => {
  while (!at.url().endsWith('/check')) {
    const step = stepNow(at, journey);
    const name = `${journey.name}/${step.id}`;
    const check = journey.opens && journey.name === 'missing' ? faultsOn : stateFaultsOn;
    if (!seen.has(name)) expect([name, await check(at)]).toEqual([name, []]);
    seen.add(name);
    await fillStep(at, step, wanted);
    const before = at.url();
    await go(at);
    await at.waitForURL((url) => url.href !== before);
  }
};

/** Every answer that leads to a page of its own is given in one of them. */
const WAYS: readonly (readonly [name: string, wanted: Wanted])[] = [
  ['placement', { hostHow: 'named', hostNamed: croydon }],
  ['placement', { hostHow: 'outside' }],
  ['placement-consult', { hostHow: 'named', hostNamed: croydon }],
  ['placement-consult', { hostHow: 'outside' }],
  ['missing', { hostHow: 'named', hostNamed: croydon }],
  ['missing', { hostHow: 'outside' }],
  [
    'move',
    {
      ...{ direction: 'leaving', cohort: 'child-protection-plan', permanence: 'temporary' },
      ...{ movedOn: '2 3 2026', temporaryUntil: '2 9 2026', hostHow: 'named', hostNamed: croydon },
    },
  ],
  ['move', { direction: 'arriving', cohort: 'homeless-household', movedOn: '2 3 2026', hostHow: 'outside' }],
  ['exploitation', { hostHow: 'named', hostNamed: croydon }],
  ['exploitation', { hostHow: 'outside' }],
];

describe('telling something new', () => {
  it.each(WAYS)('asks on pages that are sound up to the check: %s, %j', async (name, wanted) => {
    const journey = JOURNEYS.find((each) => each.name === name);
    if (!journey) throw new Error(`${name} is not told`);
    await page.goto('/console/tell');
    await page.getByLabel(journey.title).check();
    await go(page);
    await walk(page, journey, { ...SAME, 'child.localId': 'CAM-2', ...wanted });
    expect(await faultsOn(page)).toEqual([]);
    if (wanted['hostHow'] === 'named') await screenshot(page, `tell-${name}-check`, false);
  });

  it.each(['move', 'exploitation'])('is sent to the end, with a receipt: %s', async (name) => {
    const journey = JOURNEYS.find((each) => each.name === name);
    const [, wanted = {}] = WAYS.find(([way]) => way === name) ?? [];
    if (!journey) throw new Error(`${name} is not told`);
    await page.goto('/console/tell');
    await page.getByLabel(journey.title).check();
    await go(page);
    await walk(page, journey, { ...SAME, 'child.localId': `CAM-${name}`, ...wanted });
    await page.getByRole('button', { name: journey.sends }).click();
    expect(await page.locator('h1').innerText()).toContain('Sent');
    expect(await faultsOn(page)).toEqual([]);
    await page.getByRole('link', { name: 'See who has received' }).click();
    expect(await faultsOn(page)).toEqual([]);
  });
});

describe('telling what came of it', () => {
  const COURSES = JOURNEYS.filter(({ opens }) => !opens);
  let colleague: Page;
  beforeAll(async () => {
    colleague = await browser.as(camden, 'duty-desk');
  });

  /** The page on which it begins, as somebody comes to it from the notice. */
  const begin = async (journey: Journey): Promise<Page> => {
    const at = journey.roles.includes('placing-practitioner') ? page : colleague;
    for (const state of [journey.category, 'found', 'consulted']) {
      const id = notices.get(state) ?? '';
      await at.goto(`/console/tell/notices/${journey.category}/${id}`);
      const offer = at.locator(`input[name="what"][value="${journey.name}"]`);
      if ((await offer.count()) === 0) continue;
      await offer.check();
      await go(at);
      await at.waitForURL('**/steps/**');
      return at;
    }
    throw new Error(`${journey.name} is offered on no notice`);
  };

  const sentEmpty = async (at: Page): Promise<readonly unknown[]> => {
    await go(at);
    await at.locator('.govuk-error-summary').waitFor();
    const faults = await stateFaultsOn(at);
    await at.goto(at.url());
    return faults;
  };

  it.each(COURSES.map((journey) => [journey.name, journey] as const))(
    'asks on a page that is sound, empty or answered: %s',
    async (name, journey) => {
      const at = await begin(journey);
      const [first] = journey.steps;
      const needs = first?.questions.some(({ optional }) => optional !== true) ?? false;
      expect([name, needs ? await sentEmpty(at) : []]).toEqual([name, []]);
      await walk(at, journey, { hostHow: 'named', hostNamed: croydon });
      expect(new URL(at.url()).pathname).toMatch(/\/check$/);
    },
  );

  const ABROAD = COURSES.filter(({ steps }) => steps.some(({ id }) => id === 'host-outside'));
  it.each(ABROAD.map((journey) => [journey.name, journey] as const))(
    'asks in which country it is where it is not in England: %s',
    async (_, journey) => {
      const at = await begin(journey);
      await walk(at, journey, { hostHow: 'outside' });
      expect(await faultsOn(at)).toEqual([]);
    },
  );

  it('sends it from the notice to the receipt: the child was found', async () => {
    const journey = COURSES.find(({ name }) => name === 'missing-found');
    if (!journey) throw new Error('nobody is found');
    const at = await begin(journey);
    await walk(at, journey, { when: '6 3 2026' });
    await at.getByRole('button', { name: journey.sends }).click();
    expect(await at.locator('h1').innerText()).toContain('Sent');
    await ibex.exchange.settled();
    await at.getByRole('link', { name: 'See who has received' }).click();
    expect(await at.locator('main').innerText()).toContain('Found or returned');
    expect(await faultsOn(at)).toEqual([]);
  });
});

describe('every question page of every telling', () => {
  it('was put to the checks', () => {
    const all = JOURNEYS.flatMap(({ name, steps }) => steps.map(({ id }) => `${name}/${id}`));
    expect(all.length).toBeGreaterThan(80);
    expect(all.filter((name) => !seen.has(name))).toEqual([]);
  });
});
