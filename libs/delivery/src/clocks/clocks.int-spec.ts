import { Global, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AccessModule } from '@ibex/access';
import { FixedClock, SequentialIds } from '@ibex/adapters/memory';
import { SqliteModule } from '@ibex/adapters/sqlite';
import { BoroughsModule, DeskRoutesModule } from '@ibex/boroughs';
import { IdentityModule, recordDefinition } from '@ibex/identity';
import { CLOCK, EVENT_STORE, IDS, MAILBOX, STATEMENT_SIGNER, TOKEN_VERIFIER } from '@ibex/kernel';
import type { EventStore, Mailbox, RecordedFact, Role } from '@ibex/kernel';
import { definitions } from '@ibex/notifications';
import { intakeActions, notificationModules } from '@ibex/notifications/api';
import { ProofModule } from '@ibex/proof';
import { RuntimeModule, ViewRunner, createHttpApp, silentLog } from '@ibex/runtime';
import { allOf, temporaryFolders } from '@ibex/testing';
import { settled } from '../../../../test/support/settled';
import { ClockWorkModule, ClocksModule, DeliveryModule, deliveryDefinition, taskDefinition } from '../index';
import { ClockLook } from './clock-work';
import { USUAL_CLOCKS } from './clock.settings';
import { SHARDS } from './duty-rows';

const HACKNEY = 'E09000012';
const CROYDON = 'E09000008';
const BARNET = 'E09000003';
// a Monday
const clock = new FixedClock('2026-03-02T09:00:00.000Z');
type Token = Readonly<{ authority: string; person: string; roles: readonly Role[] }>;
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
    useValue: { sign: () => Promise.resolve('signed'), jwks: () => Promise.resolve({ keys: [] }) },
  },
];

@Global()
@Module({ providers: edges, exports: edges.map(({ provide }) => provide) })
class Edges {}
@Module({})
class Exchange {}

const folder = temporaryFolders();
const home = folder();
let app: NestFastifyApplication;
const start = async (): Promise<void> => {
  const imports = [
    Edges,
    SqliteModule.forFolder({ folder: home, masterKey: new Uint8Array(32).fill(1) }),
    ProofModule.forRoot({ pseudonymKey: new Uint8Array(32).fill(2) }),
    RuntimeModule.forRoot({
      definitions: [...definitions, recordDefinition, deliveryDefinition, taskDefinition],
      actions: intakeActions,
    }),
    BoroughsModule.forRoot(),
    DeskRoutesModule,
    IdentityModule,
    AccessModule,
    ...notificationModules,
    DeliveryModule,
    ClocksModule.with(),
    // after the first look the spec looks at the clocks itself, when it has set the time
    ClockWorkModule.with({ ...USUAL_CLOCKS, lookEveryMs: 24 * 3_600_000 }),
  ];
  app = await createHttpApp({ module: Exchange, imports }, { log: silentLog(), logAnswers: false });
  await app.init();
};
beforeAll(start);
afterAll(() => app.close());

/** The clocks as they are looked at until nothing more comes of it. */
const lookAt = async (now: string): Promise<void> => {
  clock.set(now);
  for (let round = 0; round < 3; round += 1) {
    await settled(app);
    for (const shard of SHARDS) await app.get(ClockLook).look(shard, now);
  }
  await settled(app);
};
let keys = 0;
const call = async (method: 'GET' | 'POST', url: string, who: Token, body?: object) => {
  const authorization = `Bearer ${Buffer.from(JSON.stringify(who)).toString('base64url')}`;
  const headers = { authorization, 'idempotency-key': `key-${(keys += 1)}` };
  const answer = await app.inject({ method, url, headers, ...(body === undefined ? {} : { payload: body }) });
  return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() };
};
const desk = (authority: string): Token => ({ authority, person: 'duty', roles: ['duty-desk'] });
const operator: Token = { authority: HACKNEY, person: 'op', roles: ['operator'] };

const factsOf = async (category: string, stream?: string): Promise<readonly RecordedFact[]> => {
  const facts = await allOf(app.get<EventStore>(EVENT_STORE).readAll({ filter: { categories: [category] } }));
  return stream === undefined ? facts : facts.filter((fact) => fact.data['notice'] === stream);
};
const typesAt = (facts: readonly RecordedFact[]): readonly unknown[] =>
  facts.map(({ type, data, recordedAt }) => [
    type,
    data['at'] ?? data['metAt'] ?? data['limitAt'],
    recordedAt,
  ]);
const newIn = async (authority: string, after: number): Promise<readonly unknown[]> => {
  const entries = await app.get<Mailbox>(MAILBOX).read(authority, after, 100);
  expect(entries.map(({ sequence }) => sequence)).toEqual(entries.map((_, at) => after + at + 1));
  return entries.map(({ type, duty }) => [type.replace('uk.ibex.', ''), duty?.text]);
};
const report = async (localId: string): Promise<string> => {
  const { status, body } = await call('POST', '/v1/missing-episodes', desk(HACKNEY), {
    child: { localId, forename: 'Tilly', surname: 'Invented', dateOfBirth: '2011-03-09' },
    ...{ kind: 'M', from: 'care', host: CROYDON, risk: 'medium', lastSeen: { at: clock.now() } },
  });
  expect([status, body]).toMatchObject([201, {}]);
  await settled(app);
  return String(body['id']);
};
const place = async (localId: string, startsOn: string): Promise<string> => {
  const { status, body } = await call(
    'POST',
    '/v1/placements',
    { ...desk(HACKNEY), roles: ['placing-practitioner'] },
    {
      child: { localId, forename: 'Ada', surname: 'Invented', dateOfBirth: '2012-05-01' },
      ...{ host: CROYDON, startsOn, notice: 'emergency', carePlan: 'pending', assessment: 'supplied' },
    },
  );
  expect([status, body]).toMatchObject([201, {}]);
  await settled(app);
  return String(body['id']);
};

describe('the clocks of a missing child', () => {
  let id = '';
  let stream = '';
  const ACKNOWLEDGE =
    'Acknowledge the missing notice and say what you are doing (no hours in law; service target 1 hour)';

  it('tell the sender after 15 minutes that nobody has taken it on, once', async () => {
    id = await report('CLK-1');
    stream = `missing-${id}`;
    await lookAt('2026-03-02T09:14:59.999Z');
    expect((await factsOf('delivery')).map(({ type }) => type)).toEqual([]);
    await lookAt('2026-03-02T09:15:30.000Z');
    await lookAt('2026-03-02T09:16:00.000Z');
    expect(typesAt(await factsOf('delivery'))).toEqual([
      ['RecipientSilent', '2026-03-02T09:15:00.000Z', '2026-03-02T09:15:30.000Z'],
    ]);
    expect(await newIn(HACKNEY, 0)).toEqual([
      ['delivery.recipient-silent', 'Tell the recipient by other means: it has not fetched the notice'],
    ]);
  });

  it('warn whom it is owed by after three quarters of the hour', async () => {
    await lookAt('2026-03-02T09:45:00.000Z');
    expect(typesAt(await factsOf('clock', stream))).toEqual([
      ['DutyWarned', '2026-03-02T09:45:00.000Z', '2026-03-02T09:45:00.000Z'],
    ]);
    expect(await newIn(CROYDON, 1)).toEqual([['clock.duty-warned', ACKNOWLEDGE]]);
  });

  it('stand still for a day, and come back with what was missed and when; two that look at once record it once', async () => {
    clock.set('2026-03-03T10:30:00.000Z');
    await Promise.all(
      SHARDS.flatMap((shard) =>
        ['2026-03-03T10:30:00.000Z', '2026-03-03T10:30:00.007Z'].map((now) =>
          app.get(ClockLook).look(shard, now),
        ),
      ),
    );
    await settled(app);
    expect(typesAt((await factsOf('clock', stream)).slice(1))).toEqual([
      ['DutyLate', '2026-03-02T10:00:00.000Z', '2026-03-03T10:30:00.000Z'],
      ['EscalationStepped', '2026-03-02T10:00:00.000Z', '2026-03-03T10:30:00.000Z'],
      ['EscalationStepped', '2026-03-02T14:00:00.000Z', '2026-03-03T10:30:00.000Z'],
      ['EscalationStepped', '2026-03-03T10:00:00.000Z', '2026-03-03T10:30:00.000Z'],
    ]);
    expect(await newIn(CROYDON, 2)).toEqual([
      ['clock.escalation-stepped', `For duty-desk: ${ACKNOWLEDGE}`],
      ['clock.escalation-stepped', `For team-manager: ${ACKNOWLEDGE}`],
      ['clock.escalation-stepped', `For head-of-service: ${ACKNOWLEDGE}`],
    ]);
  });

  it('are as they were after the view was built anew and the exchange came back', async () => {
    const before = await call('GET', '/v1/clocks', desk(CROYDON));
    expect(before.body).toMatchObject({
      items: [{ kind: 'acknowledgement', lateAt: '2026-03-02T10:00:00.000Z', stepsTaken: 3 }],
    });
    const facts = await factsOf('clock');
    await app.get(ViewRunner).rebuild('clocks');
    await lookAt('2026-03-03T10:31:00.000Z');
    await app.close();
    await start();
    await lookAt('2026-03-03T10:32:00.000Z');
    expect(await call('GET', '/v1/clocks', desk(CROYDON))).toEqual(before);
    expect(await factsOf('clock')).toEqual(facts);
  });

  it('take note that it was met late', async () => {
    const path = `/v1/missing-episodes/${id}/acknowledge`;
    expect((await call('POST', path, desk(CROYDON), { response: 'staff-alerted' })).status).toBe(201);
    await lookAt('2026-03-03T10:40:00.000Z');
    await lookAt('2026-03-03T10:41:00.000Z');
    expect(typesAt((await factsOf('clock', stream)).slice(5))).toEqual([
      ['DutyMetLate', '2026-03-03T10:32:00.000Z', '2026-03-03T10:40:00.000Z'],
    ]);
    expect((await call('GET', '/v1/clocks', desk(CROYDON))).body).toMatchObject({ items: [] });
  });
});

describe('a clock that is paused', () => {
  it('tells nobody anything until it runs again, and its target moves by as much', async () => {
    clock.set('2026-03-04T09:00:00.000Z');
    const stream = `missing-${await report('CLK-2')}`;
    const [item] = (await call('GET', '/v1/clocks', desk(CROYDON))).body['items'] as { id: string }[];
    const path = `/v1/clocks/${item?.id ?? ''}`;
    clock.set('2026-03-04T09:30:00.000Z');
    const why = { reason: 'court-or-police-directs', note: 'Sgt Example asked' };
    expect((await call('POST', `${path}/pause`, desk(BARNET), why)).status).toBe(404);
    expect(await call('POST', `${path}/pause`, desk(CROYDON), why)).toMatchObject({ status: 200 });
    await settled(app);
    expect(await call('POST', `${path}/pause`, desk(CROYDON), why)).toMatchObject({
      ...{ status: 409, body: { code: 'clock/already-paused' } },
    });
    await lookAt('2026-03-04T11:00:00.000Z');
    expect(await factsOf('clock', stream)).toEqual([]);
    expect(await call('POST', `${path}/resume`, desk(CROYDON))).toMatchObject({
      ...{ status: 200, body: { dueAt: '2026-03-04T11:30:00.000Z' } },
    });
    await lookAt('2026-03-04T11:29:00.000Z');
    await lookAt('2026-03-04T11:30:00.000Z');
    expect(typesAt(await factsOf('clock', stream))).toEqual([
      ['DutyWarned', expect.any(String), '2026-03-04T11:29:00.000Z'],
      ['DutyLate', '2026-03-04T11:30:00.000Z', '2026-03-04T11:30:00.000Z'],
      ['EscalationStepped', '2026-03-04T11:30:00.000Z', '2026-03-04T11:30:00.000Z'],
    ]);
    const paused = (await factsOf('clock')).find(({ type }) => type === 'ClockPaused');
    expect(paused?.sealed).toEqual(expect.any(String));
    expect(JSON.stringify(paused)).not.toContain('Example');
  });
});

describe('a bank holiday that is proclaimed', () => {
  const day = { date: '2026-06-03', name: 'Day of thanks', order: 'Royal proclamation of 2 June 2026' };
  const dueOf = async (id: string): Promise<unknown> => {
    const { items } = (await call('GET', '/v1/clocks?limit=500', desk(HACKNEY))).body as {
      items: { notice: string; kind: string; dueAt: string }[];
    };
    return items.find((one) => one.notice === `placement-${id}` && one.kind === 'supply-care-plan')?.dueAt;
  };

  it('moves every open deadline that runs over it, old and new date on record, and those opened later too', async () => {
    clock.set('2026-06-01T09:00:00.000Z');
    const before = await place('CLK-3', '2026-06-01');
    expect(await dueOf(before)).toBe('2026-06-08T23:00:00.000Z');
    expect((await call('POST', '/v1/calendar/proclaimed-days', desk(HACKNEY), day)).status).toBe(403);
    expect((await call('POST', '/v1/calendar/proclaimed-days', operator, day)).status).toBe(200);
    const later = await place('CLK-4', '2026-06-02');
    await lookAt('2026-06-02T09:00:00.000Z');
    await lookAt('2026-06-02T09:01:00.000Z');
    expect([await dueOf(before), await dueOf(later)]).toEqual([
      '2026-06-09T23:00:00.000Z',
      '2026-06-10T23:00:00.000Z',
    ]);
    const moved = (await factsOf('clock')).filter(({ type }) => type === 'ClockRecomputed');
    expect(
      moved.filter(({ data }) => data['newDueAt'] === '2026-06-09T23:00:00.000Z')[0]?.data,
    ).toMatchObject({
      ...{ dueAt: '2026-06-08T23:00:00.000Z', proclaimed: ['2026-06-03'] },
    });
    expect(new Set(moved.map(({ stream }) => stream)).size).toBe(moved.length);
  });
});

describe('desks of an authority', () => {
  it('are told instead of the usual ones once they are set, and the night desk while they are closed', async () => {
    const always = {
      desk: 'mash',
      role: 'MASH',
      always: false,
      hours: [{ day: 'monday', opens: '09:00', closes: '17:00' }],
    };
    expect(
      (await call('POST', '/v1/desks', desk(CROYDON), { ...always, contact: '020 7946 0000' })).status,
    ).toBe(200);
    const steps = [
      { desk: 'mash', afterMinutes: 0 },
      { desk: 'mash', afterMinutes: 2880 },
    ];
    const set = await call('POST', '/v1/desks/escalations', desk(CROYDON), {
      kind: 'acknowledgement',
      steps,
    });
    expect(set.status).toBe(200);
    // a Saturday
    clock.set('2026-06-06T12:00:00.000Z');
    const stream = `missing-${await report('CLK-5')}`;
    await lookAt('2026-06-06T13:00:00.000Z');
    await lookAt('2026-06-08T13:00:00.000Z');
    const stepped = (await factsOf('clock', stream)).filter(({ type }) => type === 'EscalationStepped');
    expect(stepped.map(({ data }) => [data['desk'], data['told']])).toEqual([
      ['mash', 'out-of-hours'],
      ['mash', 'mash'],
    ]);
    const { desks } = (await call('GET', '/v1/desks', desk(CROYDON))).body as { desks: { desk: string }[] };
    expect(desks.find((one) => one.desk === 'mash')).toMatchObject({ contact: '020 7946 0000' });
    expect(JSON.stringify(await factsOf('authority'))).not.toContain('7946');
  });
});

describe('the table of clocks', () => {
  it('is the same when it is built anew from all of this, and nothing is recorded again', async () => {
    const shown = async (): Promise<unknown> =>
      Promise.all([CROYDON, HACKNEY].map((gss) => call('GET', '/v1/clocks?limit=500', desk(gss))));
    const [before, facts, silent] = [await shown(), await factsOf('clock'), await factsOf('delivery')];
    await app.get(ViewRunner).rebuild('clocks');
    await lookAt('2026-06-08T13:00:00.000Z');
    expect(await shown()).toEqual(before);
    expect([await factsOf('clock'), await factsOf('delivery')]).toEqual([facts, silent]);
  });
});
