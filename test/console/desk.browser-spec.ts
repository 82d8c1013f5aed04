import type { Page } from 'playwright-core';
import { ConsoleBrowser, axe, faultsOn, screenshot, tabTo } from './support/browser';
import { BOROUGHS, ConsoleInProcess } from './support/console-in-process';
import { provedHere } from './support/proved-pages';

jest.setTimeout(240_000);

const { camden, croydon, lambeth } = BOROUGHS;
let ibex: ConsoleInProcess;
let browser: ConsoleBrowser;

const contacts = {
  outOfHours: { team: 'Emergency duty team', phone: '020 7946 0101', email: 'edt@camden.invalid' },
  socialWorker: { name: 'Joan Invented', phone: '020 7946 0102' },
};
const report = async (localId: string, host: string = croydon, kind = 'now'): Promise<void> => {
  const hours = kind === 'now' ? 1 : 30;
  await ibex.exchange.post([camden, 'duty-desk'], '/v1/missing-episodes', {
    child: { localId, forename: 'Tilly', surname: 'Invented', dateOfBirth: '2011-03-09' },
    ...{ kind: 'M', from: 'care', host, risk: 'high', contacts },
    lastSeen: { at: new Date(Date.now() - hours * 3_600_000).toISOString() },
    ...{ description: 'Blue coat, red trainers. Needs an inhaler.', lastSeenPlace: 'East Croydon station' },
    ...{ knownAssociates: 'An older cousin in Brixton', policeForce: 'metropolitan' },
  });
  await ibex.exchange.settled();
};
const place = async (localId: string, startsOn: string): Promise<void> => {
  await ibex.exchange.post([camden, 'placing-practitioner'], '/v1/placements', {
    child: { localId, forename: 'Ada', surname: 'Obi', dateOfBirth: '2010-05-06' },
    ...{ host: croydon, startsOn, notice: 'emergency', address: '1 Old Street', contacts },
  });
  await ibex.exchange.settled();
};

beforeAll(async () => {
  ibex = await ConsoleInProcess.start();
  browser = await ConsoleBrowser.open(ibex);
}, 180_000);
afterAll(async () => {
  await browser.close();
  await ibex.stop();
});

const rows = (page: Page) => page.locator('.ibex-row');
const isLive = (page: Page) => page.getByText('New notices appear by themselves.').waitFor();
/** How often a tone was begun on a page. */
const sounded = (page: Page) =>
  page.evaluate(() => Number(document.documentElement.dataset['sounded'] ?? '0'));

describe('two boroughs side by side', () => {
  it('shows Croydon what Camden has just posted, without reloading, with a sound and a number in the title', async () => {
    const desk = await browser.as(croydon, 'duty-desk');
    await desk.goto('/console/desk');
    await isLive(desk);
    expect(await faultsOn(desk)).toEqual([]);
    expect(await desk.title()).toBe('Inbox - IBEX');
    await desk.evaluate(() => Object.assign(window, { neverReloaded: true }));
    await report('B-1');
    await rows(desk).first().waitFor();
    expect(await desk.title()).toBe('(1) Inbox - IBEX');
    expect(await rows(desk).first().innerText()).toMatch(/Reported missing[\s\S]*from Camden/);
    expect(await desk.getByRole('heading', { name: 'Urgent: act now' }).isVisible()).toBe(true);
    expect(await desk.locator('[role=status]').innerText()).toBe(
      'New. Urgent: Reported missing, from Camden',
    );
    expect(await desk.getByText('Nobody has told your authority anything yet').isVisible()).toBe(false);
    expect([await sounded(desk), await desk.evaluate(() => 'neverReloaded' in window)]).toEqual([1, true]);
    expect(await desk.locator('[data-live-count]').allInnerTexts()).toEqual(['1', '1', '1']);
    await place('B-2', '2026-11-16');
    await rows(desk).nth(1).waitFor();
    expect([await sounded(desk), await desk.title()]).toEqual([1, '(2) Inbox - IBEX']);
    expect(await faultsOn(desk)).toEqual([]);
    await screenshot(desk, 'desk-inbox');
  });

  it('keeps quiet once it was told to, also after the page is loaded anew', async () => {
    const desk = await browser.as(croydon, 'duty-desk');
    await desk.goto('/console/desk');
    await desk.getByRole('button', { name: 'Turn the sound off' }).click();
    await desk.reload();
    await isLive(desk);
    await desk.getByRole('button', { name: 'Turn the sound on' }).waitFor();
    const before = await rows(desk).count();
    await report('B-3');
    await rows(desk).nth(before).waitFor();
    expect(await sounded(desk)).toBe(0);
    await desk.getByRole('button', { name: 'Turn the sound on' }).click();
    expect(await sounded(desk)).toBe(1);
  });

  it('says aloud that it hears nothing any more once the person is signed out', async () => {
    const desk = await browser.as(croydon, 'duty-desk');
    await desk.goto('/console/desk');
    await isLive(desk);
    const elsewhere = await desk.context().newPage();
    await elsewhere.goto('/console/desk');
    await elsewhere.getByRole('button', { name: 'Sign out' }).click();
    await desk.locator('[data-over=yes]').waitFor();
    expect([await desk.title(), await sounded(desk)]).toEqual(['Not listening - Inbox - IBEX', 1]);
    expect(await desk.getByText('new notices do not appear any more').isVisible()).toBe(true);
  });

  it('comes back after its connection was cut, and misses nothing', async () => {
    const desk = await browser.as(croydon, 'duty-desk');
    await desk.goto('/console/desk');
    const before = await rows(desk).count();
    let isCut = true;
    const beat = 'retry: 200\n\nevent: beat\ndata: "live"\n\n';
    await desk.route('**/console/desk/live*', (route) =>
      isCut ? route.fulfill({ contentType: 'text/event-stream', body: beat }) : route.continue(),
    );
    await desk.reload();
    await desk.getByText('The connection was lost. Trying again.').waitFor();
    await report('B-4');
    isCut = false;
    await isLive(desk);
    await rows(desk).nth(before).waitFor();
    expect(await rows(desk).count()).toBe(before + 1);
  }, 240_000);
});

describe('an inbox in use', () => {
  const topOf = async (page: Page, id: string): Promise<number> =>
    Math.round((await page.locator(`#${id}`).boundingBox())?.y ?? Number.NaN);

  it.each([
    { where: 'at the top of the page', scrolled: 0 },
    { where: 'further down', scrolled: 150 },
  ])('leaves the row under the pointer where it is when another comes in above it, $where', async (at) => {
    const desk = await browser.as(croydon, 'duty-desk');
    await desk.goto('/console/desk');
    await isLive(desk);
    const before = await rows(desk).count();
    await desk.evaluate((by) => window.scrollTo(0, by), at.scrolled);
    const last = rows(desk).nth(1);
    await last.hover();
    const id = (await last.getAttribute('id')) ?? '';
    const stood = await topOf(desk, id);
    await report(`B-5-${String(at.scrolled)}`);
    await rows(desk).nth(before).waitFor();
    expect(await topOf(desk, id)).toBe(stood);
  });
});

describe('a notice, by mouse', () => {
  it('is acknowledged, acted on and asked about by Croydon, and answered by Camden', async () => {
    await report('M-1');
    const desk = await browser.as(croydon, 'duty-desk');
    await desk.goto('/console/desk');
    await rows(desk).filter({ hasText: 'Reported missing' }).first().getByRole('link').click();
    await desk.getByRole('heading', { name: 'Reported missing', level: 1 }).waitFor();
    expect(await faultsOn(desk)).toEqual([]);
    await screenshot(desk, 'desk-notice');
    await desk.getByRole('button', { name: 'Acknowledge' }).click();
    await desk.getByRole('alert').getByText('Acknowledged', { exact: true }).waitFor();
    expect(await faultsOn(desk)).toEqual([]);
    await desk.getByRole('link', { name: 'Record what you did' }).click();
    expect(await faultsOn(desk)).toEqual([]);
    await desk.getByRole('button', { name: 'Record' }).click();
    await desk.getByRole('link', { name: 'Select what was done' }).waitFor();
    expect(await faultsOn(desk)).toEqual([]);
    await desk.getByLabel('The child or the address was visited').check();
    await desk.getByRole('button', { name: 'Record' }).click();
    await desk.getByRole('alert').getByText('Recorded', { exact: true }).waitFor();
    await desk.getByRole('link', { name: 'Ask Camden a question' }).click();
    expect(await faultsOn(desk)).toEqual([]);
    await desk.getByRole('button', { name: 'Send the question' }).click();
    await desk.locator('.govuk-error-summary').waitFor();
    expect(await faultsOn(desk)).toEqual([]);
    await desk.getByLabel('Your question').fill('Which school does she go to?');
    await desk.getByRole('button', { name: 'Send the question' }).click();
    await desk.getByRole('alert').getByText('Asked', { exact: true }).waitFor();

    await ibex.exchange.settled();
    const sender = await browser.as(camden, 'duty-desk');
    await sender.goto('/console/desk');
    await sender.getByRole('link', { name: 'Asked back' }).first().click();
    expect(await faultsOn(sender)).toEqual([]);
    await screenshot(sender, 'desk-asked-back');
    expect(await sender.locator('main').innerText()).toMatch(/Croydon\s+Acted on/);
    await sender.getByLabel('Your answer to Croydon').fill('Invented High');
    await sender.getByRole('button', { name: 'Send the answer' }).click();
    await sender.getByRole('alert').getByText('Answered', { exact: true }).waitFor();
    await ibex.exchange.settled();
    await desk.reload();
    await desk.getByText('Invented High').waitFor();
  }, 240_000);

  it('tells of a sighting, and that the child is found', async () => {
    await report('M-2');
    const desk = await browser.as(croydon, 'duty-desk');
    await desk.goto('/console/desk');
    await rows(desk).first().getByRole('link').click();
    await desk.waitForURL('**/console/desk/inbox/*');
    const notice = desk.url();
    await desk.getByRole('link', { name: 'Tell of a sighting' }).click();
    expect(await faultsOn(desk)).toEqual([]);
    await desk.getByLabel('Time, if it is known').fill('late');
    await desk.getByRole('button', { name: 'Tell of the sighting' }).click();
    await desk.getByRole('link', { name: /Enter a time like/ }).click();
    expect(await desk.evaluate(() => document.activeElement?.id)).toBe('time');
    expect(await faultsOn(desk)).toEqual([]);
    await desk.getByLabel('Time, if it is known').fill('');
    await desk.getByRole('button', { name: 'Tell of the sighting' }).click();
    await desk.getByRole('alert').getByText('Told', { exact: true }).waitFor();
    for (const page of ['found', 'response']) {
      await desk.goto(`${notice}/missing/${page}`);
      expect(await faultsOn(desk)).toEqual([]);
    }
    await desk.goto(`${notice}/missing/found`);
    await desk.getByRole('button', { name: 'Tell that the child is found' }).click();
    await desk.getByText('Over since: found, ended or closed').waitFor();
    expect(await faultsOn(desk)).toEqual([]);
  }, 240_000);
});

describe('a consultation before a placement', () => {
  it('is answered by the host on a page of its own', async () => {
    await ibex.exchange.post([camden, 'placing-practitioner'], '/v1/placements/consult', {
      child: { localId: 'C-1', forename: 'Ada', surname: 'Obi', dateOfBirth: '2010-05-06' },
      ...{ host: croydon, consultedOn: '2026-03-02' },
    });
    await ibex.exchange.settled();
    const desk = await browser.as(croydon, 'duty-desk');
    await desk.goto('/console/desk?show=all');
    await desk.getByRole('link', { name: 'Host authority consulted' }).first().click();
    expect(await faultsOn(desk)).toEqual([]);
    await desk.getByRole('link', { name: 'Answer the consultation' }).click();
    expect(await faultsOn(desk)).toEqual([]);
    await desk.locator('main form button').first().click();
    await desk.locator('.govuk-error-summary').waitFor();
    expect(await faultsOn(desk)).toEqual([]);
  }, 240_000);
});

describe('a notice, by keyboard alone', () => {
  it('is found, read, acknowledged and acted on', async () => {
    await report('K-1');
    const desk = await browser.as(croydon, 'duty-desk');
    await desk.goto('/console');
    await tabTo(desk, 'a[href="/console/desk"]');
    await desk.keyboard.press('Enter');
    await desk.waitForURL('**/console/desk');
    await tabTo(desk, '#main-content .ibex-row a');
    await desk.keyboard.press('Enter');
    await desk.waitForURL('**/console/desk/inbox/*');
    await tabTo(desk, '.ibex-act__button');
    await desk.keyboard.press('Enter');
    await desk.waitForURL('**?done=acknowledged');
    await tabTo(desk, 'a[href$="/action"]');
    await desk.keyboard.press('Enter');
    await desk.waitForURL('**/action');
    await tabTo(desk, 'input[type=radio]');
    await desk.keyboard.press('ArrowDown');
    await tabTo(desk, '#note');
    await desk.keyboard.type('Joan went out');
    await tabTo(desk, 'main button');
    await desk.keyboard.press('Enter');
    await desk.waitForURL('**?done=recorded');
    expect(await desk.locator('main').innerText()).toContain(
      'The child or the address was visited, recorded by you',
    );
    await tabTo(desk, 'a[href$="/question"]');
    await desk.keyboard.press('Enter');
    await desk.waitForURL('**/question');
    await tabTo(desk, '#text');
    await desk.keyboard.type('Which school?');
    await tabTo(desk, 'main button');
    await desk.keyboard.press('Enter');
    await desk.waitForURL('**?done=asked');
    expect(new URL(desk.url()).search).toBe('?done=asked');
  }, 240_000);
});

describe('without scripts', () => {
  it('does all of it, with a link that asks for what is new', async () => {
    await report('S-1');
    const desk = await browser.as(croydon, 'duty-desk', { javaScriptEnabled: false });
    await desk.goto('/console/desk');
    await desk.getByText('New notices do not appear by themselves.').waitFor();
    expect(await desk.getByRole('button', { name: 'Turn the sound off' }).isVisible()).toBe(false);
    await desk.getByRole('link', { name: 'Check for new notices' }).click();
    await rows(desk).first().getByRole('link').click();
    await desk.getByRole('button', { name: 'Acknowledge' }).click();
    await desk.getByText('Acknowledged by you').waitFor();
    await desk.goto(`${desk.url().split('?')[0] ?? ''}/action`);
    await desk.getByLabel('We knew already and are acting on it').check();
    await desk.getByRole('button', { name: 'Record' }).click();
    await desk.getByText('No further action by us (We knew already and are acting on it)').waitFor();
    expect(new URL(desk.url()).search).toBe('?done=recorded');
  }, 240_000);
});

describe('on other screens and on paper', () => {
  it('has the filter, what is overdue and the hand-over without faults', async () => {
    await place('O-1', '2026-10-02');
    const desk = await browser.as(croydon, 'duty-desk');
    await desk.goto('/console/desk?show=all&kind=missing&urgency=urgent');
    expect(await faultsOn(desk)).toEqual([]);
    await desk.getByLabel('Show', { exact: true }).selectOption('overdue');
    await desk.getByLabel('Kind').selectOption('');
    await desk.getByLabel('Urgency').selectOption('');
    await desk.getByRole('button', { name: 'Show these' }).click();
    await desk.waitForURL('**show=overdue**');
    expect(await faultsOn(desk)).toEqual([]);
    await desk.goto('/console/desk/hand-over');
    expect(await faultsOn(desk)).toEqual([]);
    await screenshot(desk, 'desk-hand-over');
    await desk.goto('/console/desk/hand-over?fromDay=soon&fromTime=&toDay=&toTime=');
    expect(await faultsOn(desk)).toEqual([]);
    await desk.emulateMedia({ media: 'print' });
    await desk.goto('/console/desk/hand-over');
    expect(await desk.getByText('Choose another time, or print').isVisible()).toBe(false);
    expect(await desk.locator('.moj-sub-navigation').isVisible()).toBe(false);
    await screenshot(desk, 'desk-hand-over-print');
  }, 240_000);

  it('is readable in the dark, and on a telephone', async () => {
    await report('D-1');
    const dark = await browser.as(croydon, 'duty-desk', { colorScheme: 'dark' });
    for (const path of ['/console/desk', '/console/desk/inbox/1', '/console/desk/hand-over']) {
      await dark.goto(path);
      expect(await axe(dark)).toEqual([]);
    }
    await dark.goto('/console/desk');
    await screenshot(dark, 'desk-inbox-dark');
    const phone = await browser.as(croydon, 'duty-desk', { viewport: { width: 320, height: 640 } });
    await phone.goto('/console/desk/inbox/1');
    expect(await axe(phone)).toEqual([]);
    await screenshot(phone, 'desk-notice-phone');
    await phone.goto('/console/desk');
    expect(await axe(phone)).toEqual([]);
    await screenshot(phone, 'desk-inbox-phone');
    const urgent = await phone.getByRole('link', { name: 'urgent, not acknowledged' }).boundingBox();
    expect(urgent?.y).toBeLessThan(600);
    const empty = await browser.as(lambeth, 'duty-desk');
    await empty.goto('/console/desk');
    expect(await faultsOn(empty)).toEqual([]);
    expect(await empty.locator('main').innerText()).toContain('Nobody has told your authority anything yet');
  }, 240_000);
});

describe('what was put before a browser here', () => {
  it('is what is written down of it', () => {
    const { now, written } = provedHere();
    expect(now).toEqual(written);
  });
});
