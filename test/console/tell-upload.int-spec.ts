import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { MemoryPostcodes } from '@ibex/adapters/memory';
import { importSsda903, loadPostcodes } from '@ibex/imports';
import type { ImportReport } from '@ibex/imports';
import { EVENT_STORE, POSTCODES } from '@ibex/kernel';
import type { EventStore, PostcodeDirectory } from '@ibex/kernel';
import { PaperExchange } from '../imports/paper-exchange';
import { sharedData } from '../imports/shared-data';
import type { Agent, Upload } from './support/agent';
import { BOROUGHS, ConsoleInProcess } from './support/console-in-process';
import type { ReadPage } from './support/read-page';

jest.setTimeout(240_000);

const { camden, croydon } = BOROUGHS;
const TABLE = sharedData('london-returns', 'postcodes-used.csv');

let ibex: ConsoleInProcess;
let officer: Agent;
let other: Agent;

beforeAll(async () => {
  ibex = await ConsoleInProcess.start();
  const table = ibex.exchange.part<PostcodeDirectory>(POSTCODES);
  await loadPostcodes(TABLE, table);
  officer = await ibex.as(croydon, 'placing-practitioner');
  other = await ibex.as(camden, 'placing-practitioner');
});
afterAll(() => ibex.stop());

const head = (): Promise<number> => ibex.exchange.part<EventStore>(EVENT_STORE).head();
const folders = (): readonly string[] =>
  readdirSync(tmpdir()).filter((name) => name.startsWith('ibex-upload-'));

const file = (name: string, content: string): Upload => ({ field: 'files', name, content });
const ofCroydon = (change: (text: string) => string = (text) => text): readonly Upload[] =>
  ['header.csv', 'episodes.csv', 'missing.csv'].map((name) =>
    file(name, change(readFileSync(sharedData('london-returns', '306-croydon', name), 'utf8'))),
  );

const EPISODES =
  'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN';
const small = (...episodes: readonly string[]): readonly Upload[] => [
  file('header.csv', 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n4711,F,31/01/2010,WBRI,UN5,,'),
  file('episodes.csv', [EPISODES, ...episodes].join('\n')),
];
const IN_SUTTON = '4711,01/05/2024,S,C2,N1,U6,PR4,,,,CR0 7UD,SM1 1EA,SC123456';

/** Asks again, as a person without scripts would, until it goes on no longer. */
const settled = async (page: ReadPage, who = officer): Promise<ReadPage> => {
  const until = Date.now() + 200_000;
  let at = page;
  while (/data-phase="(checking|sending)"/.test(at.html) && Date.now() < until) {
    await pause(100);
    at = await who.get(page.path);
  }
  return at;
};
const upload = async (files: readonly Upload[], who = officer): Promise<ReadPage> =>
  settled(await who.upload(await who.get('/console/tell/upload'), {}, ...files), who);

/** What the command line says of the same return. */
const byCommandLine = async (): Promise<ImportReport> => {
  const postcodes = new MemoryPostcodes();
  await loadPostcodes(TABLE, postcodes);
  const folder = sharedData('london-returns', '306-croydon');
  return importSsda903({ folder, authority: croydon, client: new PaperExchange(), postcodes, dryRun: true });
};

describe('uploading a return', () => {
  it('shows what would be sent as the command line does, sends nothing yet, and then sends it', async () => {
    const before = await head();
    const expected = await byCommandLine();
    const page = await upload(ofCroydon());
    expect(page.heading).toBe('Check what will be sent');
    expect(await head()).toBe(before);
    const total = Object.values(expected.commands).reduce((sum, each) => sum + each, 0);
    expect(page.text).toContain(`Send ${total.toLocaleString('en-GB')} notices now`);
    for (const { file: name, rows, posted, notForExchange, refused } of Object.values(expected.files))
      expect(page.text).toContain(
        [
          name,
          ...[rows, posted, 0, notForExchange, refused].map((count) => count.toLocaleString('en-GB')),
        ].join(' '),
      );
    expect(folders()).toHaveLength(1);
    const sending = await officer.send(page, {}, { action: '/send' });
    const twice = await officer.send(page, {}, { action: '/send' });
    expect([sending.status, twice.status]).toEqual([200, 200]);
    const sent = await settled(sending);
    expect(sent.heading).toBe('The return was sent');
    expect(folders()).toEqual([]);
    await ibex.exchange.settled();
    const again = await upload(ofCroydon());
    expect(again.text).toContain('There is nothing new to tell');
    const discarded = await officer.send(again, {}, { action: '/discard' });
    expect([discarded.path, folders()]).toEqual(['/console/tell/upload', []]);
    expect((await officer.get(again.path)).status).toBe(404);
  });

  it('names refused rows by file, line, column, rule and mend, and lets the good ones in', async () => {
    const page = await upload(
      small(
        IN_SUTTON,
        '4712,31/02/2024,S,C2,N1,U6,PR4,,,,CR0 7UD,SM1 1EA,SC123456',
        '=HYPERLINK("x"),01/05/2024,S,QQ,N1,U6,PR4,,,,CR0 7UD,SM1 1EA,SC123456',
      ),
    );
    expect(page.text).toContain('New placements 1');
    expect(page.text).toMatch(/episodes\.csv, line 3 DECOM 31\/02\/2024 Not a date/);
    expect(page.text).toMatch(/episodes\.csv, line 4 LS QQ Unknown code/);
    const csv = await officer.get(page.linkTo('Download the refused rows'));
    expect(csv.headers.get('content-type')).toContain('text/csv');
    const [columns, ...rows] = csv.html.trim().split('\r\n');
    expect(columns).toBe('file,line,column,value,what is wrong,rule,DfE rule,what to do');
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatch(/^episodes\.csv,3,DECOM,31\/02\/2024,not a date,imports\//);
    await officer.send(page, {}, { action: '/discard' });
  });

  it('gives a spreadsheet nothing to run', async () => {
    const page = await upload(small('4711,=1+1,S,C2,N1,U6,PR4,,,,CR0 7UD,SM1 1EA,SC123456'));
    expect(page.html).toContain('=1+1');
    const csv = await officer.get(page.linkTo('Download the refused rows'));
    expect(csv.html).toContain("episodes.csv,2,DECOM,'=1+1,");
    await officer.send(page, {}, { action: '/discard' });
  });

  it.each([
    ['no file', [file('', '')], 'Select the header, episodes and missing files of the return'],
    ['another kind of file', [file('return.exe', 'x')], 'The selected files must be CSV files'],
    [
      'the same file twice',
      [file('a.csv', 'x'), file('A.csv', 'y')],
      'The selected files must have different names',
    ],
  ])('refuses %s at the field', async (_, files, fault) => {
    const page = await upload(files);
    expect([page.status, page.faults]).toEqual([400, [fault]]);
    expect(folders()).toEqual([]);
  });

  it('says what is missing of a return, and keeps nothing of it', async () => {
    const page = await upload([file('episodes.csv', EPISODES)]);
    expect(page.heading).toBe('The return could not be read');
    expect(page.text).toContain('What was uploaded has no header.csv of an SSDA903 return');
    expect(page.text).not.toContain(tmpdir());
    expect(folders()).toEqual([]);
  });

  it('writes no file outside of its own folder, whatever it is called', async () => {
    const page = await upload([file('../../escape-header.csv', 'CHILD'), file('..\\episodes.csv', EPISODES)]);
    expect(page.status).toBe(200);
    expect(existsSync(join(tmpdir(), 'escape-header.csv'))).toBe(false);
    expect(existsSync(join(tmpdir(), '..', 'escape-header.csv'))).toBe(false);
  });

  it('is nobody else’s, and only for those who may place children', async () => {
    const page = await upload(small(IN_SUTTON));
    const found = await Promise.all([other.get(page.path), other.get(`${page.path}/errors.csv`)]);
    expect(found.map(({ status }) => status)).toEqual([404, 404]);
    const desk = await ibex.as(croydon, 'duty-desk');
    expect((await desk.get('/console/tell/upload')).status).toBe(403);
    await officer.send(page, {}, { action: '/discard' });
  });

  it('asks for no script to go on: the page loads itself again', async () => {
    const page = await officer.upload(await officer.get('/console/tell/upload'), {}, ...ofCroydon());
    expect(page.html).toContain('<noscript><meta http-equiv="refresh" content="3"></noscript>');
    const done = await settled(page);
    expect(done.html).not.toContain('http-equiv="refresh"');
    await officer.send(done, {}, { action: '/discard' });
  });
});
