import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { londonDateOf } from '@ibex/kernel';
import { MashStory } from './mash.story';
import { ConsoleBrowser, tabTo } from './support/browser';
import { BOROUGHS, ConsoleInProcess } from './support/console-in-process';
import { KeyboardPerson } from './support/keyboard';

jest.setTimeout(600_000);

const { camden, croydon, lambeth } = BOROUGHS;
const [year = '', month = '', day = ''] = londonDateOf(new Date().toISOString()).split('-');
const TODAY = [day, month, year] as const;

let ibex: ConsoleInProcess;
let browser: ConsoleBrowser;
let story: MashStory;
const returned = mkdtempSync(join(tmpdir(), 'ibex-keyboard-return-'));

beforeAll(async () => {
  ibex = await ConsoleInProcess.start();
  story = new MashStory(ibex);
  await story.tell();
  browser = await ConsoleBrowser.open(ibex);
});
afterAll(async () => {
  await browser.close();
  await ibex.stop();
  rmSync(returned, { recursive: true, force: true });
});

const person = async (...who: Parameters<ConsoleBrowser['as']>): Promise<KeyboardPerson> =>
  new KeyboardPerson(await browser.as(...who));

/** As the title of the window says it. */
const unreadAt = async ({ page }: KeyboardPerson): Promise<number> =>
  Number(/^\((\d+)\)/.exec(await page.title())?.[1] ?? '0');

/** From the start page to the first question of what is told. */
const beginTo = async (officer: KeyboardPerson, what: string, localId: string): Promise<void> => {
  await officer.follow('a[href="/console/tell"]');
  await officer.pick('what', what);
  await officer.follow('main form[action$="/start"] button');
  await officer.type('[name="child.localId"]', localId);
  await officer.goOn();
  await officer.goOn();
};
/** The other authority by its name, since no postcode was given. */
const nameHost = async (officer: KeyboardPerson, name: string): Promise<void> => {
  await officer.goOn();
  await officer.pick('hostHow', 'named');
  await officer.goOn();
  await officer.type('select[name="hostNamed"]', name);
  await officer.goOn();
};
const send = async (officer: KeyboardPerson): Promise<void> => {
  if (!officer.page.url().endsWith('/check')) await officer.follow('main button[value="check"]');
  await officer.follow('form[action$="/send"] button');
  expect(await officer.heading()).toContain('Sent');
};

describe('a duty desk and a placements team, side by side, each by keyboard alone', () => {
  it('report a missing child, hear of it, open, acknowledge, act, ask, and answer', async () => {
    const desk = await person(croydon, 'duty-desk');
    await desk.follow('a[href="/console/desk"]');
    await desk.page.getByText('New notices appear by themselves.').waitFor();
    const rows = desk.page.locator('.ibex-row');
    const before = await rows.count();
    const unread = await unreadAt(desk);

    const officer = await person(camden, 'placing-practitioner');
    await beginTo(officer, 'missing', 'CAM-night');
    await officer.pick('kind', 'M');
    await officer.pick('from', 'care');
    await officer.date('lastSeen', TODAY);
    await officer.type('[name="lastSeen-time"]', 'midnight');
    await officer.goOn();
    await officer.goOn();
    await nameHost(officer, 'Croydon');
    await send(officer);

    await rows.nth(before).waitFor();
    expect(await desk.page.evaluate(() => document.documentElement.dataset['sounded'])).toBe('1');
    expect(await unreadAt(desk)).toBe(unread + 1);
    await desk.follow('#main-content .ibex-row a');
    expect(await desk.heading()).toContain('Reported missing');
    await desk.follow('.ibex-act__button');
    await desk.follow('a[href$="/action"]');
    await desk.pick('action', 'visited');
    await desk.follow('main form button');
    await desk.follow('a[href$="/question"]');
    await desk.type('#text', 'Which school does she go to?');
    await desk.follow('main form button');
    expect(await desk.page.getByRole('alert').innerText()).toContain('Asked');
    await ibex.exchange.settled();

    await officer.page.goto('/console');
    await officer.follow('a[href="/console/tell/told"], a[href="/console/tell"]');
    if (!officer.page.url().endsWith('/told')) await officer.follow('main a[href="/console/tell/told"]');
    await officer.follow('main a[href*="/console/tell/notices/missing/"]');
    await officer.type('form[action$="/answers"] textarea', 'Invented High');
    await tabTo(officer.page, 'form[action$="/answers"] button');
    await officer.page.keyboard.press('Enter');
    await officer.page.locator('.ibex-tell-message--answer').waitFor();
    await desk.page.reload();
    await desk.page.getByText('Invented High').waitFor();
    expect(await desk.page.locator('main').innerText()).toContain('Which school does she go to?');
  });

  it('tell of a family that moves', async () => {
    const officer = await person(camden, 'placing-practitioner');
    await beginTo(officer, 'move', 'CAM-family');
    await officer.pick('direction', 'leaving');
    await officer.pick('cohort', 'child-in-need');
    await officer.pick('permanence', 'permanent');
    await officer.goOn();
    await officer.date('movedOn', TODAY);
    await officer.goOn();
    await officer.goOn();
    await nameHost(officer, 'Croydon');
    await send(officer);
    await ibex.exchange.settled();
    const desk = await person(croydon, 'duty-desk');
    await desk.follow('a[href="/console/desk"]');
    expect(await desk.page.locator('main').innerText()).toMatch(/[Mm]ove/);
  });

  it('upload a return, look at what would be sent, and send it', async () => {
    const columns =
      'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN';
    const header = join(returned, 'header.csv');
    const episodes = join(returned, 'episodes.csv');
    writeFileSync(header, 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n4711,F,31/01/2010,WBRI,UN5,,');
    writeFileSync(
      episodes,
      `${columns}\n4711,01/05/2024,S,C2,N1,U6,PR4,,,,CR0 7UD,SM1 1EA,SC123456\n4712,31/02/2024,S,QQ,N1,U6,PR4,,,,,,`,
    );
    const officer = await person(camden, 'placing-practitioner');
    await officer.follow('a[href="/console/tell"]');
    await officer.follow('a[href="/console/tell/upload"]');
    await tabTo(officer.page, 'input[type="file"]');
    const [chooser] = await Promise.all([
      officer.page.waitForEvent('filechooser'),
      officer.page.keyboard.press('Space'),
    ]);
    await chooser.setFiles([header, episodes]);
    await officer.follow('main form button');
    await officer.page.getByRole('heading', { name: 'Check what will be sent' }).waitFor();
    await officer.page.waitForLoadState();
    await tabTo(officer.page, 'form[action$="/send"] button');
    await officer.page.keyboard.press('Enter');
    await officer.page.getByRole('heading', { name: 'The return was sent' }).waitFor();
    expect(await officer.page.locator('main').innerText()).toContain('The files were deleted');
  });
});

describe('two hubs side by side, each by keyboard alone', () => {
  it('search, open a record in an emergency, read it, and end that', async () => {
    const hub = await person(lambeth, 'mash');
    await hub.follow('a[href="/console/mash"]');
    await hub.follow('a[href="/console/mash/search"].govuk-button');
    await hub.type('#identifiers-forename', 'Maya');
    await hub.type('#identifiers-surname', 'Sample');
    await hub.type('#identifiers-dateOfBirth', '14 5 2011');
    await hub.check('input[name="purpose"]');
    await hub.type('#reason', 'Referral 13');
    await hub.follow('main button[type="submit"]');
    await hub.follow('main a[href*="/open/"]');
    await hub.type('#reason', 'She is at the station now');
    await hub.follow('main button[type="submit"]');
    expect(await hub.page.locator('.govuk-notification-banner').innerText()).toContain('open to you until');
    await hub.follow('main a[href$="/timeline"]');
    await hub.follow('a.ibex-mash-timeline__link');
    expect(new URL(hub.page.url()).hash).toMatch(/^#line-\d+$/);
    await hub.page.goto('/console/mash');
    await hub.follow('a[href="/console/mash/accesses"]');
    await tabTo(hub.page, 'main form button');
    await hub.page.keyboard.press('Enter');
    await hub.page.getByText('You have none open.').waitFor();
    expect(await hub.page.locator('main').innerText()).toContain('You have none open.');
  });

  it('review a link: one compares and decides, the other sees what was decided, and why', async () => {
    const camdens = await person(camden, 'mash');
    const croydons = await person(croydon, 'mash');
    await camdens.follow('a[href="/console/mash"]');
    await camdens.follow('a[href="/console/mash/links"]');
    await camdens.follow(`main a[href$="${story.pair}"]`);
    await camdens.check('input[name="decision"]');
    await camdens.type('#rationale', 'Mother named both workers');
    await tabTo(camdens.page, 'main button[type="submit"]');
    await camdens.page.keyboard.press('Enter');
    await camdens.page.getByText('Held to be one child').first().waitFor();
    await ibex.exchange.settled();
    await croydons.follow('a[href="/console/mash"]');
    await croydons.follow('a[href="/console/mash/links"]');
    await croydons.page.goto(`/console/mash/links/${story.pair}`);
    await croydons.page.getByText('Held to be one child').first().waitFor();
    expect(await croydons.page.locator('main').innerText()).toContain('Mother named both workers');
  });
});
