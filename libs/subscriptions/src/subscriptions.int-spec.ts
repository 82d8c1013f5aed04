import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { PostgresModule, PostgresStores } from '@ibex/adapters/postgres';
import { SqliteModule } from '@ibex/adapters/sqlite';
import { CHANNEL_SECRETS, EVENT_STORE, SUBSCRIPTIONS, MAILBOX } from '@ibex/kernel';
import type { ChannelSecrets, EventStore, Mailbox, Subscriptions } from '@ibex/kernel';
import { SubscriptionRunner } from '@ibex/runtime';
import { postgresServer, temporaryFolders } from '@ibex/testing';
import { SubscriptionList } from './view/subscription-list';
import type { SubscriptionDb } from './view/subscription-list';
import { memoryLog, startExchange } from '../../../test/support/subscriptions/exchange';

const HACKNEY = 'E09000012';
const CROYDON = 'E09000008';
const BARNET = 'E09000003';

type Body = Readonly<Record<string, unknown>>;
type Answer = Readonly<{ status: number; body: Body }>;
const desk = (gss: string): string => `${gss}.desk-1.duty-desk`;
const system = (gss: string): string => `${gss}.system-1.system-client`;
const worker = (gss: string): string => `${gss}.worker-1.placing-practitioner`;

const FILES = { channel: 'file-drop', target: 'desk' };
const masterKey = new Uint8Array(32).fill(1);
const folders = temporaryFolders();
const server = postgresServer('--no-fsync');

/** The log of the split is elsewhere; here it is in memory. */
const onPostgres = async () => {
  return [memoryLog(), PostgresModule.with({ url: await server().database(), masterKey })];
};
const onSqlite = () => Promise.resolve([SqliteModule.forFolder({ folder: folders(), masterKey })]);

describe.each([
  ['embedded stores', onSqlite],
  ['PostgreSQL', onPostgres],
])('subscriptions on %s', (_, stores) => {
  let app: NestFastifyApplication;
  let url: string;
  let keys = 0;

  beforeAll(async () => {
    app = await startExchange(await stores());
    url = await app.getUrl();
  }, 60_000);
  afterAll(() => app.close());

  const send = async (method: string, path: string, token: string, more: RequestInit): Promise<Answer> => {
    const headers = { authorization: `Bearer ${token}`, ...(more.headers as Record<string, string>) };
    const answer = await fetch(url + path, { ...more, method, headers });
    return { status: answer.status, body: (await answer.json()) as Body };
  };
  const get = (path: string, token: string): Promise<Answer> => send('GET', path, token, {});
  const post = async (
    path: string,
    token: string,
    body: Body,
    key = `key-${(keys += 1)}`,
  ): Promise<Answer> => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': key };
    const answer = await send('POST', path, token, { headers, body: JSON.stringify(body) });
    const position = answer.body['position'];
    if (typeof position === 'number') await app.get(SubscriptionRunner).caughtUpTo(position, 5_000);
    return answer;
  };
  const opened = async (token: string, more: Body = {}): Promise<string> => {
    const wish = { name: 'Feed of the desk', channel: 'pull-feed', ...more };
    const { status, body } = await post('/v1/subscriptions', token, wish);
    expect([status, body]).toEqual([201, body]);
    return String(body['id']);
  };
  const own = (id: string): Promise<Answer> => get(`/v1/subscriptions/${id}`, desk(CROYDON));
  const listOf = async (token: string, query = ''): Promise<readonly Body[]> =>
    (await get(`/v1/subscriptions${query}`, token)).body['subscriptions'] as Body[];
  const notify = (localId: string, dateOfBirth?: string, more: Body = {}): Promise<Answer> =>
    post('/v1/placements', worker(HACKNEY), {
      child: { localId, forename: 'Ada', surname: 'Obi', ...(dateOfBirth && { dateOfBirth }) },
      host: CROYDON,
      startsOn: '2026-03-02',
      notice: 'planned',
      placementType: 'K2',
      ...more,
    });

  it('are opened, shown and listed to their own authority, and nothing readable of them is in the log', async () => {
    const target = 'https://hooks.croydon.gov.uk/ibex?of=ms-ade';
    const id = await opened(desk(CROYDON), {
      name: 'Webhook of Ms Ade',
      channel: 'webhook',
      target,
      desk: 'duty-desk',
      startsAt: 'beginning',
    });
    const shown = {
      ...{ id, name: 'Webhook of Ms Ade', channel: 'webhook', target, filter: {}, desk: 'duty-desk' },
      ...{ payload: 'thin', startsAfter: 0, state: 'live', openedAt: expect.any(String) as string },
    };
    expect(await own(id)).toEqual({
      status: 200,
      body: { ...shown, revision: 1, secrets: [{ id: expect.any(String) as string, scheme: 'hmac-sha256' }] },
    });
    expect(await listOf(desk(CROYDON))).toEqual([{ ...shown, revision: 1 }]);
    const facts = await app.get<EventStore>(EVENT_STORE).readStream(`subscription-${id}`);
    expect(facts.map(({ type }) => type)).toEqual(['SubscriptionOpened', 'WebhookSecretAdded']);
    expect(JSON.stringify(facts)).not.toMatch(/Ade|hooks|whsec/);
  });

  it('are not there for another authority: to see, change, end, sign, try out or list', async () => {
    const id = await opened(desk(CROYDON), { channel: 'webhook', target: 'https://b.croydon.gov.uk/' });
    const path = `/v1/subscriptions/${id}`;
    const unknown = await get('/v1/subscriptions/never-opened', desk(BARNET));
    expect(unknown.status).toBe(404);
    const tries = [
      await get(path, desk(BARNET)),
      await post(`${path}/changes`, desk(BARNET), { name: 'Ours now' }),
      await post(`${path}/changes`, desk(BARNET), { target: 'https://inside.croydon.gov.uk/' }),
      await post(`${path}/pause`, desk(BARNET), {}),
      await post(`${path}/resume`, desk(BARNET), {}),
      await post(`${path}/close`, desk(BARNET), {}),
      await post(`${path}/secrets`, desk(BARNET), {}),
      await post(`${path}/test`, desk(BARNET), {}),
    ];
    expect(tries).toEqual(tries.map(() => unknown));
    expect(await listOf(desk(BARNET))).toEqual([]);
    expect((await own(id)).body).toMatchObject({ state: 'live', revision: 1 });
  });

  it('are paused, resumed and closed, each once, and the port follows', async () => {
    const id = await opened(desk(CROYDON));
    const subscriptions = app.get<Subscriptions>(SUBSCRIPTIONS);
    const step = async (name: string, body: Body = {}): Promise<unknown> => {
      const { status, body: answer } = await post(`/v1/subscriptions/${id}/${name}`, desk(CROYDON), body);
      return status === 200 ? (answer['facts'] as string[])[0] : answer['code'];
    };
    const listed = async () => (await subscriptions.open(CROYDON)).find((one) => one.id === id)?.state;
    expect(await step('resume')).toBe('subscription/not-paused');
    expect(await step('pause', { because: 'maintenance' })).toBe('SubscriptionPaused');
    expect(await step('pause')).toBe('subscription/already-paused');
    expect(await listed()).toBe('paused');
    expect(await step('resume')).toBe('SubscriptionResumed');
    expect(await listed()).toBe('live');
    expect(await step('close')).toBe('SubscriptionClosed');
    expect(await step('changes', { name: 'Again' })).toBe('subscription/closed');
    expect(await listed()).toBeUndefined();
    expect(await subscriptions.find(id)).toMatchObject({ id, state: 'closed', revision: 3 });
    expect((await listOf(desk(CROYDON))).map((one) => one['id'])).not.toContain(id);
    expect((await listOf(desk(CROYDON), '?state=all')).map((one) => one['id'])).toContain(id);
  });

  it('are paused when the receiver says that it wants nothing more, for all to see, until resumed', async () => {
    const id = await opened(desk(CROYDON), { channel: 'webhook', target: 'https://g.croydon.gov.uk/' });
    const subscriptions = app.get<Subscriptions>(SUBSCRIPTIONS);
    const goneTwice = async () => {
      await subscriptions.gone?.(id);
      await subscriptions.gone?.(id);
    };
    await goneTwice();
    const gone = { state: 'paused', pausedBecause: 'receiver-gone', revision: 2 };
    expect((await own(id)).body).toMatchObject(gone);
    await post(`/v1/subscriptions/${id}/resume`, desk(CROYDON), {});
    expect((await own(id)).body).not.toHaveProperty('pausedBecause');
    await goneTwice();
    await post(`/v1/subscriptions/${id}/changes`, desk(CROYDON), { name: 'Mended soon' });
    const after = { ...gone, revision: 5, name: 'Mended soon' };
    expect((await own(id)).body).toMatchObject(after);
    expect((await listOf(desk(CROYDON))).find((one) => one['id'] === id)).toMatchObject(after);
  });

  it('answer a repeated command as the first time, though the host of the target has left the DNS', async () => {
    const target = `https://once-${(keys += 1)}.croydon.gov.uk/`;
    const wish = { name: 'Repeated', channel: 'webhook', target };
    const key = `repeat-${keys}`;
    const first = await post('/v1/subscriptions', desk(CROYDON), wish, key);
    const again = await post('/v1/subscriptions', desk(CROYDON), wish, key);
    const answer = Object.fromEntries(Object.entries(first.body).filter(([name]) => name !== 'secret'));
    expect(again).toEqual({ status: 201, body: { ...answer, repeated: true } });
    expect((await post('/v1/subscriptions', desk(CROYDON), wish)).status).toBe(422);
    const other = await post('/v1/subscriptions', desk(CROYDON), { ...wish, name: 'Other' }, key);
    expect([other.status, other.body['code']]).toEqual([409, 'idempotency-key-reused']);
  });

  it('are changed in what is told and keep the rest', async () => {
    const target = 'duty@croydon.gov.uk';
    const id = await opened(desk(CROYDON), { channel: 'email-digest', target, desk: 'night' });
    const change = (body: Body) => post(`/v1/subscriptions/${id}/changes`, desk(CROYDON), body);
    expect((await change({ target: 'night@croydon.gov.uk' })).body['facts']).toEqual(['SubscriptionChanged']);
    expect((await change({ name: 'Feed of the desk' })).body['code']).toBe('subscription/nothing-changed');
    expect((await change({ filter: { urgencies: ['urgent', 'prompt'] } })).status).toBe(200);
    const after = { name: 'Feed of the desk', target: 'night@croydon.gov.uk', desk: 'night' };
    const filter = { urgencies: ['prompt', 'urgent'] };
    expect((await own(id)).body).toMatchObject({ ...after, filter, revision: 2 });
    expect((await listOf(desk(CROYDON))).find((one) => one['id'] === id)).toMatchObject({ ...after, filter });
  });

  it('hide urgent notices only where a person says so, on record; a system cannot', async () => {
    const wish = { name: 'Only moves', channel: 'pull-feed', filter: { types: ['move'] } };
    const asked = await post('/v1/subscriptions', desk(CROYDON), wish);
    expect([asked.status, asked.body]).toMatchObject([
      409,
      { code: 'subscription/person-must-confirm', field: 'confirmsThatUrgentMayBeHidden' },
    ]);
    const confirming = { ...wish, confirmsThatUrgentMayBeHidden: true };
    const bySystem = await post('/v1/subscriptions', system(CROYDON), confirming);
    const byBoth = await post('/v1/subscriptions', `${CROYDON}.both.duty-desk+system-client`, confirming);
    expect([bySystem.body['code'], byBoth.body['code']]).toEqual([
      'subscription/person-must-confirm',
      'subscription/person-must-confirm',
    ]);
    const id = await opened(desk(CROYDON), confirming);
    const by = { person: 'desk-1', role: 'duty-desk' };
    expect((await own(id)).body).toMatchObject({ urgentMayBeHiddenBy: by });
    expect((await listOf(desk(CROYDON))).find((one) => one['id'] === id)).toMatchObject({
      urgentMayBeHiddenBy: by,
    });
    await opened(system(CROYDON), { filter: { urgencies: ['urgent'] } });
  });

  it.each([
    ['an unknown field of the filter', { filter: { colour: 'red' } }, 'filter.colour', 'unknown-field'],
    ['a type that does not exist', { filter: { types: ['weather'] } }, 'filter.types', 'code-list'],
    ['a code that does not exist', { filter: { categories: ['K22'] } }, 'filter.categories', 'code-list'],
    ['a list that lets nothing pass', { filter: { types: [] } }, 'filter.types', 'not-empty'],
    ['ages the wrong way round', { filter: { agesFrom: 9, agesTo: 3 } }, 'filter.agesTo', 'in-order'],
    ['a channel that does not exist', { channel: 'pigeon' }, 'channel', 'code'],
    ['a start ahead of the mailbox', { startsAt: 999_999 }, 'startsAt', 'not-ahead'],
    ['a start that is to come', { startsAt: '2099-01-01T00:00:00Z' }, 'startsAt', 'not-ahead'],
    ['a start that is none', { startsAt: 'soon' }, 'startsAt', 'start'],
    ['a private host', { target: 'https://inside.croydon.gov.uk/x' }, 'target', 'target/host-not-public'],
    ['a private address', { target: 'https://10.0.0.1/' }, 'target', 'target/host-not-public'],
    ['a host not in the DNS', { target: 'https://no.barnet.gov.uk/' }, 'target', 'target/host-not-found'],
    ['no HTTPS', { target: 'http://hooks.croydon.gov.uk/' }, 'target', 'target/not-https'],
    [
      'two mailboxes',
      { channel: 'email-digest', target: 'a@b.uk,c@d.uk' },
      'target',
      'target/not-an-address',
    ],
    ['an hour of each hour', { ...FILES, cadence: { every: 'hour', hour: 7 } }, 'cadence.hour', 'day-only'],
    ['a 25th hour', { ...FILES, cadence: { every: 'day', hour: 24 } }, 'cadence.hour', 'count'],
    ['a way out of the folder', { channel: 'file-drop', target: '../x' }, 'target', 'target/not-a-folder'],
    ['a signature of nothing', { channel: 'pull-feed', signing: 'ed25519' }, 'signing', 'webhook-only'],
  ])('refuse %s by field and mend', async (_what, fault, field, rule) => {
    const base = { name: 'Wrong', channel: 'webhook', target: 'https://hooks.croydon.gov.uk/' };
    const { status, body } = await post('/v1/subscriptions', desk(CROYDON), { ...base, ...fault });
    const errors = [{ field, rule, mend: expect.stringMatching(/\w+ \w+/) as string }];
    expect([status, body]).toMatchObject([422, { field, errors }]);
  });

  it('sign with the newest secret first, with both for the overlap, and with no other once it is over', async () => {
    const body = { name: 'Signed', channel: 'webhook', target: 'https://hooks.croydon.gov.uk/s' };
    const first = await post('/v1/subscriptions', desk(CROYDON), { ...body, signing: 'ed25519' }, 'sign-1');
    const again = await post('/v1/subscriptions', desk(CROYDON), { ...body, signing: 'ed25519' }, 'sign-1');
    expect(again.body).toMatchObject({ id: first.body['id'], repeated: true });
    expect(again.body).not.toHaveProperty('secret');
    const path = `/v1/subscriptions/${String(first.body['id'])}`;
    const one = first.body['secret'] as Readonly<Record<string, string>>;
    expect([one['secret'], one['publicKey']]).toEqual([
      expect.stringMatching(/^whsk_/),
      expect.stringMatching(/^whpk_/),
    ]);
    const rotate = async (overlapHours?: number) => {
      const more = overlapHours === undefined ? {} : { overlapHours };
      const { body: answer } = await post(`${path}/secrets`, desk(CROYDON), more);
      return answer['secret'] as Readonly<Record<string, string>>;
    };
    const two = await rotate();
    const secrets = app.get<ChannelSecrets>(CHANNEL_SECRETS);
    const signing = () => secrets.of(String(first.body['id']));
    expect(await signing()).toEqual([two['secret'], one['secret']]);
    const { body: shown } = await get(path, desk(CROYDON));
    expect(shown['secrets']).toEqual([
      { id: two['id'], scheme: 'hmac-sha256' },
      {
        ...{ id: one['id'], scheme: 'ed25519', publicKey: one['publicKey'] },
        signsUntil: expect.any(String) as string,
      },
    ]);
    expect(JSON.stringify([shown, await listOf(desk(CROYDON))])).not.toMatch(/whs(ec|k)_/);
    const three = await rotate(0);
    expect(await signing()).toEqual([three['secret']]);
    await post(`${path}/close`, desk(CROYDON), {});
    expect(await signing()).toEqual([]);
  });

  describe('the test of a filter', () => {
    beforeAll(async () => {
      await notify('LS-1', '2010-01-01');
      await notify('LS-2', '2021-01-01', { placementType: 'U6' });
      await notify('LS-3');
    });
    const tested = async (filter: Body, last = 3): Promise<Body> =>
      (await post('/v1/subscriptions/test', system(CROYDON), { filter, last })).body;

    it('says of each of the last entries whether it passes, and what holds it back', async () => {
      expect(await tested({ agesTo: 11, types: ['placement'] })).toEqual({
        ...{ looked: 3, passing: 2, heldBack: 1, urgentHeldBack: 0 },
        entries: [
          expect.objectContaining({
            passes: false,
            heldBackBy: ['ages'],
            message: 'uk.ibex.placement.notified',
          }),
          expect.objectContaining({ passes: true, heldBackBy: [] }),
          expect.objectContaining({ passes: true, heldBackBy: [] }),
        ],
      });
      expect((await tested({ categories: ['K2'] }, 2))['passing']).toBe(1);
    });

    it('counts the urgent notices that it would keep away, and takes a subscription as it stands', async () => {
      await post('/v1/missing-episodes', worker(HACKNEY), {
        child: { localId: 'LS-1' },
        kind: 'M',
        from: 'care',
        host: CROYDON,
        lastSeen: { at: new Date(Date.now() - 3_600_000).toISOString() },
        policeForce: 'metropolitan',
      }).then(({ status, body }) => expect([status, body]).toEqual([201, body]));
      const id = await opened(desk(CROYDON), {
        filter: { types: ['placement'] },
        confirmsThatUrgentMayBeHidden: true,
      });
      const { body } = await post(`/v1/subscriptions/${id}/test`, desk(CROYDON), { last: 1 });
      expect(body).toMatchObject({ looked: 1, passing: 0, urgentHeldBack: 1 });
      const subscriptions = app.get<Subscriptions>(SUBSCRIPTIONS);
      const entries = await app.get<Mailbox>(MAILBOX).read(CROYDON, 0, 10);
      const found = await subscriptions.find(id);
      const passing =
        found && (await Promise.all(entries.map((entry) => subscriptions.passes(found, entry))));
      expect(passing).toEqual([true, true, true, false]);
    });

    it('finds out nothing that is withheld: the age of a child whose placement became protected', async () => {
      const { body: hidden } = await notify('LS-4', '2016-01-01');
      const holdsBack = async (last: number) => (await tested({ agesFrom: 17 }, last))['heldBack'];
      expect(await holdsBack(1)).toBe(1);
      const correct = { restricted: true, placementType: 'A3' };
      const { status } = await post(
        `/v1/placements/${String(hidden['id'])}/correct`,
        worker(HACKNEY),
        correct,
      );
      expect(status).toBe(201);
      expect(await holdsBack(2)).toBe(0);
    });

    it('sees nothing of another mailbox', async () => {
      const { body } = await post('/v1/subscriptions/test', desk(BARNET), { filter: {} });
      expect(body).toEqual({ looked: 0, passing: 0, heldBack: 0, urgentHeldBack: 0, entries: [] });
    });

    it('goes by what is there: a subscription begins after the entries that came before a moment', async () => {
      const [first, second] = await app.get<Mailbox>(MAILBOX).read(CROYDON, 0, 10);
      const startOf = async (startsAt: unknown) =>
        (await own(await opened(desk(CROYDON), { startsAt }))).body['startsAfter'];
      expect(await startOf(second?.putAt)).toBe(first?.putAt === second?.putAt ? 0 : 1);
      const head = await app.get<Mailbox>(MAILBOX).head(CROYDON);
      const starts = [await startOf('now'), await startOf(2), await startOf('2020-01-01T00:00:00Z')];
      expect(starts).toEqual([head, 2, 0]);
    });
  });
});

describe('the second wall', () => {
  it('shows an authority its own rows of the view and no others', async () => {
    const url = await server().database();
    const app = await startExchange([memoryLog(), PostgresModule.with({ url, masterKey })]);
    const address = `${await app.getUrl()}/v1/subscriptions`;
    let keys = 0;
    for (const gss of [CROYDON, BARNET, BARNET]) {
      const headers = {
        authorization: `Bearer ${desk(gss)}`,
        'content-type': 'application/json',
        'idempotency-key': `wall-${(keys += 1)}`,
      };
      const body = JSON.stringify({ name: 'Feed', channel: 'pull-feed' });
      const answer = await fetch(address, { method: 'POST', headers, body });
      const { position } = (await answer.json()) as { position: number };
      await app.get(SubscriptionRunner).caughtUpTo(position, 5_000);
    }
    const rowsSeenBy = async (gss: string): Promise<readonly string[]> => {
      const reader = { current: () => ({ kind: 'reader', authority: gss }) as const };
      const raw = await PostgresStores.open({ url, masterKey, reader });
      const rows = await new SubscriptionList(raw.readDb as unknown as SubscriptionDb).of({});
      await raw.close();
      return rows.map(({ authority }) => authority);
    };
    expect(await rowsSeenBy(CROYDON)).toEqual([CROYDON]);
    expect(await rowsSeenBy(BARNET)).toEqual([BARNET, BARNET]);
    expect(await rowsSeenBy(HACKNEY)).toEqual([]);
    await app.close();
  });
});
