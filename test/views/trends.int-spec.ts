import { AccessModule } from '@ibex/access';
import { FixedClock, MemoryEventStore, SequentialIds } from '@ibex/adapters/memory';
import { PostgresModule } from '@ibex/adapters/postgres';
import { SqliteModule } from '@ibex/adapters/sqlite';
import { AgreementsModule, agreementDefinition } from '@ibex/agreements';
import { BoroughsModule } from '@ibex/boroughs';
import { DeliveryModule } from '@ibex/delivery';
import { IdentityModule, recordDefinition } from '@ibex/identity';
import { CLOCK, EVENT_STORE, IDS, SEALER, STATEMENT_SIGNER, TOKEN_VERIFIER } from '@ibex/kernel';
import type { EventStore, NewFact, Sealer } from '@ibex/kernel';
import { definitions } from '@ibex/notifications';
import { ProjectionsModule } from '@ibex/projections';
import { ProofModule } from '@ibex/proof';
import { createHttpApp, RuntimeModule, silentLog, SubscriptionRunner } from '@ibex/runtime';
import { postgresServer, temporaryFolders } from '@ibex/testing';
import { Module } from '@nestjs/common';
import type { DynamicModule, Provider } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const [BARNET, CAMDEN, CROYDON, KENT] = ['E09000003', 'E09000007', 'E09000008', 'E10000016'];
const clock = new FixedClock('2026-11-22T12:00:00.000Z');
const masterKey = new Uint8Array(32).fill(7);

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
  const kept = [...definitions, recordDefinition, agreementDefinition];
  const imports = [
    ...stores,
    ProofModule.forRoot({ pseudonymKey: new Uint8Array(32).fill(9) }),
    RuntimeModule.forRoot({ definitions: kept, actions: [] }),
    ...[BoroughsModule.forRoot(), IdentityModule, AgreementsModule, AccessModule],
    ...[DeliveryModule, ProjectionsModule],
  ];
  const app = await createHttpApp({ module: Exchange, imports }, { log: silentLog() });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
};

type Told = Readonly<{ by: string; type: string; data: object; recordRef?: string; personal?: object }>;
const append = async (app: NestFastifyApplication, stream: string, told: readonly Told[]): Promise<void> => {
  const facts = told.map(async ({ by, type, data, recordRef, personal }, at): Promise<NewFact> => {
    const id = `${stream}-${String(at)}`;
    const sealed = personal && recordRef && (await app.get<Sealer>(SEALER).seal(recordRef, id, personal));
    return {
      ...{ id, type, data: { ...data }, ...(sealed ? { sealed } : {}) },
      metadata: {
        ...{ commandId: `command-${id}`, commandDigest: 'd', correlationId: 'c', schemaVersion: 1 },
        actor: { authority: by, person: 'p-1', role: 'placing-practitioner' },
        ...(recordRef === undefined ? {} : { recordRef }),
      },
      recordedAt: '2026-05-20T09:00:00.000Z',
    };
  });
  await app.get<EventStore>(EVENT_STORE).append(stream, 'none', await Promise.all(facts));
};

/** One child of an authority, and one episode of it in May. */
const episode = async (
  app: NestFastifyApplication,
  by: string,
  n: number,
  more: object = {},
): Promise<void> => {
  const recordRef = `record-${by}-${String(n)}`;
  const personal = {
    ...{ localId: String(n), dateOfBirth: '2010-02-01', sex: n % 10 === 0 ? 'M' : 'F' },
    ethnicity: n % 3 === 0 ? 'BCRB' : 'WBRI',
  };
  const data = { owner: by, identityDigest: 'digest' };
  await append(app, `record-${recordRef}`, [{ by, type: 'RecordIntroduced', data, recordRef, personal }]);
  const reported = {
    ...{ by, responsible: by, occurredAt: '2026-05-04', kind: 'M', from: 'care', alreadyOver: false },
    ...{ host: { kind: 'unknown' }, lastSeen: { on: '2026-05-04' }, areasAtRisk: [], ...more },
  };
  await append(app, `missing-${by}-${String(n)}`, [
    { by, type: 'MissingReported', data: reported, recordRef },
  ]);
};

/** Camden tells Croydon of missing episodes, and not the other way round. */
const agreed = async (app: NestFastifyApplication): Promise<void> => {
  const clause = { id: 'c-1', who: { kind: 'named', from: [CAMDEN], to: [CROYDON] }, types: ['missing'] };
  const terms = {
    ...{ title: 'Neighbours', purpose: 'To know', legalBasis: 'Children Act 2004 s10' },
    ...{ parties: [CAMDEN, CROYDON], clauses: [clause], from: '2026-01-01', to: '2027-12-31' },
  };
  await append(app, 'agreement-a1', [
    { by: CAMDEN, type: 'AgreementProposed', data: { by: CAMDEN, version: 1, terms } },
    ...[CAMDEN, CROYDON].map((by) => ({
      ...{ by, type: 'AgreementSigned' },
      data: { by, version: 1, person: 'p-1', role: 'governance' },
    })),
  ]);
};

const server = postgresServer('--no-fsync');
const folder = temporaryFolders();
const engines = {
  embedded: () =>
    Promise.resolve([Edges.with(), SqliteModule.forFolder({ folder: folder(), masterKey, clock })]),
  PostgreSQL: async () => {
    const log = { provide: EVENT_STORE, useValue: new MemoryEventStore() };
    return [Edges.with(log), PostgresModule.with({ url: await server().database(), masterKey, clock })];
  },
};

describe.each(Object.entries(engines))('trends on the %s database', (_engine, stores) => {
  let app: NestFastifyApplication;
  beforeAll(async () => {
    app = await start(await stores());
    for (let n = 1; n <= 33; n += 1) await episode(app, CAMDEN, n);
    for (let n = 1; n <= 4; n += 1) await episode(app, CROYDON, n);
    for (let n = 1; n <= 12; n += 1) await episode(app, KENT, n);
    await episode(app, BARNET, 1, { host: { kind: 'withheld' }, restricted: true });
    await agreed(app);
    const head = await app.get<EventStore>(EVENT_STORE).head();
    await app.get(SubscriptionRunner).caughtUpTo(head, 30_000);
  }, 60_000);
  afterAll(() => app.close());

  type Area = Readonly<{ area: string; cells: readonly Readonly<Record<string, unknown>>[] }>;
  const ask = async (authority: string | undefined, path: string) => {
    const reader = { authority, person: 'p-2', roles: ['governance'] };
    const token = Buffer.from(JSON.stringify(reader)).toString('base64url');
    const headers = { authorization: `Bearer ${token}` };
    const answer = await app.inject({ method: 'GET', url: `/v1/trends/${path}`, headers });
    const body = answer.json<{ quarters: readonly { quarter: string; areas: readonly Area[] }[] }>();
    return { status: answer.statusCode, body };
  };
  const may = 'from=2026-05&to=2026-05';

  it('are one’s own and London’s, rounded, with what is small left out', async () => {
    const { body } = await ask(CAMDEN, `missing?by=sex&${may}`);
    expect(body.quarters).toEqual([
      {
        quarter: '2026-Q2',
        areas: [
          expect.objectContaining({
            ...{ area: CAMDEN, name: 'Camden', count: 35 },
            cells: [
              { category: 'F', count: 30 },
              { category: 'M', suppressed: 'c' },
              { category: 'unknown', suppressed: 'c' },
            ],
          }),
          expect.objectContaining({ area: 'london', name: 'London' }),
        ],
      },
    ]);
  });

  it('are a neighbour’s too for whom it has agreed to tell, and for nobody else', async () => {
    const areasFor = async (authority: string | undefined, topic: string) => {
      const { body } = await ask(authority, `${topic}?${may}`);
      return body.quarters.flatMap(({ areas }) => areas.map(({ area }) => area));
    };
    expect(await areasFor(CROYDON, 'missing')).toEqual([CROYDON, CAMDEN, 'london']);
    expect(await areasFor(CROYDON, 'placements-out')).toEqual([CROYDON, 'london']);
    expect(await areasFor(CAMDEN, 'missing')).toEqual([CAMDEN, 'london']);
  });

  it('show nothing of the four of Croydon to Camden, which knows its own 33', async () => {
    for (const by of ['month', 'sex', 'age', 'ethnicity', 'outcome']) {
      const { body } = await ask(CAMDEN, `missing?by=${by}&${may}`);
      const london = body.quarters[0]?.areas.find(({ area }) => area === 'london');
      expect(london).toMatchObject({ suppressed: 'c' });
    }
  });

  it('say of an area outside London what is its own, and count no restricted episode', async () => {
    const { body } = await ask(KENT, `missing?by=outcome&${may}`);
    expect(body.quarters[0]?.areas[0]).toMatchObject({ area: KENT, count: 10 });
    const barnet = (await ask(BARNET, `missing?${may}`)).body.quarters[0]?.areas[0];
    expect(barnet).toMatchObject({ area: BARNET, suppressed: 'c' });
  });

  it('are of quarters that are over, two years of them at most', async () => {
    const quartersOf = async (range: string) =>
      (await ask(CAMDEN, `missing?${range}`)).body.quarters.map(({ quarter }) => quarter);
    expect(await quartersOf('from=2026-08')).toEqual(['2026-Q3']);
    expect(await quartersOf('from=2026-10&to=2026-12')).toEqual([]);
    expect(await quartersOf('from=2000-01')).toHaveLength(8);
  });

  it('know no topic, division or month but their own', async () => {
    expect((await ask(CAMDEN, 'exclusions')).status).toBe(404);
    expect((await ask(CAMDEN, 'missing?by=name')).status).toBe(422);
    expect((await ask(CAMDEN, 'missing?from=2026-13')).status).toBe(400);
  });
});
