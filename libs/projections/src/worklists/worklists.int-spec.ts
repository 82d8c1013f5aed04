import { randomBytes } from 'node:crypto';
import { AccessModule } from '@ibex/access';
import { FixedClock, SequentialIds } from '@ibex/adapters/memory';
import { SqliteModule } from '@ibex/adapters/sqlite';
import { BoroughsModule } from '@ibex/boroughs';
import { DeliveryModule } from '@ibex/delivery';
import { IdentityModule } from '@ibex/identity';
import { CLOCK, EVENT_STORE, IDS, KEY_VAULT, RECORDS, STATEMENT_SIGNER, TOKEN_VERIFIER } from '@ibex/kernel';
import type { EventStore, KeyVault, Reader, Records } from '@ibex/kernel';
import { definitions } from '@ibex/notifications';
import { ProofModule } from '@ibex/proof';
import { createHttpApp, RuntimeModule, silentLog } from '@ibex/runtime';
import { temporaryFolders } from '@ibex/testing';
import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { found, reported } from '../shared/missing.fixture';
import { ProjectionsModule } from '../projections.module';
import { BARNET, CAMDEN, CROYDON, notified } from '../shared/placement.fixture';
import type { Told } from '../shared/replay.fixture';

const clock = new FixedClock('2025-03-31T12:00:00.000Z');
const tokenOf = (reader: Reader): string => Buffer.from(JSON.stringify(reader)).toString('base64url');
const verifier = {
  verify: (token: string) => Promise.resolve(JSON.parse(Buffer.from(token, 'base64url').toString())),
};
const signer = { sign: () => Promise.resolve(''), jwks: () => Promise.resolve({ keys: [] }) };
const edges = [
  { provide: CLOCK, useValue: clock },
  { provide: IDS, useValue: new SequentialIds() },
  { provide: TOKEN_VERIFIER, useValue: verifier },
  { provide: STATEMENT_SIGNER, useValue: signer },
];

@Module({})
class Exchange {}

/** What an app brings from outside: the clock stands still, and a token says in plain words who reads. */
@Module({})
class Edges {
  static all(): DynamicModule {
    return { module: Edges, global: true, providers: edges, exports: edges.map(({ provide }) => provide) };
  }
}

const folder = temporaryFolders();
let app: NestFastifyApplication;
let position = -1;
const refs: string[] = [];

const tell = async (told: Told, recordRef: string): Promise<void> => {
  const id = `${told.stream}-${told.type}`;
  const appended = await app.get<EventStore>(EVENT_STORE).append(told.stream, 'any', [
    {
      ...{ id, type: told.type, data: told.data },
      metadata: {
        ...{ commandId: `command-of-${id}`, commandDigest: 'digest', correlationId: 'correlation' },
        actor: { authority: told.by ?? CAMDEN, person: 'p-1', role: 'placing-practitioner' },
        ...{ schemaVersion: 1, recordRef },
      },
      recordedAt: told.recordedAt ?? '2025-03-03T09:00:00.000Z',
    },
  ]);
  position = appended.position;
};

const introduce = async (localId: string, dateOfBirth: string): Promise<string> => {
  const actor = { authority: CAMDEN, person: 'p-1', role: 'placing-practitioner' };
  const by = { actor, commandId: `introduce-${localId}`, correlationId: 'correlation' };
  const child = { localId, forename: localId, surname: 'Lovelace', dateOfBirth };
  return (await app.get<Records>(RECORDS).introduce(child, by)).recordRef;
};

type Line = Readonly<Record<string, unknown>>;
const ask = async (authority: string, path: string, purpose?: string) => {
  const authorization = `Bearer ${tokenOf({ authority, person: 'p-2', roles: ['mash'] })}`;
  const url = `${path}${path.includes('?') ? '&' : '?'}atLeast=${String(position)}`;
  const headers = { authorization, ...(purpose === undefined ? {} : { 'ibex-purpose': purpose }) };
  const answer = await app.inject({ method: 'GET', url, headers });
  return { status: answer.statusCode, body: answer.json<Line & { items: readonly Line[] }>() };
};
const linesOf = async (authority: string, path: string): Promise<readonly Line[]> =>
  (await ask(authority, `/v1/worklists/${path}`)).body.items;
const namesIn = (lines: readonly Line[]): readonly unknown[] =>
  lines.map(({ child }) => (child as Line | undefined)?.['forename']);
const countsFor = async (authority: string): Promise<ReadonlyMap<unknown, unknown>> =>
  new Map((await ask(authority, '/v1/worklists')).body.items.map(({ name, lines }) => [name, lines]));

beforeEach(async () => {
  const imports = [
    Edges.all(),
    SqliteModule.forFolder({ folder: folder(), masterKey: randomBytes(32), clock }),
    ProofModule.forRoot({ pseudonymKey: randomBytes(32) }),
    RuntimeModule.forRoot({ definitions, actions: [] }),
    ...[BoroughsModule.forRoot(), IdentityModule, AccessModule, DeliveryModule, ProjectionsModule],
  ];
  app = await createHttpApp({ module: Exchange, imports }, { log: silentLog() });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const ages = { Ada: '2007-06-01', Bea: '2012-01-01', Cyd: '2008-02-29' };
  refs.length = 0;
  for (const [name, born] of Object.entries(ages)) refs.push(await introduce(name, born));
  const [ada = '', bea = '', cyd = ''] = refs;
  // told on three mornings; Ada is missing, was missing before, and Bea was once
  await tell(notified({}, { stream: 'placement-a', recordedAt: '2025-03-05T09:00:00.000Z' }), ada);
  await tell(notified({}, { stream: 'placement-b', recordedAt: '2025-03-03T09:00:00.000Z' }), bea);
  await tell(notified({}, { stream: 'placement-c', recordedAt: '2025-03-27T09:00:00.000Z' }), cyd);
  await tell(reported({}, { stream: 'missing-a1' }), ada);
  const before = { lastSeen: { on: '2025-02-20' }, areasAtRisk: [] } as const;
  await tell(reported(before, { stream: 'missing-a2' }), ada);
  await tell({ ...found, stream: 'missing-a2' }, ada);
  await tell(reported(before, { stream: 'missing-b1' }), bea);
  await tell({ ...found, stream: 'missing-b1' }, bea);
});
afterEach(async () => {
  await app.close();
});

it('counts the lines of each list for the reader alone', async () => {
  expect(await countsFor(CROYDON)).toEqual(
    new Map([
      ['missing-ours', 0],
      ['missing-here', 1],
      ['missing-heading-here', 0],
      ['placed-here-unacknowledged', 3],
      ['not-risk-assessed', 2],
      ['duties-due', expect.any(Number)],
      ['owed-to-us-late', expect.any(Number)],
      ['transfers-stuck', 0],
      ['links-to-review', 0],
    ]),
  );
  expect((await countsFor(BARNET)).get('missing-heading-here')).toBe(1);
  expect((await countsFor(BARNET)).get('missing-here')).toBe(0);
});

it('takes an assessment of exploitation for one of the risk, made since the child came, on the record or a linked one', async () => {
  const [ada = '', bea = ''] = refs;
  const notAssessed = async () => (await countsFor(CROYDON)).get('not-risk-assessed');
  const assessed = (stream: string, by: string, on: string) => ({
    ...{ stream, by, type: 'ExploitationLevelAssessed' },
    data: { by, on, level: { label: 'significant', scaleId: 'emerging-moderate-significant' } },
  });
  await tell(assessed('exploitation-1', CROYDON, '2025-03-04'), ada);
  await tell(assessed('exploitation-2', CAMDEN, '2025-03-20'), ada);
  expect(await notAssessed()).toBe(2);
  await tell(assessed('exploitation-4', CROYDON, '2025-03-05'), ada);
  expect(await notAssessed()).toBe(1);
  await tell(
    { stream: 'exploitation-4', type: 'ExploitationWithdrawn', data: { by: CROYDON }, by: CROYDON },
    ada,
  );
  expect(await notAssessed()).toBe(2);
  await tell(assessed('exploitation-3', CROYDON, '2025-03-20'), 'record-of-croydon');
  expect(await notAssessed()).toBe(2);
  const pair = { refs: [bea, 'record-of-croydon'], owners: [CAMDEN, CROYDON], weight: 20 };
  await tell({ stream: 'link-1', type: 'LinkMade', data: pair }, bea);
  expect(await notAssessed()).toBe(1);
  await tell({ stream: 'link-1', type: 'LinkUndone', data: { by: CROYDON, person: 'p-1' } }, bea);
  expect(await notAssessed()).toBe(2);
});

it('sorts by the one indicator that was asked for, and says its value on each line', async () => {
  const by = (sort: string) => linesOf(CROYDON, `placed-here-unacknowledged?sort=${sort}`);
  expect(namesIn(await by('since'))).toEqual(['Bea', 'Ada', 'Cyd']);
  expect(namesIn(await by('due'))).toEqual(['Bea', 'Ada', 'Cyd']);
  const toEighteen = await by('days-to-18');
  expect(toEighteen.map(({ daysTo18 }) => daysTo18)).toEqual([62, 335, 1737]);
  expect(namesIn(toEighteen)).toEqual(['Ada', 'Cyd', 'Bea']);
  const episodes = await by('episodes-in-90-days');
  expect(episodes.map(({ episodesIn90Days }) => episodesIn90Days)).toEqual([2, 1, 0]);
});

const pagedFrom = async (path: string, cursor = ''): Promise<readonly unknown[]> => {
  const { body } = await ask(CROYDON, `${path}&limit=1${cursor}`);
  const next = body['next'];
  const names = namesIn(body.items);
  return typeof next === 'string' ? [...names, ...(await pagedFrom(path, `&cursor=${next}`))] : names;
};

it('pages by a cursor in every order', async () => {
  for (const sort of ['since', 'due', 'days-to-18', 'episodes-in-90-days']) {
    const path = `/v1/worklists/placed-here-unacknowledged?sort=${sort}`;
    const whole = namesIn((await ask(CROYDON, path)).body.items);
    expect(await pagedFrom(path)).toEqual(whole);
  }
});

it('puts one list on record as one read, with everybody on it', async () => {
  const path = '/v1/worklists/placed-here-unacknowledged?limit=2';
  expect((await ask(CROYDON, path, 'placement-planning')).status).toBe(200);
  const noted = [];
  const filter = { types: ['RecordsListed'] };
  for await (const facts of app.get<EventStore>(EVENT_STORE).readAll({ filter })) noted.push(...facts);
  expect(noted.map(({ data, metadata }) => [metadata.actor.authority, data])).toEqual([
    [
      CROYDON,
      expect.objectContaining({
        ...{ what: 'worklist-placed-here-unacknowledged', purpose: 'placement-planning' },
        shown: [
          [refs[1], CAMDEN, 0],
          [refs[0], CAMDEN, 0],
        ],
      }),
    ],
  ]);
});

it('neither lists nor counts a restricted record of another authority, from that moment on', async () => {
  const [ada = ''] = refs;
  const data = { by: CAMDEN, person: 'p-1', label: 'protected' };
  await tell({ stream: `restriction-${ada}`, type: 'RecordRestricted', data }, ada);
  expect(namesIn(await linesOf(CROYDON, 'placed-here-unacknowledged'))).toEqual(['Bea', 'Cyd']);
  expect((await countsFor(CROYDON)).get('placed-here-unacknowledged')).toBe(2);
  expect(await linesOf(CROYDON, 'missing-here')).toEqual([]);
  expect((await countsFor(CROYDON)).get('missing-here')).toBe(0);
  expect(namesIn(await linesOf(CAMDEN, 'missing-ours'))).toEqual(['Ada']);
});

it('leaves a pair to review off the list of whoever may not know of the other record', async () => {
  const [ada = ''] = refs;
  const pair = { refs: [ada, 'record-of-barnet'], owners: [CAMDEN, BARNET] };
  await tell({ stream: 'link-1', type: 'LinkProposed', data: { ...pair, weight: 6 } }, ada);
  const counts = async () => [
    (await countsFor(CAMDEN)).get('links-to-review'),
    (await countsFor(BARNET)).get('links-to-review'),
  ];
  expect(await counts()).toEqual([1, 1]);
  expect(await linesOf(CAMDEN, 'links-to-review')).toEqual([
    expect.objectContaining({ recordRef: ada, notice: 'link-1', owner: CAMDEN }),
  ]);
  const data = { by: CAMDEN, person: 'p-1', label: 'adoption' };
  await tell({ stream: `restriction-${ada}`, type: 'RecordRestricted', data }, ada);
  expect(await counts()).toEqual([1, 0]);
});

it('shows a child whose key was destroyed without a name', async () => {
  await app.get<KeyVault>(KEY_VAULT).destroy(refs[0] ?? '');
  const [line] = await linesOf(CROYDON, 'missing-here');
  expect(line).toMatchObject({ notice: 'missing-a1', recordRef: refs[0] });
  expect(line).not.toHaveProperty('child');
  expect(line).not.toHaveProperty('daysTo18');
});

it('knows no list but its own, no order but its indicators, and no purpose that it was not given', async () => {
  expect((await ask(CROYDON, '/v1/worklists/everybody')).status).toBe(404);
  expect((await ask(CROYDON, '/v1/worklists/missing-here?sort=risk')).status).toBe(422);
  expect((await ask(CROYDON, '/v1/worklists/missing-here', 'curiosity')).status).toBe(400);
});
