import { randomBytes } from 'node:crypto';
import { AccessModule } from '@ibex/access';
import { SqliteModule } from '@ibex/adapters/sqlite';
import { FixedClock, SequentialIds } from '@ibex/adapters/memory';
import { BoroughsModule } from '@ibex/boroughs';
import { DeliveryModule } from '@ibex/delivery';
import { IdentityModule } from '@ibex/identity';
import {
  CLOCK,
  COMMAND_LEDGER,
  EVENT_STORE,
  IDS,
  KEY_VAULT,
  RECORDS,
  SEALER,
  STATEMENT_SIGNER,
  TOKEN_VERIFIER,
} from '@ibex/kernel';
import type { CommandLedger, EventStore, KeyVault, Reader, Records, Role, Sealer } from '@ibex/kernel';
import { definitions } from '@ibex/notifications';
import { ProofModule } from '@ibex/proof';
import { createHttpApp, RuntimeModule, silentLog, SubscriptionRunner, ViewRunner } from '@ibex/runtime';
import { temporaryFolders } from '@ibex/testing';
import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { found, LAMBETH, missingFact, reported } from './shared/missing.fixture';
import { ProjectionsModule } from './projections.module';
import {
  acknowledged,
  BARNET,
  CAMDEN,
  CROYDON,
  ended,
  movedToBarnet,
  notified,
} from './shared/placement.fixture';
import type { Told } from './shared/replay.fixture';

type Item = Readonly<Record<string, unknown>>;
const clock = new FixedClock('2025-03-31T12:00:00.000Z');
const tokenOf = (reader: Reader): string => Buffer.from(JSON.stringify(reader)).toString('base64url');
const edges = [
  { provide: CLOCK, useValue: clock },
  { provide: IDS, useValue: new SequentialIds() },
  {
    provide: TOKEN_VERIFIER,
    useValue: {
      verify: (token: string) => Promise.resolve(JSON.parse(Buffer.from(token, 'base64url').toString())),
    },
  },
  {
    provide: STATEMENT_SIGNER,
    useValue: { sign: () => Promise.resolve(''), jwks: () => Promise.resolve({ keys: [] }) },
  },
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
const actorOf = (authority: string) => ({ authority, person: 'p-1', role: 'placing-practitioner' });
/** Returns the id of the command. */
const tell = async (told: Told, recordRef: string, personal?: object): Promise<string> => {
  const id = `${told.stream}-${told.type}-${String(position + 1)}`;
  const sealed = personal && (await app.get<Sealer>(SEALER).seal(recordRef, id, personal));
  const appended = await app.get<EventStore>(EVENT_STORE).append(told.stream, 'any', [
    {
      id,
      type: told.type,
      data: told.data,
      ...(sealed === undefined ? {} : { sealed }),
      metadata: {
        commandId: `command-of-${id}`,
        commandDigest: 'digest',
        correlationId: 'correlation',
        actor: actorOf(told.by ?? CAMDEN),
        schemaVersion: 1,
        recordRef,
      },
      recordedAt: told.recordedAt ?? '2025-03-03T09:00:00.000Z',
    },
  ]);
  position = appended.position;
  return `command-of-${id}`;
};

const introduce = async (localId: string, surname: string): Promise<string> => {
  const child = { localId, forename: 'Ada', surname, dateOfBirth: '2010-05-04' };
  const by = { actor: actorOf(CAMDEN), commandId: `introduce-${localId}`, correlationId: 'correlation' };
  return (await app.get<Records>(RECORDS).introduce(child, by)).recordRef;
};

const ask = async (authority: string, path: string, roles: readonly Role[] = ['mash'], more: object = {}) => {
  const authorization = `Bearer ${tokenOf({ authority, person: 'p-2', roles })}`;
  const url = `${path}${path.includes('?') ? '&' : '?'}atLeast=${String(position)}`;
  const answer = await app.inject({ method: 'GET', url, headers: { authorization, ...more } });
  return { status: answer.statusCode, text: answer.body, headers: answer.headers };
};
type Page = Item & Readonly<{ items: readonly Item[]; next?: string; position: number; total?: number }>;
const page = async (authority: string, path: string): Promise<Page> =>
  JSON.parse((await ask(authority, path)).text) as Page;

let [hers, restricted] = ['', ''];

beforeAll(async () => {
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
  hers = await introduce('CAM-1', '=Lovelace');
  restricted = await introduce('CAM-2', 'Hidden');
  await tell(notified(), hers, { postcode: 'CR0 1EA', narrative: 'needs quiet' });
  await tell(acknowledged(CROYDON), hers);
  const adoption = { placementType: 'A3', host: { kind: 'withheld' }, restricted: true } as const;
  await tell(notified(adoption, { stream: 'placement-p2' }), restricted, { postcode: 'N1 1AA' });
  const unknown = { host: { kind: 'unknown' }, startsOn: '2025-01-01' } as const;
  await tell(notified(unknown, { stream: 'placement-p3' }), hers);
  const early = { ...ended.data, host: { kind: 'unknown' }, endedOn: '2025-02-01' };
  await tell({ ...ended, stream: 'placement-p3', data: early }, hers);
  await tell(reported(), hers, { circumstances: 'after school' });
  await tell(reported({ lastSeen: { on: '2025-03-20' }, areasAtRisk: [] }, { stream: 'missing-m2' }), hers);
  await tell({ ...found, stream: 'missing-m2' }, hers);
});
afterAll(() => app.close());

describe('register of children placed here', () => {
  const path = '/v1/registers/placed-here';

  it('shows the host who is placed there, by whom, since when', async () => {
    const { completeness, ...register } = await page(CROYDON, path);
    expect(completeness).toMatchObject({ feeds: [{ authority: CAMDEN, state: 'too-few-to-say' }] });
    expect(register).toStrictEqual({
      ...{ position, upToDate: true, on: '2025-03-31' },
      total: 1,
      items: [
        {
          noticeId: 'p1',
          recordRef: hers,
          placingAuthority: CAMDEN,
          placingAuthorityName: 'Camden',
          localId: 'CAM-1',
          child: { localId: 'CAM-1', forename: 'Ada', surname: '=Lovelace', dateOfBirth: '2010-05-04' },
          startsOn: '2025-02-01',
          toldAt: '2025-03-03T09:00:00.000Z',
          acknowledgedAt: '2025-03-03T09:00:00.000Z',
          placementType: 'U4',
          provider: 'PR4',
          providerUrn: 'SC123456',
          legalStatus: 'C2',
          notice: 'planned',
          carePlan: 'supplied',
          assessment: 'pending',
        },
      ],
    });
  });

  it('is empty on a day before, for another placing authority, and for another host', async () => {
    expect((await page(CROYDON, `${path}?on=2025-01-31`)).total).toBe(0);
    expect((await page(CROYDON, `${path}?placingAuthority=${BARNET}`)).total).toBe(0);
    expect((await page(BARNET, path)).items).toStrictEqual([]);
  });

  it.each([
    ['asked for in the path', `${path}?format=csv`, '*/*'],
    ['asked for by Accept', path, 'text/csv'],
  ])('is a file without formulas when %s', async (_, url, accept) => {
    const { text, headers } = await ask(CROYDON, url, ['duty-desk'], { accept });

    expect(headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
    expect(text.split('\r\n')[1]).toBe(
      `${CAMDEN},Camden,CAM-1,'=Lovelace,Ada,2010-05-04,2025-02-01,,U4,PR4,SC123456,C2,2025-03-03T09:00:00.000Z,2025-03-03T09:00:00.000Z,p1`,
    );
  });

  it('refuses a date that does not exist, a cursor of another list and a role without business here', async () => {
    const statuses = await Promise.all([
      ask(CROYDON, `${path}?on=2025-02-30`),
      ask(CROYDON, `${path}?cursor=WzFd`),
      ask(CROYDON, path, ['placing-practitioner']),
      ask(CROYDON, path, ['operator']),
    ]);

    expect(statuses.map(({ status }) => status)).toStrictEqual([422, 400, 403, 403]);
  });
});

describe('our children elsewhere', () => {
  const path = '/v1/registers/placed-elsewhere';

  it('shows the owner every placement of today, restricted ones too, with its own number and the postcode', async () => {
    const { items } = await page(CAMDEN, path);

    expect(
      items.map(({ noticeId, localId, postcode, host, toldAt, restricted: kept }) => [
        ...[noticeId, localId, postcode, host, toldAt, kept],
      ]),
    ).toStrictEqual([
      [
        ...['p1', 'CAM-1', 'CR0 1EA', { kind: 'authority', gss: CROYDON, name: 'Croydon' }],
        ...['2025-03-03T09:00:00.000Z', false],
      ],
      ['p2', 'CAM-2', 'N1 1AA', { kind: 'withheld' }, undefined, true],
    ]);
  });

  it('shows ended ones when asked, and nothing to anybody else', async () => {
    const ids = (await page(CAMDEN, `${path}?includeEnded=true`)).items.map(({ noticeId }) => noticeId);

    expect(ids).toStrictEqual(['p3', 'p1', 'p2']);
    expect((await page(CROYDON, `${path}?includeEnded=true`)).items).toStrictEqual([]);
  });

  it('hands out pages that meet without gap or repeat', async () => {
    const ids: unknown[] = [];
    let next: string | undefined = '';
    while (next !== undefined) {
      const cursor: string = next === '' ? '' : `&cursor=${next}`;
      const answer: Page = await page(CAMDEN, `${path}?includeEnded=true&limit=1${cursor}`);
      ids.push(...answer.items.map(({ noticeId }) => noticeId));
      next = answer.next;
    }

    expect(ids).toStrictEqual(['p3', 'p1', 'p2']);
  });
});

describe('missing episodes', () => {
  const path = '/v1/missing-episodes';
  const idsOf = async (authority: string, query: string) =>
    (await page(authority, `${path}?${query}`)).items.map(({ noticeId }) => noticeId);

  it('lists them for the owner, the host and where the child may head for', async () => {
    expect(await idsOf(CAMDEN, 'state=open')).toStrictEqual(['m1']);
    expect(await idsOf(CAMDEN, 'state=closed')).toStrictEqual(['m2']);
    expect(await idsOf(CROYDON, 'scope=here&state=all')).toStrictEqual(['m2', 'm1']);
    expect(await idsOf(BARNET, 'scope=heading-here')).toStrictEqual(['m1']);
    expect(await idsOf(LAMBETH, 'scope=here&state=all')).toStrictEqual([]);
  });

  it('counts the episodes of the child', async () => {
    const [latest] = (await page(CAMDEN, `${path}?state=closed`)).items;

    expect(latest).toMatchObject({
      localId: 'CAM-1',
      kind: 'M',
      startedOn: '2025-03-20',
      episodeNumber: 2,
      episodes: { last30Days: 2, last90Days: 2, last365Days: 2 },
    });
  });

  it('keeps the owner’s number to the owner’s own list', async () => {
    const [item] = (await page(BARNET, `${path}?scope=heading-here`)).items;

    expect(item).toMatchObject({ child: { forename: 'Ada' } });
    expect(item).not.toHaveProperty('localId');
  });
});

describe('chronology of a child', () => {
  const chronology = async (authority: string, recordRef: string): Promise<readonly Item[]> =>
    (await page(authority, `/v1/children/${recordRef}/chronology`)).items;

  it('shows the owner everything, unsealed, with who was told', async () => {
    const items = await chronology(CAMDEN, hers);
    expect(items.map(({ type }) => type)).toContain('MissingReported');
    expect(
      items.find(({ type, notice }) => type === 'PlacementNotified' && notice === 'placement-p1'),
    ).toMatchObject({
      withheld: false,
      occurredAt: '2025-02-01',
      recordedAt: '2025-03-03T09:00:00.000Z',
      source: CAMDEN,
      told: [{ authority: CROYDON, authorityName: 'Croydon', capacity: 'host' }],
      personal: { postcode: 'CR0 1EA', narrative: 'needs quiet' },
    });
  });

  it('shows an addressee the notices that it was told of, and nothing of the others', async () => {
    const notices = (await chronology(CROYDON, hers)).map(({ notice }) => notice);

    expect(new Set(notices)).toStrictEqual(new Set(['placement-p1', 'missing-m1', 'missing-m2']));
    expect(new Set((await chronology(BARNET, hers)).map(({ notice }) => notice))).toStrictEqual(
      new Set(['missing-m1']),
    );
  });

  it('answers a stranger, a child that is not there and a restricted one alike', async () => {
    const answers = await Promise.all([
      ask(LAMBETH, `/v1/children/${hers}/chronology`),
      ask(LAMBETH, '/v1/children/unheard-of-record/chronology'),
      ask(CROYDON, `/v1/children/${restricted}/chronology`),
    ]);

    expect(answers.map(({ status }) => status)).toStrictEqual([404, 404, 404]);
    expect(new Set(answers.map(({ text }) => text.replace(/"instance":"[^"]*",?/, ''))).size).toBe(1);
  });

  it('tells the earlier host no more once the child has moved on, and withholds what is restricted', async () => {
    const child = await introduce('CAM-4', 'Moved');
    const stream = 'placement-p4';
    await tell({ ...notified(), stream }, child);
    await tell({ ...movedToBarnet, stream }, child, { postcode: 'EN5 1AA' });
    await tell({ ...acknowledged(BARNET), stream }, child);
    const withheld = { host: { kind: 'withheld' }, restricted: true };
    const previousHost = { kind: 'authority', gss: BARNET };
    const hidden = { ...movedToBarnet.data, ...withheld, previousHost, occurredAt: '2025-03-20' };
    await tell({ ...movedToBarnet, stream, data: hidden }, child, { postcode: 'N1 1AA' });
    await tell({ ...ended, stream, data: { ...ended.data, ...withheld } }, child);

    const seen = await chronology(CROYDON, child);

    expect(seen.map(({ withheld, type }) => [withheld, type])).toContainEqual([true, undefined]);
    expect(seen.map(({ type }) => type)).not.toContain('PlacementAcknowledged');
    expect(seen.find(({ withheld }) => withheld === true)).toStrictEqual({ withheld: true });
    expect(JSON.stringify(seen)).not.toMatch(/EN5 1AA|N1 1AA/);
  });
});

describe('duties', () => {
  const path = '/v1/duties';

  it('are each open, late or met at the moment of asking, never two of them', async () => {
    const states = await Promise.all(
      ['all', 'open', 'late', 'met'].map(async (state) =>
        (await page(CAMDEN, `${path}?limit=500&state=${state}`)).items.map((duty) => duty['state']),
      ),
    );
    const [all = [], ...each] = states;

    expect(all.length).toBeGreaterThan(0);
    expect(each.flat().toSorted()).toStrictEqual(all.toSorted());
    expect(each.map((some) => [...new Set(some)])).toStrictEqual([['open'], ['late'], ['met']]);
  });

  it('are owed to whoever they are owed to', async () => {
    const { items } = await page(CROYDON, `${path}?scope=owed-to-us`);
    expect([...new Set(items.map(({ owedTo }) => owedTo))]).toStrictEqual([CROYDON]);
  });
});

describe('every view', () => {
  it('is the same after a rebuild from zero', async () => {
    const paths = ['/v1/registers/placed-here', '/v1/missing-episodes?state=all&scope=here', '/v1/duties'];
    const bodies = async () =>
      (await Promise.all(paths.map((each) => page(CROYDON, each)))).map(({ items }) => items);
    const before = await bodies();
    const views = app.get(ViewRunner);
    for (const name of views.names) await views.rebuild(name);
    await app.get(SubscriptionRunner).caughtUpTo(position, 5_000);

    expect(await bodies()).toStrictEqual(before);
  });

  it('answers a repeated question with 304', async () => {
    const path = '/v1/registers/placed-here?on=2025-02-15';
    const etag = String((await ask(CROYDON, path)).headers['etag']);

    expect((await ask(CROYDON, path, ['mash'], { 'if-none-match': etag })).status).toBe(304);
  });

  it('does not say who the child was once its key is destroyed', async () => {
    await app.get<KeyVault>(KEY_VAULT).destroy(hers);
    const { items } = await page(CROYDON, '/v1/registers/placed-here?on=2025-02-15');
    const line = items.find(({ recordRef }) => recordRef === hers);

    expect(line).toMatchObject({ noticeId: 'p1', startsOn: '2025-02-01' });
    expect(line).not.toHaveProperty('child');
  });
});

describe('recorded commands', () => {
  it('lead to the stream that they were recorded on', async () => {
    const taken = missingFact('MissingAcknowledged', { response: 'received' }, { by: CROYDON });
    const commandId = await tell(taken, hers);
    await app.get(SubscriptionRunner).caughtUpTo(position, 5_000);
    const ledger = app.get<CommandLedger>(COMMAND_LEDGER);

    expect(await ledger.find(commandId)).toStrictEqual({ digest: 'digest', stream: 'missing-m1' });
    expect(await ledger.find('unheard-of')).toBeUndefined();
  });
});
