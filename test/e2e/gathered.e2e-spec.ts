import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'csv-parse/sync';
import { MailServer, selfMade } from '../../libs/adapters/src/smtp/smtp.fixture';
import { Desk } from '../support/desk';
import type { Answer, Body } from '../support/desk';
import { ExchangeUnderTest } from '../support/exchange-under-test';
import { tokensOf } from '../support/tokens';

const run = promisify(execFile);
const CLI = join(__dirname, '..', '..', 'dist', 'apps', 'cli', 'src', 'main.js');
const CAMDEN = 'E09000007';
const CROYDON = 'E09000008';
const MAILBOX = 'duty-desk@croydon.gov.uk';
/** Of the child and of what was said of it: nothing of it may leave. */
const CANARY = /Tilly|Canarybird|2011-03-09|CAM-2041|Red cap|East Croydon/;

/** So that what waits for its hour waits for as long as this runs. */
const farHour = String((new Date().getUTCHours() + 12) % 24);

const decoded = (mail: string): string =>
  mail
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
/** The machine may be busy: as long as it takes, and not for ever. */
const until = async <T>(ask: () => T | Promise<T>, holds: (answer: T) => boolean): Promise<T> => {
  const lastMs = performance.now() + 90_000;
  for (;;) {
    const answer = await ask();
    if (holds(answer)) return answer;
    if (performance.now() > lastMs) throw new Error(`waited in vain, last for ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};
const subjectOf = (mail: string): string => /^Subject: (.*)$/m.exec(mail)?.[1]?.trim() ?? '';
const idOf = (mail: string): string => /^Message-ID: (.*)$/im.exec(mail)?.[1]?.trim() ?? '';

describe('a desk without a system is told by mail and by file', () => {
  const home = mkdtempSync(join(tmpdir(), 'ibex-gathered-'));
  const root = join(home, 'drop');
  const tls = selfMade();
  const server = new MailServer();
  const tokens = tokensOf(home);
  let settings: Readonly<Record<string, string>>;
  let exchange: ExchangeUnderTest;
  let camden: Desk;
  let croydon: Desk;

  const start = async (): Promise<void> => {
    exchange = await ExchangeUnderTest.start(home, settings);
    camden = new Desk(exchange.url, tokens, CAMDEN, 'duty-desk');
    croydon = new Desk(exchange.url, tokens, CROYDON, 'duty-desk');
  };
  const ibex = async (...args: readonly string[]): Promise<string> => {
    const token = await tokens(CROYDON, 'duty-desk');
    const env = { PATH: process.env['PATH'], IBEX_URL: exchange.url, IBEX_TOKEN: token };
    const { stdout } = await run(process.execPath, [CLI, ...args], { env });
    return stdout;
  };
  const open = async (...options: readonly string[]): Promise<string> => {
    const said = await ibex('subscriptions', 'open', '--authority', CROYDON, '--name', 'Desk', ...options);
    return /^opened (\S+)/.exec(said)?.[1] ?? '';
  };
  const reportMissing = (localId: string): Promise<Answer> => {
    const lastSeen = { at: new Date(Date.now() - 3 * 3_600_000).toISOString() };
    return camden.post('/v1/missing-episodes', {
      child: { localId, forename: 'Tilly', surname: 'Canarybird', dateOfBirth: '2011-03-09' },
      ...{ kind: 'M', from: 'care', host: CROYDON, risk: 'high', lastSeen },
      ...{ description: 'Red cap', lastSeenPlace: 'East Croydon' },
    });
  };
  const place = (localId: string): Promise<Answer> =>
    new Desk(exchange.url, tokens, CAMDEN, 'placing-practitioner').post('/v1/placements', {
      child: { localId, forename: 'Tilly', surname: 'Canarybird', dateOfBirth: '2011-03-09' },
      ...{ host: CROYDON, startsOn: '2026-01-05', notice: 'planned', narrative: 'Red cap' },
    });
  const files = (): readonly string[] => {
    const folder = join(root, CROYDON, 'night-desk');
    if (!existsSync(folder)) return [];
    return readdirSync(folder)
      .filter((name) => !name.startsWith('.'))
      .map((name) => join(folder, name));
  };
  const rowsOf = (file: string): readonly (readonly string[])[] =>
    parse(readFileSync(file, 'utf8'), { bom: true }).slice(1);
  const rows = (): readonly (readonly string[])[] => files().flatMap(rowsOf);
  const ladder = async (link: string): Promise<readonly Body[]> =>
    (await camden.get(`${link}/recipients`)).body['recipients'] as readonly Body[];

  beforeAll(async () => {
    mkdirSync(root, { recursive: true });
    writeFileSync(join(home, 'ca.pem'), tls.cert);
    writeFileSync(join(home, 'password'), 'right\n');
    const port = await server.listen({
      ...{ ...tls, disabledCommands: [], authOptional: false },
      onAuth: ({ password }, _, done) =>
        password === 'right' ? done(null, { user: 'ibex' }) : done(new Error('no')),
    });
    settings = {
      ...{ IBEX_PUBLIC_URL: 'https://ibex.example', IBEX_DROP_ROOT: root, IBEX_LOG_LEVEL: 'info' },
      ...{ IBEX_SMTP: `smtp://localhost:${String(port)}`, IBEX_MAIL_FROM: 'notices@ibex.example' },
      ...{ IBEX_SMTP_USER: 'ibex', IBEX_SMTP_PASSWORD_FILE: join(home, 'password') },
      IBEX_SMTP_CA_FILE: join(home, 'ca.pem'),
    };
    await start();
  }, 90_000);
  afterAll(async () => {
    await exchange.stop();
    await server.close();
    rmSync(home, { recursive: true, force: true });
  }, 30_000);

  it('subscribes from the command line', async () => {
    const mail = await open(
      '--channel',
      'email-digest',
      '--target',
      MAILBOX,
      '--every',
      'day',
      '--at-hour',
      farHour,
    );
    const drop = await open('--channel', 'file-drop', '--target', 'night-desk');
    expect((await croydon.get(`/v1/subscriptions/${mail}`)).body).toMatchObject({
      ...{
        channel: 'email-digest',
        target: MAILBOX,
        cadence: { every: 'day', hour: Number(farHour) },
        state: 'live',
      },
    });
    expect((await croydon.get(`/v1/subscriptions/${drop}`)).body).toMatchObject({
      ...{ channel: 'file-drop', target: 'night-desk', cadence: { every: 'day', hour: 7 } },
    });
  }, 60_000);

  it.each([
    ['email-digest', 'desk@example.com', 'target/domain-not-allowed'],
    ['email-digest', 'desk@croydon.gov.uk, spy@croydon.gov.uk', 'target/not-an-address'],
    ['file-drop', '../E09000003/desk', 'target/not-a-folder'],
  ])('is not taken where nobody should be written to: %s %s', async (channel, target, rule) => {
    const answer = await croydon.post('/v1/subscriptions', { name: 'x', channel, target });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ field: 'target', rule }] } });
  });

  it('hears of a child that is missing at once, and of what waited with it', async () => {
    expect((await place('CAM-2041')).status).toBe(201);
    const waiting = async (): Promise<Body> =>
      (await croydon.post('/v1/subscriptions/test', { filter: {} })).body;
    await until(waiting, ({ looked }) => looked === 1);
    expect((await reportMissing('CAM-2041')).status).toBe(201);
    await until(
      () => server.got.length,
      (count) => count === 1,
    );
    await until(rows, (all) => all.length === 2);
    expect(server.got).toMatchObject([{ to: [MAILBOX], isSecure: true, user: 'ibex' }]);
    expect(server.got.map(({ text }) => subjectOf(text))).toEqual([
      'IBEX: 1 urgent notice waits, and 1 other',
    ]);
    expect(rows().map(([number, , urgency, from]) => [number, urgency === 'urgent', from])).toEqual([
      ['1', false, 'Camden'],
      ['2', true, 'Camden'],
    ]);
  }, 120_000);

  it('is on the ladder as told once the server has taken it, or the file is there', async () => {
    expect(rows().length).toBe(2);
    for (const [, , , , , , link = ''] of rows()) {
      expect(link).toMatch(/^https:\/\/ibex\.example\/v1\/notices\//);
      const [recipient] = await until(
        () => ladder(new URL(link).pathname),
        ([first]) => first?.['state'] !== 'queued',
      );
      expect(recipient).toMatchObject({ authority: CROYDON, state: 'delivered' });
      expect(['email-digest', 'file-drop']).toContain((recipient?.['delivered'] as Body)['channel']);
    }
  }, 120_000);

  it('lists the tries, without saying where to', async () => {
    const { body } = await croydon.get('/v1/subscriptions');
    for (const { id } of body['subscriptions'] as readonly Readonly<{ id: string }>[]) {
      const tries = await until(
        async () => (await croydon.get(`/v1/subscriptions/${id}/attempts`)).text,
        (text) => text.includes('taken'),
      );
      expect(tries).not.toMatch(/duty-desk@|night-desk/);
    }
  }, 120_000);

  it('misses nothing when the exchange is killed while nobody knows whether a mail was taken', async () => {
    // what is urgent is gathered for a minute after the last; a new process does not know of it
    await exchange.stop();
    await start();
    const idsSince = (): readonly string[] => server.got.slice(1).map(({ text }) => idOf(text));
    server.hangsUpAfter = 'keeping';
    await reportMissing('CAM-2042');
    await until(idsSince, (ids) => ids.length > 0);
    await exchange.kill();
    server.hangsUpAfter = undefined;
    const sofar = idsSince().length;
    await start();
    await until(idsSince, (ids) => ids.length > sofar);
    expect(new Set(idsSince()).size).toBe(1);
    await until(rows, (all) => all.length === 3);
    expect(rows().map(([number]) => number)).toEqual(['1', '2', '3']);
  }, 240_000);

  it('never held a word of the child, in a mail, a file or the log', () => {
    const all = server.got.map(({ text }) => text + decoded(text)).join('\n');
    const dropped = files()
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    expect(all.length).toBeGreaterThan(1_000);
    expect(dropped).toContain('entry,type');
    for (const text of [all, dropped, exchange.output.join('\n')]) expect(text).not.toMatch(CANARY);
    expect(all).not.toMatch(/Camden|E09000007/);
    expect(exchange.output.join('\n')).not.toContain(MAILBOX);
  });
});
