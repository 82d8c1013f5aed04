import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '@ibex/kernel';
import { addressOf } from '../../../apps/cli/src/exchange/doors';
import { startSplit } from '../../../apps/cli/src/engines/split';
import type { AppName, Split } from '../../../apps/cli/src/engines/split';
import { MailServer } from '../../../libs/adapters/src/smtp/smtp.fixture';
import { openWebhook } from '../../support/receivers/open-webhook';
import { Receivers } from '../../support/receivers/receivers';
import { foundBelow, foundIn } from './needles';
import { ASKED_OF_HOST, MISSING, SAID, WHY_ASKED, WHY_HIDDEN, WORDS, child, contacts } from './planted';
import { wholeTopics } from './whole-topics';

const [CAMDEN, CROYDON, BARNET, KENT] = ['E09000007', 'E09000008', 'E09000003', 'E10000016'] as const;
/** The last of the journey, which everybody who listens has to have heard of before what they heard is searched. */
const LAST = 'uk.ibex.placement.ended';
const PATIENCE_MS = 90_000;
const HOUR_MS = 3_600_000;
jest.setTimeout(180_000);

type Heard = Readonly<{ status: number; text: string; body: Readonly<Record<string, unknown>> }>;

const until = async (what: string, isSo: () => boolean): Promise<void> => {
  const lastMs = performance.now() + PATIENCE_MS;
  while (!isSo()) {
    if (performance.now() > lastMs) throw new Error(`waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.csv'))
    .map((entry) => join(entry.parentPath, entry.name));

describe('what was planted in the main journeys of a split', () => {
  const outside = mkdtempSync(join(tmpdir(), 'ibex-split-leaks-'));
  const [drop, wholeFile] = [join(outside, 'drop'), join(outside, 'webhooks')];
  const mails = new MailServer();
  const errors: string[] = [];
  const streamed: string[] = [];
  const lettersBefore: Heard[] = [];
  const gone = new AbortController();
  let receivers: Receivers;
  let split: Split;
  let recordRef = '';
  let keys = 0;

  const the = (app: AppName): string => split.of(app)[0]?.url ?? '';
  const ask = async (
    [authority, role]: readonly [string, Role],
    path: string,
    body?: object,
  ): Promise<Heard> => {
    keys += 1;
    const headers: Record<string, string> = {
      authorization: `Bearer ${await split.tokenFor(authority, role)}`,
      ...{ 'ibex-purpose': 'section-47', 'content-type': 'application/json' },
      'idempotency-key': `leak-${String(keys)}`,
    };
    const sent = body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) };
    const doors = { commands: the('intake-api'), questions: the('view-api') };
    const answer = await fetch(addressOf(doors, sent.method ?? 'GET', path), sent);
    const text = await answer.text();
    if (answer.status >= 400) errors.push([text, ...answer.headers.entries()].join('\n'));
    const isObject = text.startsWith('{');
    return { status: answer.status, text, body: isObject ? (JSON.parse(text) as Heard['body']) : {} };
  };
  const post = async (role: Role, path: string, body: object): Promise<Heard['body']> => {
    const { status, text, body: answer } = await ask([CAMDEN, role], path, body);
    if (status >= 300) throw new Error(`${path}: ${text}`);
    return answer;
  };
  const listen = async (): Promise<void> => {
    const headers = { authorization: `Bearer ${await split.tokenFor(CROYDON, 'duty-desk')}` };
    const answer = await fetch(`${the('view-api')}/v1/inbox/stream`, { headers, signal: gone.signal });
    const decoder = new TextDecoder();
    for await (const chunk of answer.body ?? []) streamed.push(decoder.decode(chunk, { stream: true }));
  };
  const subscribe = async (): Promise<void> => {
    const view = the('view-api');
    await openWebhook(view, await split.tokenFor(CROYDON, 'duty-desk'), { receiver: 'well-all' });
    for (const [channel, target] of [
      ['email-digest', 'duty-desk@croydon.gov.uk'],
      ['file-drop', 'night-desk'],
    ])
      expect(
        (await ask([CROYDON, 'duty-desk'], '/v1/subscriptions', { name: 'Desk', channel, target })).status,
      ).toBe(201);
  };

  /** The letters that Camden has to send to whoever reads no mailbox. */
  const lettersOf = async (): Promise<readonly Heard[]> => {
    const { body } = await ask([CAMDEN, 'duty-desk'], '/v1/tasks?limit=100');
    const tasks = body['tasks'] as readonly Readonly<{ links: Readonly<{ letter: string }> }>[];
    return Promise.all(tasks.map(({ links }) => ask([CAMDEN, 'duty-desk'], links.letter)));
  };

  /** Everything that people ask and are told of one child, also what is refused. */
  const live = async (): Promise<void> => {
    const stay = { host: CROYDON, startsOn: '2026-01-05', notice: 'planned' };
    const placed = await post('placing-practitioner', '/v1/placements', {
      child,
      ...stay,
      ...SAID,
      contacts,
    });
    recordRef = String(placed['recordRef']);
    // of today: what is a week old is told as history, and waits for the full hour's digest
    const lastSeen = { at: new Date(Date.now() - 3 * HOUR_MS).toISOString() };
    const gone = { kind: 'M', from: 'care', host: CROYDON, lastSeen, ...MISSING };
    const away = { recordRef, ...gone, areasAtRisk: [BARNET, KENT] };
    await post('duty-desk', '/v1/missing-episodes', away);
    await until('the stream has told of it', () => streamed.join('').includes('uk.ibex.missing.reported'));
    // a digest that has not left by then holds nothing of a record that is restricted
    await until('a digest came to the desk by mail', () => mails.got.length > 0);
    await until('a file came to the night desk', () => filesBelow(drop).length > 0);
    lettersBefore.push(...(await lettersOf()));
    const inbox = await ask([CROYDON, 'duty-desk'], '/v1/inbox?limit=500');
    const entries = inbox.body['entries'] as readonly Readonly<{
      sequence: number;
      data: { links: { detail: string } };
    }>[];
    for (const { sequence, data } of entries) {
      expect((await ask([CROYDON, 'duty-desk'], data.links.detail)).text).toContain(child.surname);
      await ask([CROYDON, 'duty-desk'], `/v1/inbox/${String(sequence)}/queries`, { text: ASKED_OF_HOST });
    }
    // what is acknowledged is in no letter any more
    const acknowledgement = `/v1/inbox/${String(entries[0]?.sequence)}/acknowledgement`;
    await ask([CROYDON, 'duty-desk'], acknowledgement, {});
    const search = { identifiers: { nhsNumber: child.nhsNumber }, purpose: 'section-47', reason: WHY_ASKED };
    await ask([BARNET, 'mash'], '/v1/mash/searches', search);
    await ask([BARNET, 'mash'], `/v1/records/${recordRef}/break-glass`, {
      reason: WHY_ASKED,
      purpose: 'section-47',
    });
    const worse = { child: { ...child, nhsNumber: 'x' }, ...SAID };
    await ask([CAMDEN, 'placing-practitioner'], '/v1/placements', worse);
    await ask([CAMDEN, 'placing-practitioner'], '/v1/placements', { child, ...stay, host: SAID.address });
    await ask([CAMDEN, 'duty-desk'], '/v1/missing-episodes', { recordRef: child.surname, ...gone });
    await ask([KENT, 'mash'], `/v1/records/${encodeURIComponent(child.localId)}/break-glass`, {
      reason: WHY_ASKED,
    });
    await ask(
      [KENT, 'mash'],
      `/v1/children/${encodeURIComponent(child.surname)}/chronology?${new URLSearchParams(SAID).toString()}`,
    );
    await post('placing-practitioner', `/v1/placements/${String(placed['id'])}/end`, {
      endedOn: '2026-01-07',
      narrative: SAID.narrative,
    });
    await until('the stream has told of the last', () => streamed.join('').includes(LAST));
    await post('placing-practitioner', `/v1/records/${recordRef}/restrictions`, {
      label: 'refuge',
      reason: WHY_HIDDEN,
    });
  };

  beforeAll(async () => {
    mkdirSync(drop);
    receivers = await Receivers.start({ wholeFile });
    const port = await mails.listen();
    const settings = {
      ...receivers.environment(),
      ...{ IBEX_PUBLIC_URL: 'https://ibex.example', IBEX_DROP_ROOT: drop, IBEX_LOG_LEVEL: 'info' },
      ...{ IBEX_SMTP: `smtp://127.0.0.1:${String(port)}`, IBEX_MAIL_FROM: 'notices@ibex.example' },
    };
    const counts = { 'intake-api': 1, relay: 1, 'view-api': 1 };
    split = await startSplit({ members: [CAMDEN, CROYDON, BARNET], counts, settings });
    // ends when it is hung up on
    listen().catch(() => undefined);
    await subscribe();
    await live();
  });
  afterAll(async () => {
    gone.abort();
    await split.stopAll();
    await receivers.stop();
    await mails.close();
    rmSync(outside, { recursive: true, force: true });
  });

  it('is found with its owner, so that it would be found elsewhere', async () => {
    const { text } = await ask([CAMDEN, 'placing-practitioner'], `/v1/children/${recordRef}/chronology`);
    expect(foundIn(Buffer.from(text), WORDS)).toEqual(expect.arrayContaining([child.surname]));
  });

  it('is in no topic: no key, no header, no message', async () => {
    const text = await wholeTopics(split.engines.addresses.kafka, (so) => so.includes(LAST));
    expect(text).toContain(recordRef);
    expect(foundIn(Buffer.from(text), WORDS)).toEqual([]);
  });

  it('is in no webhook, neither header nor body', async () => {
    const came = (): string => (existsSync(wholeFile) ? readFileSync(wholeFile, 'utf8') : '');
    await until('the webhook was told of the last', () => came().includes(LAST));
    expect(came()).toContain('webhook-signature');
    expect(foundIn(Buffer.from(came()), WORDS)).toEqual([]);
  });

  it('is in no digest that came to a desk by mail and in no file that was dropped', () => {
    const digests = mails.got.map(({ text }) => text).join('\n');
    expect(digests).toContain('urgent notice');
    expect(foundIn(Buffer.from(digests), WORDS)).toEqual([]);
    const files = filesBelow(drop).map((file) => readFileSync(file, 'utf8'));
    expect(files.join('\n')).toContain('https://ibex.example/v1/');
    expect(foundBelow(drop, WORDS)).toEqual([]);
  });

  it('is in no event stream', () => {
    expect(streamed.join('')).toContain(recordRef);
    expect(foundIn(Buffer.from(streamed.join('')), WORDS)).toEqual([]);
  });

  it('is in no measure of any process', async () => {
    for (const { name, managementUrl } of split.apps) {
      const measures = await (await fetch(`${managementUrl}/metrics`)).text();
      expect([name, measures]).toEqual([name, expect.stringContaining('ibex_')]);
      expect([name, foundIn(Buffer.from(measures), WORDS)]).toEqual([name, []]);
    }
  });

  it('is in no error, neither body nor header', () => {
    expect(errors.length).toBeGreaterThan(4);
    expect(foundIn(Buffer.from(errors.join('\n')), WORDS)).toEqual([]);
  });

  it('is in the letter for an authority that reads no mailbox, until the record is restricted', async () => {
    expect(lettersBefore.length).toBeGreaterThan(0);
    for (const { status, text } of lettersBefore)
      expect([status, foundIn(Buffer.from(text), WORDS)]).toEqual([
        200,
        expect.arrayContaining([child.surname]),
      ]);
    const letters = await lettersOf();
    expect(letters.length).toBeGreaterThanOrEqual(lettersBefore.length);
    for (const { status, text } of letters)
      expect([status, foundIn(Buffer.from(text), WORDS)]).toEqual([404, []]);
  });

  it('is in nothing that any process or engine has written down', async () => {
    for (const app of split.apps) await app.kill('SIGTERM');
    for (const app of split.apps) expect(readFileSync(app.logFile, 'utf8')).toContain('"level"');
    expect(foundBelow(split.home, WORDS)).toEqual([]);
  });
});
