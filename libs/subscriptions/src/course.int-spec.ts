import { Global, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { JoseModule, newSigningKey } from '@ibex/adapters/jose';
import { PostgresModule } from '@ibex/adapters/postgres';
import { SqliteModule } from '@ibex/adapters/sqlite';
import { IdentityModule } from '@ibex/identity';
import { EVENT_STORE, MAILBOX, SUBSCRIPTIONS } from '@ibex/kernel';
import type { EventStore, Mailbox, Subscriptions } from '@ibex/kernel';
import { ProofModule } from '@ibex/proof';
import { RuntimeModule, SubscriptionRunner, SystemClockModule } from '@ibex/runtime';
import { aNewFact, postgresServer, temporaryFolders } from '@ibex/testing';
import { subscriptionDefinition } from './domain/subscription.definition';
import { SUBSCRIPTION_SETTINGS, USUAL_SUBSCRIPTIONS } from './record/room';
import { SubscriptionsModule } from './subscriptions.module';
import { memoryLog, startExchange } from '../../../test/support/subscriptions/exchange';

const HACKNEY = 'E09000012';
const CROYDON = 'E09000008';
const BARNET = 'E09000003';
type Body = Readonly<Record<string, unknown>>;
type Answer = Readonly<{ status: number; body: Body }>;

const masterKey = new Uint8Array(32).fill(1);
const folders = temporaryFolders();
const server = postgresServer('--no-fsync');
const onPostgres = async () => [
  memoryLog(),
  PostgresModule.with({ url: await server().database(), masterKey }),
];
const onSqlite = () => Promise.resolve([SqliteModule.forFolder({ folder: folders(), masterKey })]);

const MOST = 4;
@Global()
@Module({
  providers: [
    { provide: SUBSCRIPTION_SETTINGS, useValue: { ...USUAL_SUBSCRIPTIONS, mostPerAuthority: MOST } },
  ],
  exports: [SUBSCRIPTION_SETTINGS],
})
class Settings {}

const trouble = { since: '2026-03-01T07:00:00.000Z', reason: 'webhook/timed-out', attempts: 19, waiting: 4 };

describe.each([
  ['embedded stores', onSqlite],
  ['PostgreSQL', onPostgres],
])('the course of subscriptions on %s', (_, stores) => {
  let app: NestFastifyApplication;
  let url: string;
  let keys = 0;

  beforeAll(async () => {
    app = await startExchange(await stores(), [Settings]);
    url = await app.getUrl();
  }, 60_000);
  afterAll(() => app.close());

  const answerOf = async (answer: Response): Promise<Answer> => ({
    status: answer.status,
    body: (await answer.json()) as Body,
  });
  const get = async (path: string, gss = CROYDON): Promise<Body> => {
    const headers = { authorization: `Bearer ${gss}.desk-1.duty-desk` };
    return (await answerOf(await fetch(url + path, { headers }))).body;
  };
  const post = async (path: string, body: Body, as = `${CROYDON}.desk-1.duty-desk`): Promise<Answer> => {
    const headers = {
      authorization: `Bearer ${as}`,
      'content-type': 'application/json',
      'idempotency-key': `course-${(keys += 1)}`,
    };
    const answer = await answerOf(
      await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) }),
    );
    const position = answer.body['position'];
    if (typeof position === 'number') await app.get(SubscriptionRunner).caughtUpTo(position, 5_000);
    return answer;
  };
  const caughtUp = async (): Promise<boolean> =>
    app.get(SubscriptionRunner).caughtUpTo(await app.get<EventStore>(EVENT_STORE).head(), 5_000);
  const opened = async (more: Body = {}, gss = CROYDON): Promise<string> => {
    const wish = { name: 'Feed', channel: 'pull-feed', ...more };
    const { status, body } = await post('/v1/subscriptions', wish, `${gss}.desk-1.duty-desk`);
    expect([status, body]).toEqual([201, body]);
    return String(body['id']);
  };
  /** As it is shown alone and as it is listed. */
  const shownTwice = async (id: string): Promise<readonly (Body | undefined)[]> => {
    const { subscriptions } = await get('/v1/subscriptions');
    return [
      await get(`/v1/subscriptions/${id}`),
      (subscriptions as readonly Body[]).find((each) => each['id'] === id),
    ];
  };
  const port = (): Subscriptions => app.get<Subscriptions>(SUBSCRIPTIONS);

  it('has pauses that end by themselves: after a day, or later if a person says so', async () => {
    const id = await opened();
    const path = `/v1/subscriptions/${id}/pause`;
    expect((await post(path, { forHours: 48 })).body).toMatchObject({
      code: 'subscription/person-must-confirm-pause',
      field: 'confirmsThatUrgentMayBeHidden',
    });
    expect((await post(path, { forHours: 721 })).status).toBe(422);
    const before = Date.now();
    expect((await post(path, {})).status).toBe(200);
    for (const shown of await shownTwice(id)) {
      const hours = (Date.parse(String(shown?.['pausedUntil'])) - before) / 3_600_000;
      expect([shown?.['state'], Math.round(hours)]).toEqual(['paused', 24]);
    }
    await port().pauseOver?.(id);
    expect(await port().find(id)).toMatchObject({ state: 'paused' });
    await post(`/v1/subscriptions/${id}/resume`, {});
    await post(path, { forHours: 720, confirmsThatUrgentMayBeHidden: true });
    const facts = await app.get<EventStore>(EVENT_STORE).readStream(`subscription-${id}`);
    expect(facts.at(-1)?.data).toMatchObject({ confirmedBy: { person: 'desk-1', role: 'duty-desk' } });
    await post(`/v1/subscriptions/${id}/close`, {});
  });

  it('shows trouble with a receiver until it is over, and takes nothing up anew for that', async () => {
    const id = await opened();
    for (let time = 0; time < 3; time += 1) await port().troubled?.(id, trouble, 24);
    await caughtUp();
    for (const shown of await shownTwice(id))
      expect(shown).toMatchObject({
        revision: 0,
        trouble: { ...trouble, notedAt: expect.any(String) as string },
      });
    const short = { revision: 0, trouble: { since: trouble.since, reason: trouble.reason } };
    expect(await port().find(id)).toMatchObject(short);
    expect((await port().open(CROYDON)).find((each) => each.id === id)).toMatchObject(short);
    await port().recovered?.(id);
    await port().recovered?.(id);
    await caughtUp();
    for (const shown of await shownTwice(id)) expect(shown).not.toHaveProperty('trouble');
    const facts = await app.get<EventStore>(EVENT_STORE).readStream(`subscription-${id}`);
    expect(facts.map(({ type }) => type)).toEqual([
      'SubscriptionOpened',
      'SubscriptionTroubled',
      'SubscriptionRecovered',
    ]);
    const told = await app.get<Mailbox>(MAILBOX).entriesOfStream(`subscription-${id}`);
    expect(told.map(({ authority, type }) => [authority, type])).toEqual([
      [CROYDON, 'uk.ibex.subscription.troubled'],
      [CROYDON, 'uk.ibex.subscription.recovered'],
    ]);
    await post(`/v1/subscriptions/${id}/close`, {});
  });

  it('lets a desk be taken off', async () => {
    const id = await opened({ desk: 'night' });
    const path = `/v1/subscriptions/${id}/changes`;
    expect((await post(path, { withoutDesk: true, desk: 'day' })).body).toMatchObject({
      status: 422,
      field: 'withoutDesk',
    });
    expect((await post(path, { withoutDesk: true })).status).toBe(200);
    for (const shown of await shownTwice(id)) expect(shown).not.toHaveProperty('desk');
    await post(`/v1/subscriptions/${id}/close`, {});
  });

  it('ends where an authority has as many as it may have, until one is closed', async () => {
    const ids: string[] = [];
    for (let count = 0; count < MOST; count += 1) ids.push(await opened({}, BARNET));
    const another = (): Promise<Answer> =>
      post('/v1/subscriptions', { name: 'One more', channel: 'pull-feed' }, `${BARNET}.desk-1.duty-desk`);
    const refused = await another();
    expect([refused.status, refused.body]).toMatchObject([
      409,
      { code: 'subscription/too-many', detail: expect.stringContaining('Close one') as string },
    ]);
    await post(`/v1/subscriptions/${String(ids[0])}/close`, {}, `${BARNET}.desk-1.duty-desk`);
    expect((await another()).status).toBe(201);
  });

  it('tells whoever asked for urgent notices alone how they end, and nothing of other notices', async () => {
    const worker = `${HACKNEY}.worker-1.placing-practitioner`;
    const child = { localId: 'COURSE-1', forename: 'Ada', surname: 'Obi' };
    const placed = { child, host: CROYDON, startsOn: '2026-03-02', notice: 'planned', placementType: 'K2' };
    expect((await post('/v1/placements', placed, worker)).status).toBe(201);
    const lastSeen = { at: new Date(Date.now() - 3_600_000).toISOString() };
    const missing = { child, kind: 'M', from: 'care', host: CROYDON, lastSeen, risk: 'high' };
    const posted = await post('/v1/missing-episodes', missing, worker);
    expect([posted.status, posted.body]).toEqual([201, posted.body]);
    const withdrawn = await post(
      `/v1/missing-episodes/${String(posted.body['id'])}/withdraw`,
      { because: 'duplicate' },
      worker,
    );
    expect([withdrawn.status, withdrawn.body]).toEqual([201, withdrawn.body]);
    const id = await opened({ filter: { urgencies: ['urgent'] } });
    const subscription = await port().find(id);
    const all = await app.get<Mailbox>(MAILBOX).read(CROYDON, 0, 10);
    const entries = all.filter(({ from }) => from === HACKNEY);
    const passing = await Promise.all(
      entries.map(async (entry) => [
        entry.type,
        entry.urgency,
        subscription && (await port().passes(subscription, entry)),
      ]),
    );
    expect(passing).toEqual([
      ['uk.ibex.placement.notified', expect.stringMatching(/prompt|routine/) as string, false],
      ['uk.ibex.missing.reported', 'urgent', true],
      ['uk.ibex.missing.withdrawn', expect.stringMatching(/prompt|routine/) as string, true],
    ]);
  });
});

describe('subscriptions before there is a view of them', () => {
  it.each([
    ['embedded stores', onSqlite],
    ['PostgreSQL', onPostgres],
  ])('are found from the log, on %s', async (_, stores) => {
    const signingKey = await newSigningKey();
    const imports = [
      SystemClockModule,
      ...(await stores()),
      ProofModule.forRoot({ pseudonymKey: new Uint8Array(32).fill(7) }),
      JoseModule.forRoot({ issuers: [], signingKey }),
      RuntimeModule.forRoot({ definitions: [subscriptionDefinition], actions: [] }),
      IdentityModule,
      SubscriptionsModule,
    ];
    const app = await (await Test.createTestingModule({ imports }).compile()).init();
    const data = { by: CROYDON, channel: 'pull-feed', nameDigest: 'n', startsAfter: 0, filter: {} };
    const log = app.get<EventStore>(EVENT_STORE);
    const fact = (id: string, type: string) => aNewFact(id, { type, data });
    await log.append('subscription-s-1', 'none', [fact('f-1', 'SubscriptionOpened')]);
    await log.append('subscription-s-2', 'none', [
      fact('f-2', 'SubscriptionOpened'),
      fact('f-3', 'SubscriptionClosed'),
    ]);
    const subscriptions = app.get<Subscriptions>(SUBSCRIPTIONS);
    expect(await subscriptions.open()).toEqual([
      {
        ...{ id: 's-1', authority: CROYDON, name: '', channel: 'pull-feed', filter: {} },
        ...{ startsAfter: 0, state: 'live', revision: 0 },
      },
    ]);
    expect(await subscriptions.open(BARNET)).toEqual([]);
    await app.close();
  });
});
