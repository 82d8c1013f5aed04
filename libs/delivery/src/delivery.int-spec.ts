import { Global, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AccessModule } from '@ibex/access';
import { SqliteModule } from '@ibex/adapters/sqlite';
import { BoroughsModule } from '@ibex/boroughs';
import { IdentityModule, RecordRoutesModule, recordDefinition } from '@ibex/identity';
import { IbexError, ROLES, STATEMENT_SIGNER, TOKEN_VERIFIER } from '@ibex/kernel';
import type { Reader, TokenVerifier } from '@ibex/kernel';
import { definitions } from '@ibex/notifications';
import { intakeActions, notificationModules } from '@ibex/notifications/api';
import { ProofModule } from '@ibex/proof';
import { RuntimeModule, SystemClockModule, createHttpApp, silentLog } from '@ibex/runtime';
import { temporaryFolders } from '@ibex/testing';
import { settled } from '../../../test/support/settled';
import { DeliveryModule, deliveryDefinition, taskDefinition } from './index';

const HACKNEY = 'E09000012';
const CROYDON = 'E09000008';
const BARNET = 'E09000003';
const KENT = 'E10000016';

/** Tokens that say outright who asks: `<gss>.<claims, base64url>.<role>`. */
const verifier: TokenVerifier = {
  verify: (token) => {
    const [authority = '', , role] = token.split('.');
    const roles = ROLES.filter((one) => one === role);
    const reader: Reader = { authority, person: `person-of-${authority}`, roles };
    return roles.length > 0
      ? Promise.resolve(reader)
      : Promise.reject(new IbexError('access/token-refused', 'no role'));
  },
};
const signer = { sign: () => Promise.resolve('signed'), jwks: () => Promise.resolve({ keys: [] }) };

@Global()
@Module({
  providers: [
    { provide: TOKEN_VERIFIER, useValue: verifier },
    { provide: STATEMENT_SIGNER, useValue: signer },
  ],
  exports: [TOKEN_VERIFIER, STATEMENT_SIGNER],
})
class TokensModule {}

@Module({})
class ExchangeModule {}

const appModule = (folder: string) => ({
  module: ExchangeModule,
  imports: [
    SystemClockModule,
    TokensModule,
    SqliteModule.forFolder({ folder, masterKey: new Uint8Array(32).fill(1) }),
    ProofModule.forRoot({ pseudonymKey: new Uint8Array(32).fill(2) }),
    RuntimeModule.forRoot({
      definitions: [...definitions, recordDefinition, deliveryDefinition, taskDefinition],
      actions: intakeActions,
    }),
    BoroughsModule.forRoot(),
    IdentityModule,
    RecordRoutesModule,
    AccessModule,
    ...notificationModules,
    DeliveryModule,
  ],
});

type Body = Readonly<Record<string, unknown>>;
const desk = (gss: string): string => `${gss}.e30.duty-desk`;
const worker = (gss: string): string => `${gss}.e30.placing-practitioner`;
let keys = 0;

const folders = temporaryFolders();
let app: NestFastifyApplication;
let url: string;

const start = async (folder: string): Promise<void> => {
  app = await createHttpApp(appModule(folder), { log: silentLog(), logAnswers: false });
  await app.listen(0, '127.0.0.1');
  url = await app.getUrl();
};
const get = (path: string, token: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(url + path, { headers: { authorization: `Bearer ${token}`, ...headers } });
const post = (path: string, token: string, body: Body, key = `key-${(keys += 1)}`): Promise<Response> =>
  fetch(url + path, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify(body),
  });
const read = async (answer: Promise<Response>): Promise<Body> => (await (await answer).json()) as Body;

const notify = async (localId: string, host: string): Promise<Body> => {
  const answer = await post('/v1/placements', worker(HACKNEY), {
    child: { localId, forename: 'Ada <b>', surname: 'Obi', dateOfBirth: '2012-05-01' },
    host,
    startsOn: '2026-03-02',
    notice: 'emergency',
    address: '1 Hidden Lane',
    narrative: 'Prefers "Addie"',
  });
  const body = (await answer.json()) as Body;
  expect([answer.status, body]).toEqual([201, body]);
  await settled(app);
  return body;
};
type Entry = { sequence: number; data: { links: { detail: string } } };
const detailOf = (entry: Entry | undefined): string => entry?.data.links.detail ?? 'no entry';
const inboxOf = async (gss: string, after = 0): Promise<readonly Entry[]> =>
  (await read(get(`/v1/inbox?after=${after}`, desk(gss))))['entries'] as Entry[];

const home = folders();
beforeAll(() => start(home));
afterAll(() => app.close());

describe('from a placement to the host’s desk', () => {
  it('brings a thin message, and the detail by link', async () => {
    await notify('LS-1', CROYDON);
    const [entry] = await inboxOf(CROYDON);
    expect(JSON.stringify(entry)).not.toMatch(/Ada|Obi|Hidden|LS-1/);
    expect(await read(get(detailOf(entry), desk(CROYDON)))).toMatchObject({
      sight: 'addressee',
      type: 'PlacementNotified',
      child: { localId: 'LS-1', surname: 'Obi' },
      personal: { address: '1 Hidden Lane' },
    });
  });

  it('tells the sender, and nobody else, how far it got', async () => {
    const [entry] = await inboxOf(CROYDON);
    const path = `/v1/inbox/${String(entry?.sequence)}/acknowledgement`;
    const acknowledged = await read(post(path, desk(CROYDON), { note: 'With Ms Ade' }));
    expect(acknowledged).toMatchObject({ sequence: 1, person: `person-of-${CROYDON}`, role: 'duty-desk' });
    expect(await read(post(path, desk(CROYDON), {}))).toEqual(acknowledged);
    expect(await read(get(`${detailOf(entry)}/recipients`, worker(HACKNEY)))).toMatchObject({
      recipients: [
        {
          authority: CROYDON,
          state: 'acknowledged',
          delivered: { channel: 'pull-feed' },
          opened: { role: 'duty-desk' },
          acknowledged: { person: `person-of-${CROYDON}` },
        },
      ],
    });
    expect((await get(`${detailOf(entry)}/recipients`, desk(CROYDON))).status).toBe(404);
  });

  it('shows a stranger the same as for a notice that does not exist', async () => {
    const [entry] = await inboxOf(CROYDON);
    const forbidden = await get(detailOf(entry), desk(BARNET));
    const unknown = await get('/v1/notices/never-recorded', desk(BARNET));
    expect([forbidden.status, await forbidden.json()]).toEqual([unknown.status, await unknown.json()]);
    expect(unknown.status).toBe(404);
  });

  it('shows the owner the whole notice by its own id, and finds the record by the local id', async () => {
    const { id, recordRef } = await notify('LS-2', CROYDON);
    const whole = await read(get(`/v1/notices/by-id/placement/${String(id)}`, worker(HACKNEY)));
    expect(whole).toMatchObject({ sight: 'owner', facts: [{ type: 'PlacementNotified', revision: 0 }] });
    expect(await read(post('/v1/records/find', worker(HACKNEY), { localId: 'LS-2' }))).toMatchObject({
      recordRef,
    });
    expect((await post('/v1/records/find', worker(CROYDON), { localId: 'LS-2' })).status).toBe(404);
    expect((await get(`/v1/notices/by-id/record/${String(recordRef)}`, worker(HACKNEY))).status).toBe(404);
  });

  it('refuses a cursor from the future by name, and an acknowledgement of what is not there', async () => {
    const ahead = await get('/v1/inbox?after=999', desk(CROYDON));
    expect([ahead.status, await ahead.json()]).toMatchObject([
      400,
      { code: 'inbox/cursor-ahead', field: 'after' },
    ]);
    for (const sequence of ['999', '0', 'x']) {
      expect((await post(`/v1/inbox/${sequence}/acknowledgement`, desk(CROYDON), {})).status).toBe(404);
    }
  });

  it('answers a waiting reader as soon as there is something', async () => {
    const after = (await inboxOf(BARNET)).length;
    const waiting = read(get(`/v1/inbox?after=${after}&wait=20`, desk(BARNET)));
    await notify('LS-3', BARNET);
    expect(await waiting).toMatchObject({ next: after + 1, entries: [{ sequence: after + 1 }] });
  });
});

const eventsOf = async (answer: Response, count: number): Promise<string> => {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of answer.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if ((text.match(/^id: /gm) ?? []).length >= count) break;
  }
  return text;
};

describe('an answer to a notice', () => {
  const lastOf = async (gss: string): Promise<Entry> => {
    const entry = (await inboxOf(gss)).at(-1);
    if (!entry) throw new Error('the mailbox is empty');
    return entry;
  };
  it('tells the sender what was done, once for each key', async () => {
    await notify('LS-20', CROYDON);
    const entry = await lastOf(CROYDON);
    const path = `/v1/inbox/${entry.sequence}/actions`;
    const body = { action: 'no-further-action', reason: 'already-known', note: 'Ms Ade knows her' };
    const first = await read(post(path, desk(CROYDON), body, 'act-1'));
    expect(first).toMatchObject({ sequence: entry.sequence, action: 'no-further-action', repeated: false });
    expect(await read(post(path, desk(CROYDON), body, 'act-1'))).toEqual({ ...first, repeated: true });
    expect(await read(get(`${detailOf(entry)}/recipients`, worker(HACKNEY)))).toMatchObject({
      recipients: [{ authority: CROYDON, state: 'acted', actions: [{ reason: 'already-known' }] }],
    });
    const reasonless = await post(path, desk(CROYDON), { action: 'no-further-action' });
    expect([reasonless.status, await reasonless.json()]).toMatchObject([
      409,
      { code: 'delivery/reason-missing', field: 'reason' },
    ]);
  });

  it('asks the sender, who answers; both get an entry, nobody else a word', async () => {
    await notify('LS-21', CROYDON);
    const entry = await lastOf(CROYDON);
    const thread = `${detailOf(entry)}/recipients/${CROYDON}`;
    const asked = await read(
      post(`/v1/inbox/${entry.sequence}/queries`, desk(CROYDON), { text: 'Which school?' }),
    );
    await settled(app);
    const question = await lastOf(HACKNEY);
    expect(question).toMatchObject({ type: 'uk.ibex.delivery.query-asked', data: { kind: 'Asked back' } });
    expect(JSON.stringify(question)).not.toMatch(/school/);
    expect(detailOf(question)).toBe(detailOf(entry));

    const body = { queryId: asked['queryId'], text: 'None yet.' };
    expect((await post(`${thread}/answers`, desk(CROYDON), body)).status).toBe(404);
    expect((await post(`${thread}/answers`, worker(BARNET), body)).status).toBe(404);
    expect((await post(`${thread}/answers`, worker(HACKNEY), body)).status).toBe(200);
    await settled(app);
    expect(await lastOf(CROYDON)).toMatchObject({ type: 'uk.ibex.delivery.query-answered' });
    for (const reader of [worker(HACKNEY), desk(CROYDON)]) {
      expect(await read(get(`${thread}/queries`, reader))).toMatchObject({
        messages: [
          { kind: 'question', by: CROYDON, text: 'Which school?' },
          { kind: 'answer', by: HACKNEY, text: 'None yet.' },
        ],
      });
    }
    expect((await get(`${thread}/queries`, desk(BARNET))).status).toBe(404);
    expect((await post('/v1/inbox/999/queries', desk(CROYDON), { text: 'Who?' })).status).toBe(404);
  });
});

describe('the event stream', () => {
  it('sends what is there and what comes, and goes on after the last event', async () => {
    const first = await get('/v1/inbox/stream', desk(CROYDON));
    expect(first.headers.get('content-type')).toContain('text/event-stream');
    expect(first.headers.get('connection')).toBe('close');
    expect(await eventsOf(first, 2)).toMatch(
      /id: 1\nevent: uk\.ibex\.placement\.notified\ndata: \{.*\n\nid: 2\n/,
    );
    const resumed = await get('/v1/inbox/stream', desk(CROYDON), { 'last-event-id': '2' });
    await notify('LS-4', CROYDON);
    expect(await eventsOf(resumed, 1)).toMatch(/: open\n\nid: 3\n/);
  });

  it('refuses a cursor from the future before it opens', async () => {
    const answer = await get('/v1/inbox/stream', desk(CROYDON), { 'last-event-id': '999' });
    expect([answer.status, await answer.json()]).toMatchObject([
      400,
      { code: 'inbox/cursor-ahead', field: 'Last-Event-ID' },
    ]);
  });

  it('ends when its token ends', async () => {
    const exp = Math.ceil(Date.now() / 1000) + 1;
    const claims = Buffer.from(JSON.stringify({ exp })).toString('base64url');
    const answer = await get('/v1/inbox/stream', `${BARNET}.${claims}.duty-desk`);
    expect(await answer.text()).toMatch(/^retry: 2000\n: open\n\n/);
    expect(Date.now()).toBeGreaterThanOrEqual(exp * 1000 - 50);
    expect(Date.now()).toBeLessThan(exp * 1000 + 2000);
  });
});

describe('an authority that reads no mailbox here', () => {
  it('becomes a task of the sender with a ready letter, done once', async () => {
    await notify('LS-5', KENT);
    const { tasks } = (await read(get('/v1/tasks', worker(HACKNEY)))) as { tasks: { id: string }[] };
    expect(tasks).toMatchObject([
      { state: 'open', recipient: KENT, recipientName: 'Kent', capacity: 'host' },
    ]);
    const path = `/v1/tasks/${tasks[0]?.id ?? ''}`;

    const html = await get(`${path}/letter`, worker(HACKNEY), { accept: 'text/html' });
    expect(html.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await html.text()).toContain('Ada &lt;b&gt; Obi');
    const text = await get(`${path}/letter`, worker(HACKNEY), { accept: 'text/plain' });
    expect(await text.text()).toMatch(
      /To: Kent, children’s services[^]*Name: Ada <b> Obi[^]*Provision: .*reg 13\(4\)/,
    );
    expect((await get(`${path}/letter`, worker(CROYDON))).status).toBe(404);

    const done = { means: 'secure-email', doneAt: '2026-03-02T12:00:00Z', note: 'To the duty desk' };
    expect((await post(`${path}/done`, worker(CROYDON), done)).status).toBe(404);
    expect(await read(post(`${path}/done`, worker(HACKNEY), done, 'done-1'))).toMatchObject({
      repeated: false,
    });
    expect(await read(post(`${path}/done`, worker(HACKNEY), done, 'done-1'))).toMatchObject({
      repeated: true,
    });
    const twice = await post(`${path}/done`, worker(HACKNEY), done);
    expect([twice.status, await twice.json()]).toMatchObject([409, { code: 'task/already-done' }]);
  });

  it('is named among the recipients, with what became of it', async () => {
    const { id } = await notify('LS-6', KENT);
    const whole = (await read(get(`/v1/notices/by-id/placement/${String(id)}`, worker(HACKNEY)))) as {
      facts: { id: string }[];
    };
    const path = `/v1/notices/${whole.facts[0]?.id ?? ''}/recipients`;
    expect(await read(get(path, worker(HACKNEY)))).toMatchObject({
      recipients: [{ authority: KENT, state: 'to-be-told' }],
    });
  });
});

describe('a restart', () => {
  it('ends the streams that are open, and afterwards nothing is missing or there twice', async () => {
    const open = await get('/v1/inbox/stream', desk(BARNET));
    const before = await inboxOf(BARNET);
    expect(before.length).toBeGreaterThan(0);
    const ended = open.text();
    await app.close();
    expect(await ended).toContain('id: 1\n');
    await start(home);
    expect(await inboxOf(BARNET)).toEqual(before);
    await notify('LS-7', BARNET);
    expect((await inboxOf(BARNET)).map(({ sequence }) => sequence)).toEqual(
      Array.from({ length: before.length + 1 }, (_, at) => at + 1),
    );
    expect(await read(get(`${detailOf(before[0])}/recipients`, worker(HACKNEY)))).toMatchObject({
      recipients: [{ authority: BARNET, state: 'delivered', delivered: { channel: 'pull-feed' } }],
    });
  });
});
