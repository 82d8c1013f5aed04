import { AccessModule } from '@ibex/access';
import { FixedClock, MemoryEventStore, SequentialIds } from '@ibex/adapters/memory';
import { PostgresModule, PostgresStores } from '@ibex/adapters/postgres';
import { SqliteModule } from '@ibex/adapters/sqlite';
import { BoroughsModule } from '@ibex/boroughs';
import { DeliveryModule } from '@ibex/delivery';
import { IdentityModule } from '@ibex/identity';
import {
  CLOCK,
  EVENT_STORE,
  IDS,
  READ_DB,
  RECORDS,
  SEALER,
  STATEMENT_SIGNER,
  TOKEN_VERIFIER,
} from '@ibex/kernel';
import type { EventStore, Reader, Records, Sealer } from '@ibex/kernel';
import { definitions } from '@ibex/notifications';
import { ProjectionsModule } from '@ibex/projections';
import { ProofModule } from '@ibex/proof';
import { createHttpApp, RuntimeModule, silentLog } from '@ibex/runtime';
import { postgresServer, temporaryFolders } from '@ibex/testing';
import type { Kysely } from 'kysely';
import { Module } from '@nestjs/common';
import type { DynamicModule, Provider } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { found, missingFact, reported } from '../../libs/projections/src/shared/missing.fixture';
import {
  acknowledged,
  BARNET,
  CAMDEN,
  consulted,
  CROYDON,
  ended,
  movedToBarnet,
  notified,
  responded,
} from '../../libs/projections/src/shared/placement.fixture';
import type { Told } from '../../libs/projections/src/shared/replay.fixture';
import { settled } from '../support/settled';

const LAMBETH = 'E09000022';
const READERS = [CAMDEN, CROYDON, BARNET, LAMBETH];
const clock = new FixedClock('2025-03-31T12:00:00.000Z');
const masterKey = new Uint8Array(32).fill(7);
const tokenOf = (reader: Reader): string => Buffer.from(JSON.stringify(reader)).toString('base64url');

@Module({})
class Exchange {}

/** What comes from outside: the clock stands still, and a token says in plain words who reads. */
@Module({})
class Edges {
  static with(...more: readonly Provider[]): DynamicModule {
    const verifier = {
      verify: (token: string) => Promise.resolve(JSON.parse(Buffer.from(token, 'base64url').toString())),
    };
    const signer = { sign: () => Promise.resolve(''), jwks: () => Promise.resolve({ keys: [] }) };
    const edges = [
      { provide: CLOCK, useValue: clock },
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
    RuntimeModule.forRoot({ definitions, actions: [] }),
    ...[BoroughsModule.forRoot(), IdentityModule, AccessModule, DeliveryModule, ProjectionsModule],
  ];
  const app = await createHttpApp({ module: Exchange, imports }, { log: silentLog() });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
};

/** One child in Croydon, one in a protected placement, one who moved on; ids whose order differs by letter case. */
const story = (
  hers: string,
  hidden: string,
  moved: string,
): readonly (readonly [Told, string, object?])[] => {
  const protectedPlace = { placementType: 'A3', host: { kind: 'withheld' }, restricted: true } as const;
  const p = (id: string) => ({ stream: `placement-${id}` });
  return [
    [notified(), hers, { postcode: 'CR0 1EA', narrative: 'needs quiet' }],
    [acknowledged(CROYDON), hers],
    [responded(CROYDON), hers],
    ...['Zoe', 'ada', 'Ébène', 'b', 'A'].map((id) => [notified({}, p(id)), hers] as const),
    [consulted, moved],
    [notified(protectedPlace, p('hidden')), hidden, { postcode: 'N1 1AA' }],
    [{ ...notified(), ...p('moved') }, moved],
    [{ ...movedToBarnet, ...p('moved') }, moved, { postcode: 'EN5 1AA' }],
    [{ ...acknowledged(BARNET), ...p('moved') }, moved],
    [{ ...notified({ startsOn: '2025-01-01' }, p('over')) }, hers],
    [{ ...ended, ...p('over'), data: { ...ended.data, endedOn: '2025-02-01' } }, hers],
    [reported(), hers, { circumstances: 'after school' }],
    [missingFact('MissingAcknowledged', { response: 'received' }, { by: CROYDON }), hers],
    [reported({ lastSeen: { on: '2025-03-20' }, areasAtRisk: [] }, { stream: 'missing-m2' }), hers],
    [{ ...found, stream: 'missing-m2' }, hers],
    [reported({ host: { kind: 'unknown' }, areasAtRisk: [LAMBETH] }, { stream: 'missing-m3' }), hers],
    // told to the owner and to the responsible authority by a third one
    [reported({ responsible: LAMBETH }, { stream: 'missing-m4' }), hers],
    [
      missingFact('MissingAcknowledged', { response: 'received' }, { by: CROYDON, stream: 'missing-m4' }),
      hers,
    ],
  ];
};

const toldAs = ({ type, data, by = CAMDEN }: Told, recordRef: string, at: number) => ({
  ...{ type, data, recordedAt: '2025-03-03T09:00:00.000Z' },
  metadata: {
    ...{ commandId: `command-${at}`, commandDigest: 'd', correlationId: 'c', schemaVersion: 1, recordRef },
    actor: { authority: by, person: 'p-1', role: 'placing-practitioner' },
  },
});

const tellAll = async (app: NestFastifyApplication): Promise<readonly string[]> => {
  const actor = { authority: CAMDEN, person: 'p-1', role: 'placing-practitioner' };
  const refs: string[] = [];
  for (const localId of ['CAM-1', 'CAM-2', 'CAM-3']) {
    const child = { localId, forename: 'Ada', surname: `of ${localId}`, dateOfBirth: '2010-05-04' };
    const by = { actor, commandId: `introduce-${localId}`, correlationId: 'c' };
    refs.push((await app.get<Records>(RECORDS).introduce(child, by)).recordRef);
  }
  const [hers = '', hidden = '', moved = ''] = refs;
  const store = app.get<EventStore>(EVENT_STORE);
  for (const [at, [told, recordRef, personal]] of story(hers, hidden, moved).entries()) {
    const id = `fact-${at}`;
    const fact = { id, ...toldAs(told, recordRef, at) };
    const sealed = personal && (await app.get<Sealer>(SEALER).seal(recordRef, id, personal));
    await store.append(told.stream, 'any', [{ ...fact, ...(sealed ? { sealed } : {}) }]);
    // one by one, so that routers of several lanes fill a mailbox in the same order everywhere
    await settled(app);
  }
  return refs;
};

type Body = Readonly<{ items?: readonly unknown[]; next?: string }>;
type Answer = Readonly<{ status: number; body: Body }>;
const ask = async (app: NestFastifyApplication, authority: string, path: string): Promise<Answer> => {
  const authorization = `Bearer ${tokenOf({ authority, person: 'p-2', roles: ['mash', 'duty-desk'] })}`;
  const answer = await app.inject({ method: 'GET', url: path, headers: { authorization } });
  return { status: answer.statusCode, body: answer.json() };
};

/** Every page of a list, one line each, so that every cursor is used; of a history a few lines. */
const pages = async (app: NestFastifyApplication, authority: string, path: string) => {
  const items: unknown[] = [];
  // each look at a history is put on record: a few pages of it are enough
  const perPage = path.endsWith('/chronology') ? 7 : 1;
  let cursor = '';
  for (;;) {
    const { status, body } = await ask(
      app,
      authority,
      `${path}${path.includes('?') ? '&' : '?'}limit=${String(perPage)}${cursor}`,
    );
    if (status !== 200) return [status];
    items.push(...(body.items ?? []));
    if (body.next === undefined) return items;
    cursor = `&cursor=${body.next}`;
  }
};

const LISTS = [
  '/v1/registers/placed-here',
  '/v1/registers/placed-here?on=2025-02-15',
  '/v1/registers/placed-here/counts?on=2025-02-15',
  '/v1/registers/placed-elsewhere',
  '/v1/registers/placed-elsewhere/counts',
  '/v1/registers/placed-elsewhere?includeEnded=true',
  ...['ours', 'here', 'heading-here'].map((scope) => `/v1/missing-episodes?state=all&scope=${scope}`),
  '/v1/missing-episodes?state=open',
  ...['all', 'open', 'late', 'met'].map((state) => `/v1/duties?state=${state}`),
  '/v1/duties?scope=owed-to-us',
  '/v1/duties?scope=either',
  '/v1/notices/told',
  ...['open', 'over', 'corrected', 'recalled'].map((state) => `/v1/notices/told?state=${state}`),
  '/v1/notices/told?notification=missing&kind=MissingReported',
  '/v1/worklists',
  ...['missing-ours', 'missing-here', 'missing-heading-here', 'duties-due'].flatMap((name) =>
    ['since', 'due', 'days-to-18', 'episodes-in-90-days'].map((by) => `/v1/worklists/${name}?sort=${by}`),
  ),
  ...[
    'placed-here-unacknowledged',
    'not-risk-assessed',
    'owed-to-us-late',
    'transfers-stuck',
    'links-to-review',
  ].map((name) => `/v1/worklists/${name}`),
];
const FACTS = Array.from({ length: 23 }, (_, at) => `fact-${at}`);
const SINGLE = [
  '/v1/inbox?limit=500',
  '/v1/tasks?state=all',
  ...FACTS.flatMap((id) => [`/v1/notices/${id}`, `/v1/notices/${id}/recipients`]),
];

type Db = Kysely<Record<string, Record<string, unknown>>>;
type Row = Readonly<Record<string, unknown>>;
type Tables = Readonly<Record<string, readonly Row[]>>;
type Entitled = (row: Row, who: string, tables: Tables) => boolean;

const isIn =
  (column: string): Entitled =>
  (row, who) =>
    row[column] === who;
const opens =
  (table: string, on: string, column: string): Entitled =>
  (row, who, tables) =>
    tables[table]?.some((other) => other[on] === row[on] && other[column] === who) === true;
/** Who may see which rows, told apart from the schemas. */
const ENTITLED: Readonly<Record<string, readonly Entitled[]>> = {
  duties: [isIn('owedBy'), isIn('owedTo')],
  placedHere: [isIn('host')],
  placedElsewhere: [isIn('owner')],
  chronologyEntries: [isIn('owner'), opens('chronologyTold', 'stream', 'authority')],
  chronologyTold: [isIn('authority'), opens('chronologyEntries', 'position', 'owner')],
  chronologySteps: [isIn('authority'), opens('chronologyEntries', 'recordRef', 'owner')],
  chronologyDuties: ['owner', 'owedBy', 'owedTo'].map(isIn),
  chronologyDutyChanges: ['owner', 'owedBy', 'owedTo'].map(
    (column) => (row, who, tables) =>
      tables['chronologyDuties']?.some(
        (duty) => duty['begins'] === row['begins'] && duty['key'] === row['key'] && duty[column] === who,
      ) === true,
  ),
  chronologyTurns: [],
  chronologyClockMoves: [],
  missingEpisodes: [opens('missingParties', 'begins', 'authority')],
  missingParties: [isIn('authority')],
  missingStarts: [opens('missingParties', 'recordRef', 'authority')],
  commands: [isIn('authority')],
  tasks: [isIn('owner')],
  postings: [isIn('authority')],
  postingDays: [isIn('authority')],
  postingSilences: [isIn('authority')],
  receiving: [isIn('authority')],
  toldFacts: [isIn('authority')],
  toldSteps: [opens('toldFacts', 'factId', 'authority')],
  toldTasks: [isIn('owner')],
  worklistItems: [isIn('authority')],
  worklistEpisodes: [isIn('authority')],
  worklistEighteens: [isIn('owner'), opens('worklistItems', 'recordRef', 'authority')],
  children: [],
  riskFacts: [isIn('owner'), opens('riskTold', 'stream', 'authority')],
  riskTold: [isIn('authority'), opens('riskFacts', 'position', 'owner')],
  riskTaken: [],
  riskTurns: [],
  riskAreas: [],
  trendEvents: [],
  trendChildren: [],
  trendHidden: [],
};
const tablesOf = async (db: Db): Promise<Tables> => {
  const tables: Record<string, readonly Row[]> = {};
  for (const name of Object.keys(ENTITLED)) {
    const rows = await db.selectFrom(name).selectAll().execute();
    tables[name] = rows.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  }
  return tables;
};
const entitled = (all: Tables, who: string): Tables =>
  Object.fromEntries(
    Object.entries(all).map(([name, rows]) => [
      name,
      rows.filter((row) => ENTITLED[name]?.some((may) => may(row, who, all)) === true),
    ]),
  );

const server = postgresServer('--no-fsync');
const folder = temporaryFolders();

describe('views and mailboxes', () => {
  let embedded: NestFastifyApplication;
  let shared: NestFastifyApplication;
  let unwalled: NestFastifyApplication;
  let refs: readonly string[] = [];
  /** Of the database used last. */
  let url = '';
  const onPostgres = async (wall: 'wall' | 'no wall'): Promise<NestFastifyApplication> => {
    const reader = { current: () => ({ kind: 'system' }) as const };
    url = await server().database();
    const log = { provide: EVENT_STORE, useValue: new MemoryEventStore() };
    const options = { url, masterKey, clock, ...(wall === 'wall' ? {} : { reader }) };
    return start([Edges.with(log), PostgresModule.with(options)]);
  };
  beforeAll(async () => {
    embedded = await start([Edges.with(), SqliteModule.forFolder({ folder: folder(), masterKey, clock })]);
    shared = await onPostgres('wall');
    unwalled = await onPostgres('no wall');
    refs = await tellAll(embedded);
    for (const app of [shared, unwalled]) await tellAll(app);
  }, 60_000);
  afterAll(async () => {
    for (const app of [embedded, shared, unwalled]) await app.close();
  });

  const lists = (): readonly string[] => [
    ...LISTS,
    ...refs.map((recordRef) => `/v1/children/${recordRef}/chronology`),
  ];
  const everything = async (app: NestFastifyApplication, authority: string) => {
    const told: Record<string, unknown> = {};
    await settled(app);
    for (const path of lists()) told[path] = await pages(app, authority, path);
    for (const path of SINGLE) told[path] = await ask(app, authority, path);
    for (const path of refs.map((recordRef) => `/v1/children/${recordRef}/picture`)) {
      const { status, body } = await ask(app, authority, path);
      // how far each log is says nothing of the child
      told[path] = { status, ...body, position: 0, upToDate: true, completeness: {} };
    }
    return told;
  };

  // one after the other: what a reader looks at is recorded, and shown to the sender
  it.each(READERS)(
    'answer %s from PostgreSQL as from the embedded database, wall or no wall',
    async (who) => {
      const expected = await everything(embedded, who);
      expect(await everything(shared, who)).toEqual(expected);
      expect(await everything(unwalled, who)).toEqual(expected);
    },
    180_000,
  );

  it.each([...READERS, 'E09000001'])('show %s by the wall alone exactly its own', async (who) => {
    const reader = { current: () => ({ kind: 'reader', authority: who }) as const };
    const raw = await PostgresStores.open({ url, masterKey, reader });
    for (const app of [shared, unwalled]) await settled(app);
    const all = await tablesOf(unwalled.get<Db>(READ_DB));
    const shown = await tablesOf(raw.readDb);
    await raw.close();
    expect(shown).toEqual(entitled(all, who));
    expect(Object.values(shown).flat().length > 0).toBe(READERS.includes(who));
  });

  it('have something to answer', async () => {
    const counts = await Promise.all(
      READERS.map(async (authority) => {
        const found = await Promise.all(lists().map((path) => pages(shared, authority, path)));
        return found.flat().length;
      }),
    );
    for (const count of counts) expect(count).toBeGreaterThan(3);
    const ids = await pages(shared, CROYDON, '/v1/registers/placed-here');
    expect(ids.map((item) => (item as { noticeId: string }).noticeId)).toEqual([
      'A',
      'Zoe',
      'ada',
      'b',
      'p1',
      'Ébène',
    ]);
  });
});
