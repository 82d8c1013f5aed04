import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { POSTCODES } from '@ibex/kernel';
import type { PostcodeDirectory } from '@ibex/kernel';
import type { Page } from 'playwright-core';
import { ConsoleBrowser, faultsOn, screenshot } from './support/browser';
import { BOROUGHS, ConsoleInProcess } from './support/console-in-process';
import { provedHere } from './support/proved-pages';

jest.setTimeout(240_000);

const { camden, croydon } = BOROUGHS;
const COLUMNS =
  'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN';
const returned = mkdtempSync(join(tmpdir(), 'ibex-browser-after-'));

let ibex: ConsoleInProcess;
let browser: ConsoleBrowser;

/** Holds up whoever looks for a postcode, so that an upload stays under way for as long as somebody looks at it. */
class Gate {
  private open: (() => void) | undefined;
  private whenOpen = Promise.resolve();

  shut(): void {
    this.whenOpen = new Promise((resolve) => {
      this.open = resolve;
    });
  }

  unlock(): void {
    this.open?.();
  }

  standBefore(table: PostcodeDirectory): void {
    const find = table.authorityOf.bind(table);
    const late = async (postcode: string): Promise<string | undefined> => {
      await this.whenOpen;
      return find(postcode);
    };
    Reflect.set(table, 'authorityOf', late);
  }
}
const gate = new Gate();

const oneRow = async function* (): AsyncGenerator<readonly (readonly [string, string])[]> {
  await Promise.resolve();
  yield [['SM1 1EA', 'E09000029']];
};

beforeAll(async () => {
  ibex = await ConsoleInProcess.start();
  const table = ibex.exchange.part<PostcodeDirectory>(POSTCODES);
  await table.load(oneRow());
  gate.standBefore(table);
  browser = await ConsoleBrowser.open(ibex);
});
afterAll(async () => {
  await browser.close();
  await ibex.stop();
  rmSync(returned, { recursive: true, force: true });
});

describe('a notice that was asked about', () => {
  const asked = async (): Promise<string> => {
    const child = { localId: 'CAM-90', forename: 'Nia', surname: 'Grant', dateOfBirth: '2011-03-09' };
    const { body } = await ibex.exchange.post([camden, 'placing-practitioner'], '/v1/placements', {
      ...{ child, host: croydon, startsOn: '2026-03-02', notice: 'planned' },
    });
    await ibex.exchange.settled();
    const inbox = await ibex.exchange.get([croydon, 'duty-desk'], '/v1/inbox?limit=10');
    const [entry] = inbox.body['entries'] as readonly Readonly<{ sequence: number }>[];
    for (const text of ['Which school, please?', 'Who holds the passport?'])
      await ibex.exchange.post([croydon, 'duty-desk'], `/v1/inbox/${String(entry?.sequence)}/queries`, {
        text,
      });
    await ibex.exchange.settled();
    return `/console/tell/notices/placement/${String(body['id'])}`;
  };

  it('shows its thread, what is wrong with an answer, and what was answered, each state sound', async () => {
    const page = await browser.as(camden, 'placing-practitioner');
    await page.goto(await asked());
    expect(await faultsOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Send the answer' }).first().click();
    await page.getByRole('link', { name: 'Enter an answer' }).click();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    expect(await faultsOn(page)).toEqual([]);
    await page.getByLabel('Your answer').first().fill('Haverstock');
    await page.getByRole('button', { name: 'Send the answer' }).first().click();
    await page.locator('.ibex-tell-message--answer').getByText('Haverstock').waitFor();
    expect(await faultsOn(page)).toEqual([]);
    await screenshot(page, 'tell-thread');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('link', { name: 'Select what you want to tell' }).waitFor();
    expect(await faultsOn(page)).toEqual([]);
  });
});

describe('an upload', () => {
  const give = async (page: Page, ...episodes: readonly string[]): Promise<void> => {
    const [header, rows] = [join(returned, 'header.csv'), join(returned, 'episodes.csv')];
    writeFileSync(header, 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n4711,F,31/01/2010,WBRI,UN5,,');
    writeFileSync(rows, [COLUMNS, ...episodes].join('\n'));
    await page.goto('/console/tell/upload');
    await page.getByLabel('Files of the return').setInputFiles([header, rows]);
    await page.getByRole('button', { name: 'Upload and check' }).click();
  };
  const ROW = '4711,01/05/2024,S,C2,N1,U6,PR4,,,,CR0 7UD,SM1 1EA,SC123456';

  it('is sound while it is under way, and goes on to what was found and what was sent by itself', async () => {
    const page = await browser.as(camden, 'placing-practitioner');
    gate.shut();
    await give(page, ROW);
    await page.getByRole('heading', { name: 'Checking the return' }).waitFor();
    expect(await faultsOn(page)).toEqual([]);
    await screenshot(page, 'tell-upload-checking');
    gate.unlock();
    await page.getByRole('heading', { name: 'Check what will be sent' }).waitFor();
    expect(await faultsOn(page)).toEqual([]);
    gate.shut();
    await page.getByRole('button', { name: 'Send 1 notice now' }).click();
    await page.getByRole('heading', { name: 'Sending the return' }).waitFor();
    expect(await faultsOn(page)).toEqual([]);
    gate.unlock();
    await page.getByRole('heading', { name: 'The return was sent' }).waitFor();
    expect(await faultsOn(page)).toEqual([]);
  });

  it('loads itself again where no scripts run', async () => {
    const page = await browser.as(camden, 'placing-practitioner', { javaScriptEnabled: false });
    gate.shut();
    await give(page, ROW);
    await page.getByRole('heading', { name: 'Checking the return' }).waitFor();
    gate.unlock();
    await page.getByRole('heading', { name: 'Check what will be sent' }).waitFor();
    expect(await page.locator('main').innerText()).toContain('There is nothing new to tell');
  });

  it('is sound when it could not be read, and when no file was chosen', async () => {
    const page = await browser.as(camden, 'placing-practitioner');
    await page.goto('/console/tell/upload');
    await page.getByRole('button', { name: 'Upload and check' }).click();
    await page.locator('.govuk-error-summary').waitFor();
    expect(await faultsOn(page)).toEqual([]);
    const alone = join(returned, 'episodes.csv');
    writeFileSync(alone, COLUMNS);
    await page.getByLabel('Files of the return').setInputFiles([alone]);
    await page.getByRole('button', { name: 'Upload and check' }).click();
    await page.getByRole('heading', { name: 'The return could not be read' }).waitFor();
    expect(await faultsOn(page)).toEqual([]);
    await screenshot(page, 'tell-upload-failed');
  });
});

describe('what was put before a browser here', () => {
  it('is what is written down of it', () => {
    const { now, written } = provedHere();
    expect(now).toEqual(written);
  });
});
