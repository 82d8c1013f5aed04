import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MemoryPostcodes } from '@ibex/adapters/memory';
import { importSsda903, loadPostcodes, reportAsText } from '@ibex/imports';
import type { ExchangeCommand, ImportOptions, ImportReport } from '@ibex/imports';
import { PaperExchange } from './paper-exchange';
import { sharedData } from './shared-data';

jest.setTimeout(120_000);

const CROYDON = 'E09000008';
const postcodes = new MemoryPostcodes();
let folder = '';

beforeAll(async () => {
  await loadPostcodes(sharedData('london-returns', 'postcodes-used.csv'), postcodes);
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ibex-return-'));
  cpSync(sharedData('london-returns', '306-croydon'), folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

const run = (client: PaperExchange, options: Partial<ImportOptions> = {}): Promise<ImportReport> =>
  importSsda903({ folder, authority: CROYDON, client, postcodes, ...options });
const timeless = (report: ImportReport): ImportReport => ({ ...report, seconds: 0 });
const rewrite = (file: string, change: (text: string) => string | Uint8Array): void => {
  writeFileSync(join(folder, file), change(readFileSync(join(folder, file), 'utf8')));
};
const spillFolders = (): readonly string[] =>
  readdirSync(tmpdir()).filter((name) => name.startsWith('ibex-import-'));
const sortedKeys = ({ commands }: PaperExchange): readonly string[] => commands.map(({ key }) => key).sort();

const EPISODES =
  'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN';
const smallReturn = (
  episodes: readonly string[],
  missing: readonly string[] = [],
  header: readonly string[] = ['4711,F,31/01/2010,WBRI,UN5,,'],
): void => {
  writeFileSync(join(folder, 'header.csv'), ['CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB', ...header].join('\n'));
  writeFileSync(join(folder, 'episodes.csv'), [EPISODES, ...episodes].join('\n'));
  writeFileSync(join(folder, 'missing.csv'), ['CHILD,DOB,MISSING,MIS_START,MIS_END', ...missing].join('\n'));
};
const IN_SUTTON = '4711,01/05/2024,S,C2,N1,U6,PR4,,,,CR0 7UD,SM1 1EA,SC123456';

describe('a return', () => {
  it('gives the same commands and report whether it fits into memory or not, and leaves nothing on the disk', async () => {
    const [inMemory, spilt] = [new PaperExchange(), new PaperExchange()];
    const before = spillFolders();
    const [report, other] = [await run(inMemory), await run(spilt, { memoryBytes: 10_000 })];
    expect(timeless(other)).toStrictEqual(timeless(report));
    expect(sortedKeys(spilt)).toStrictEqual(sortedKeys(inMemory));
    expect(spillFolders()).toStrictEqual(before);
  });

  it('leaves nothing on the disk when the exchange fails', async () => {
    const before = spillFolders();
    const client = new PaperExchange();
    client.submit = () => Promise.reject(new Error('gone'));
    await expect(run(client, { memoryBytes: 10_000 })).rejects.toThrow('gone');
    expect(spillFolders()).toStrictEqual(before);
  });

  it.each<readonly [string, (text: string) => string | Uint8Array]>([
    ['a byte order mark and CRLF', (text) => `\uFEFF${text.replaceAll('\n', '\r\n')}`],
    ['UTF-16', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['Windows-1252 and a column more', (text) => Buffer.from(text.replaceAll('\n', ',Zoë\n'), 'latin1')],
    ['quotes and spaces', (text) => text.replaceAll(/[^,\n]+/g, (cell) => `" ${cell} "`)],
    ['ISO dates', (text) => text.replaceAll(/(\d\d)\/(\d\d)\/(\d{4})/g, '$3-$2-$1')],
    [
      'lower-case headers',
      (text) => text.replace(/^.*$/m, (header) => header.toLowerCase().replaceAll('_', ' ')),
    ],
    ['older codes of sex', (text) => text.replaceAll(',M,', ',1,').replaceAll(',F,', ',2,')],
  ])('is the same return with %s', async (name, change) => {
    const plain = new PaperExchange();
    await run(plain);
    rewrite('header.csv', change);
    if (name !== 'older codes of sex')
      ['episodes.csv', 'missing.csv'].forEach((file) => rewrite(file, change));
    const changed = new PaperExchange();
    await run(changed);
    expect(sortedKeys(changed)).toStrictEqual(sortedKeys(plain));
  });

  it('without a required column is refused as a whole before anything is posted', async () => {
    rewrite('missing.csv', (text) => text.replace('MIS_START', 'BEGAN'));
    const client = new PaperExchange();
    await expect(run(client)).rejects.toMatchObject({
      code: 'imports/column-missing',
      message: expect.stringContaining('missing.csv has no column MIS_START') as string,
    });
    expect(client.commands).toStrictEqual([]);
  });

  it('is only shown in a dry run', async () => {
    const [dry, real] = [new PaperExchange(), new PaperExchange()];
    const planned: ExchangeCommand[] = [];
    const report = await run(dry, { dryRun: true, onPlanned: (command) => planned.push(command) });
    const recorded = await run(real);
    expect(dry.commands).toStrictEqual([]);
    expect(planned.map(({ key }) => key).sort()).toStrictEqual(sortedKeys(real));
    expect([report.commands, report.files]).toStrictEqual([recorded.commands, recorded.files]);
  });

  it('without a postcode table asks for every host', async () => {
    const client = new PaperExchange();
    const report = await importSsda903({ folder, authority: CROYDON, client });
    const hosts = client.commands
      .filter(({ action }) => action === 'placement/notify')
      .map(({ body }) => body['hostUnknown'] ?? body['restricted'] ?? body['host']);
    expect(new Set(hosts)).toStrictEqual(new Set([true]));
    expect(report.files.episodes?.notForExchange).toBe(0);
    expect(report.refusals.filter(({ kind }) => kind === 'unknown postcode')).toStrictEqual([]);
    expect(reportAsText(report)).toContain('No postcode table is loaded');
  });

  it('tells how far it is', async () => {
    const steps: string[] = [];
    await run(new PaperExchange(), { onProgress: ({ step }) => steps.push(step) });
    expect(new Set(steps)).toStrictEqual(new Set(['reading', 'posting']));
  });
});

describe('a return of a later day', () => {
  const told = (client: PaperExchange, from: number): readonly string[] =>
    client.commands.slice(from).map(({ action, id = 'new' }) => `${action} ${id}`);

  it('tells only what has changed: moved, missing, found, ended', async () => {
    const client = new PaperExchange();
    postcodes.load(entries(['SM1 1EA', 'E09000029'], ['BR1 1AA', 'E09000006'])).catch(fail);
    smallReturn([IN_SUTTON], ['4711,31/01/2010,M,01/06/2024,']);
    await run(client);
    const [first, again] = [client.commands.length, (await run(client)).commands];
    smallReturn(
      [
        '4711,01/07/2024,P,C2,N1,K2,PR4,,,,CR0 7UD,BR1 1AA,SC123457',
        IN_SUTTON.replace(',,,,', ',01/07/2024,X1,CARPL,'),
      ],
      ['4711,31/01/2010,M,01/06/2024,03/06/2024'],
    );
    await run(client);
    const [second, repeated] = [client.commands.length, (await run(client)).commands];
    expect([
      told(client, 0).slice(0, first),
      again,
      told(client, first).slice(0, second - first),
      repeated,
    ]).toStrictEqual([
      ['placement/notify new', 'missing/report new'],
      {},
      ['placement/end notice-1', 'placement/notify new', 'missing/found notice-2'],
      {},
    ]);
  });

  it('puts right what was wrong and reports what is gone', async () => {
    const client = new PaperExchange();
    smallReturn([IN_SUTTON, IN_SUTTON.replace('4711', '4712')], [], []);
    await run(client);
    const before = client.commands.length;
    smallReturn([IN_SUTTON.replace('PR4', 'PR1')], [], []);
    const report = await run(client);
    expect(client.commands.slice(before).map(({ action, id, body }) => ({ action, id, body }))).toStrictEqual(
      [{ action: 'placement/correct', id: 'notice-1', body: { provider: 'PR1' } }],
    );
    expect(report.notices.map(({ kind, text }) => [kind, text.includes('child 4712')])).toStrictEqual([
      ['gone from the return', true],
    ]);
  });
});

async function* entries(
  ...rows: readonly (readonly [string, string])[]
): AsyncGenerator<readonly (readonly [string, string])[]> {
  yield await Promise.resolve(rows);
}
const fail = (error: unknown): never => {
  throw error;
};
