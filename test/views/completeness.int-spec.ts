import { randomUUID } from 'node:crypto';
import { AccessModule } from '@ibex/access';
import { FixedClock, MemoryEventStore, SequentialIds } from '@ibex/adapters/memory';
import { PostgresModule } from '@ibex/adapters/postgres';
import { SqliteModule } from '@ibex/adapters/sqlite';
import { BoroughsModule } from '@ibex/boroughs';
import { DeliveryModule } from '@ibex/delivery';
import { IdentityModule } from '@ibex/identity';
import {
  CLOCK,
  EVENT_STORE,
  IDS,
  RECORDS,
  STATEMENT_SIGNER,
  TOKEN_VERIFIER,
  addDays,
  categoryOf,
} from '@ibex/kernel';
import type { EventStore, Reader, Records, Role } from '@ibex/kernel';
import { definitions } from '@ibex/notifications';
import { FeedWatch, FeedWatchModule, ProjectionsModule, feedDefinition } from '@ibex/projections';
import { ProofModule } from '@ibex/proof';
import { RuntimeModule, SubscriptionRunner, createHttpApp, silentLog } from '@ibex/runtime';
import { postgresServer, temporaryFolders } from '@ibex/testing';
import { Module } from '@nestjs/common';
import type { DynamicModule, Provider } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { reported } from '../../libs/projections/src/shared/missing.fixture';
import { CAMDEN, CROYDON, notified } from '../../libs/projections/src/shared/placement.fixture';

const BARNET = 'E09000003';
const KENT = 'E10000016';
const masterKey = new Uint8Array(32).fill(7);
const tokenOf = (reader: Reader): string => Buffer.from(JSON.stringify(reader)).toString('base64url');
const verifier = {
  verify: (token: string) => Promise.resolve(JSON.parse(Buffer.from(token, 'base64url').toString())),
};
const signer = { sign: () => Promise.resolve(''), jwks: () => Promise.resolve({ keys: [] }) };
const NEVER_MS = 3_600_000;

@Module({})
class Exchange {}

/** What comes from outside: a clock that is set, and tokens that say in plain words who reads. */
@Module({})
class Edges {
  static with(...more: readonly Provider[]): DynamicModule {
    const edges = [
      { provide: IDS, useValue: new SequentialIds() },
      { provide: TOKEN_VERIFIER, useValue: verifier },
      { provide: STATEMENT_SIGNER, useValue: signer },
      ...more,
    ];
    const exports = edges.map((edge) => ('provide' in edge ? edge.provide : edge));
    return { module: Edges, global: true, providers: edges, exports };
  }
}

const start = async (stores: readonly DynamicModule[]): Promise<NestFastifyApplication> => {
  const imports = [
    ...stores,
    ProofModule.forRoot({ pseudonymKey: new Uint8Array(32).fill(9) }),
    RuntimeModule.forRoot({ definitions: [...definitions, feedDefinition], actions: [] }),
    BoroughsModule.forRoot({ members: [CAMDEN, CROYDON, BARNET, KENT] }),
    // looked at by hand
    ...[IdentityModule, AccessModule, DeliveryModule, FeedWatchModule.with({ lookEveryMs: NEVER_MS })],
    ProjectionsModule,
  ];
  const app = await createHttpApp({ module: Exchange, imports }, { log: silentLog() });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
};

const server = postgresServer('--no-fsync');
const folder = temporaryFolders();
type Stores = (clock: FixedClock) => Promise<readonly DynamicModule[]>;
const onSqlite: Stores = (clock) =>
  Promise.resolve([
    Edges.with({ provide: CLOCK, useValue: clock }),
    SqliteModule.forFolder({ folder: folder(), masterKey, clock }),
  ]);
const onPostgres: Stores = async (clock) => {
  const log = { provide: EVENT_STORE, useValue: new MemoryEventStore() };
  const url = await server().database();
  return [
    Edges.with({ provide: CLOCK, useValue: clock }, log),
    PostgresModule.with({ url, masterKey, clock }),
  ];
};

type Body = Readonly<Record<string, unknown>>;
type Feed = Readonly<{ authority: string; notification: string; says: string; state: string }>;
type Told = Readonly<{ type: string; data: Body; time: string }>;

describe.each([
  ['embedded stores', onSqlite],
  ['PostgreSQL', onPostgres],
])('completeness on %s', (_, stores) => {
  const clock = new FixedClock();
  let app: NestFastifyApplication;
  let position = -1;
  const recordOf = new Map<string, string>();

  /** Posted on that day at ten, about a child in Croydon. */
  const post = async (by: string, day: string, { type, data, stream } = notified({ by })): Promise<void> => {
    const id = randomUUID();
    const actor = { authority: by, person: 'p-1', role: 'placing-practitioner' };
    const of = { commandId: id, commandDigest: 'd', correlationId: 'c', schemaVersion: 1, actor };
    const metadata = { ...of, recordRef: recordOf.get(by) ?? '' };
    const fact = { id, type, data, metadata, recordedAt: `${day}T10:00:00.000Z` };
    position = (await app.get<EventStore>(EVENT_STORE).append(`${categoryOf(stream)}-${id}`, 'none', [fact]))
      .position;
  };
  const settled = (): Promise<boolean> => app.get(SubscriptionRunner).caughtUpTo(position, 20_000);
  const ask = async (authority: string, path: string, role: Role = 'duty-desk'): Promise<Body> => {
    await settled();
    const authorization = `Bearer ${tokenOf({ authority, person: 'p-2', roles: [role] })}`;
    const answer = await app.inject({ method: 'GET', url: path, headers: { authorization } });
    expect([answer.statusCode, path]).toEqual([200, path]);
    return answer.json();
  };
  const head = async (): Promise<void> => {
    position = await app.get<EventStore>(EVENT_STORE).head();
    await settled();
  };
  const look = async (): Promise<number> => {
    await settled();
    const came = await app.get(FeedWatch).look();
    await head();
    return came;
  };
  const statusOf = async (gss: string, by: string, role?: Role): Promise<Body> => {
    const { items } = (await ask(by, '/v1/status/authorities', role)) as { items: readonly Body[] };
    const found = items.find(({ authority }) => authority === gss);
    expect(found).toBeDefined();
    return { ...found, placements: (found?.['feeds'] as readonly Feed[])[0] };
  };
  const told = async (gss: string): Promise<readonly Told[]> => {
    const { entries } = (await ask(gss, '/v1/inbox?limit=500')) as { entries: readonly Told[] };
    return entries.filter(({ type }) => type === 'uk.ibex.feed.silent');
  };

  beforeAll(async () => {
    app = await start(await stores(clock));
    for (const authority of [KENT, CAMDEN]) {
      const actor = { authority, person: 'p-1', role: 'placing-practitioner' };
      const by = { actor, commandId: `introduce-${authority}`, correlationId: 'c' };
      const { recordRef } = await app.get<Records>(RECORDS).introduce({ localId: '1' }, by);
      recordOf.set(authority, recordRef);
    }
    // every working day of February: 2 February 2026 is a Monday
    for (let week = 0; week < 4; week += 1)
      for (let day = 0; day < 5; day += 1) {
        const date = addDays('2026-02-02', week * 7 + day);
        await post(KENT, date);
        if (day === 0) await post(CAMDEN, date);
      }
  }, 60_000);
  afterAll(() => app.close());

  it('says nothing of silence while the next posting may still come in time', async () => {
    // Kent posted last on Friday 27 February; Wednesday is the third working day
    clock.set('2026-03-04T12:00:00.000Z');
    expect(await look()).toBe(0);
    expect((await statusOf(KENT, BARNET))['placements']).toStrictEqual({
      ...{ authority: KENT, authorityName: 'Kent', notification: 'placement' },
      says: 'Kent last posted placements 5 days ago, usually daily',
      ...{ state: 'as-usual', lastPostedOn: '2026-02-27', usually: 'daily' },
    });
    expect(await told(KENT)).toEqual([]);
  });

  it('tells the authority itself that it has fallen silent, once, and nobody else', async () => {
    clock.set('2026-03-08T12:00:00.000Z');
    expect([await look(), await look(), await look()]).toEqual([1, 0, 0]);
    expect(await told(KENT)).toMatchObject([
      {
        data: {
          kind: 'Your postings have stopped',
          from: KENT,
          links: { detail: '/v1/status/authorities' },
          duty: 'For the duty desk and information governance: find out why no placements were posted, usually daily',
        },
      },
    ]);
    for (const other of [CAMDEN, CROYDON, BARNET]) expect(await told(other)).toEqual([]);
    const facts = await app.get<EventStore>(EVENT_STORE).readStream(`feed-${KENT}-placement`);
    expect(facts.map(({ type, data }) => [type, data])).toEqual([
      [
        'FeedFellSilent',
        {
          ...{ authority: KENT, notification: 'placement', title: 'placements' },
          ...{ lastPostedAt: '2026-02-27T10:00:00.000Z', since: '2026-03-05', usually: 'daily', limit: 3 },
        },
      ],
    ]);
  });

  it('names who is silent first in every answer that depends on it, and counts the others', async () => {
    const says =
      'Kent last posted placements 9 days ago, usually daily: silent since 2026-03-05, so some may be missing';
    const register = await ask(CROYDON, '/v1/registers/placed-here');
    expect(register['completeness']).toMatchObject({
      feeds: [
        { authority: KENT, says, state: 'silent' },
        {
          authority: CAMDEN,
          says: 'Camden last posted placements 13 days ago; too few postings to say how often it does',
        },
      ],
      others: { asUsual: 0, silent: 0, tooFewToSay: 0, neverPosted: 1 },
      link: '/v1/status/authorities',
    });
    // it has no child there, and might have
    const empty = await ask(BARNET, '/v1/registers/placed-here');
    expect(empty).toMatchObject({
      items: [],
      completeness: { feeds: [{ authority: KENT }], others: { tooFewToSay: 1, neverPosted: 1 } },
    });
    const own = await ask(KENT, '/v1/registers/placed-elsewhere');
    expect(own['completeness']).toMatchObject({ feeds: [{ says }], others: { silent: 0, neverPosted: 0 } });
    const story = await ask(CROYDON, `/v1/children/${recordOf.get(KENT) ?? ''}/chronology`);
    expect(story['completeness']).toMatchObject({ feeds: [{ authority: KENT, says }] });
    const owed = await ask(CROYDON, '/v1/duties?scope=owed-to-us&limit=500');
    expect(JSON.stringify(owed['completeness'])).toContain(says);
    const missing = await ask(CROYDON, '/v1/missing-episodes');
    expect(missing['completeness']).toMatchObject({ feeds: [], others: { neverPosted: 3 } });
  });

  it('shows an authority its own hours and days, the operator the days, and others neither', async () => {
    const days = { daysPosted: { of7: 0, of30: 15, of90: 20 } };
    const hours = { lastPostedAt: '2026-02-27T10:00:00.000Z', lastOccurredAt: '2025-02-01' };
    const own = (await statusOf(KENT, KENT))['placements'];
    expect(own).toMatchObject({ ...days, ...hours, silenceRecordedAt: '2026-03-08T12:00:00.000Z' });
    const operator = (await statusOf(KENT, CROYDON, 'operator'))['placements'] as Body;
    expect(operator).toMatchObject({ ...days, silenceRecordedAt: '2026-03-08T12:00:00.000Z' });
    expect(Object.keys(operator)).not.toEqual(expect.arrayContaining(['lastPostedAt']));
    const other = await statusOf(KENT, CROYDON);
    expect(Object.keys(other['placements'] as Body).sort()).toEqual([
      'authority',
      'authorityName',
      'lastPostedOn',
      'notification',
      'says',
      'silentSince',
      'state',
      'usually',
    ]);
    expect(other).not.toHaveProperty('channels');
  });

  it('shows who fetches to the authority itself and to the operator, and to others only whether anybody listens', async () => {
    await ask(CROYDON, '/v1/inbox?limit=500');
    await head();
    const channels = [{ channel: 'pull-feed', subscriptions: 0, lastSeenAt: '2026-03-08T12:00:00.000Z' }];
    expect(await statusOf(CROYDON, CROYDON)).toMatchObject({ hasLiveSubscriptions: false, channels });
    expect(await statusOf(CROYDON, BARNET, 'operator')).toMatchObject({ channels });
    expect(await statusOf(CROYDON, BARNET)).not.toHaveProperty('channels');
  });

  it('lists the silent alone where asked, and silent ones first', async () => {
    const names = async (query: string): Promise<readonly unknown[]> => {
      const { items } = (await ask(BARNET, `/v1/status/authorities${query}`)) as { items: readonly Body[] };
      return items.map(({ authorityName }) => authorityName);
    };
    expect(await names('?silent=true')).toEqual(['Kent']);
    expect(await names('')).toEqual(['Kent', 'Barnet', 'Camden', 'Croydon']);
  });

  it('ends with the next posting, and begins anew with the next silence', async () => {
    await post(KENT, '2026-03-09');
    clock.set('2026-03-09T12:00:00.000Z');
    expect([await look(), await look()]).toEqual([1, 0]);
    expect((await statusOf(KENT, KENT))['placements']).toMatchObject({ state: 'as-usual' });
    clock.set('2026-03-13T12:00:00.000Z');
    expect(await look()).toBe(1);
    const facts = await app.get<EventStore>(EVENT_STORE).readStream(`feed-${KENT}-placement`);
    expect(facts.map(({ type, data }) => [type, data['since'] ?? data['silentSince']])).toEqual([
      ['FeedFellSilent', '2026-03-05'],
      ['FeedResumed', '2026-03-05'],
      ['FeedFellSilent', '2026-03-13'],
    ]);
    expect(await told(KENT)).toHaveLength(2);
  });

  it('is not told by a view that has not read what was posted since', async () => {
    clock.set('2026-03-20T12:00:00.000Z');
    await app.get(SubscriptionRunner).whilePaused('view:postings', async () => {
      await post(KENT, '2026-03-19');
      // by what the view knows, it has been silent since long before
      await app.get(FeedWatch).look();
    });
    await head();
    clock.set('2026-03-20T12:01:00.000Z');
    expect(await look()).toBe(1);
    clock.set('2026-04-20T12:00:00.000Z');
    await app.get(SubscriptionRunner).whilePaused('view:postings', async () => {
      await post(KENT, '2026-04-19');
      expect(await app.get(FeedWatch).look()).toBe(0);
    });
    await settled();
    expect(await look()).toBe(0);
  });

  it('says nothing of what the reader was not told of', async () => {
    await post(KENT, '2026-04-20', reported({ host: { kind: 'unknown' }, areasAtRisk: [] }, { by: KENT }));
    const path = `/v1/children/${recordOf.get(KENT) ?? ''}/chronology?limit=500`;
    const typesIn = async (by: string): Promise<readonly string[]> => {
      const { completeness } = await ask(by, path);
      return (completeness as { feeds: readonly Feed[] }).feeds.map(({ notification }) => notification);
    };
    expect([await typesIn(KENT), await typesIn(CROYDON)]).toEqual([['placement', 'missing'], ['placement']]);
  });
});
