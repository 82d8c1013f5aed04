import { randomUUID } from 'node:crypto';
import { MemoryEventStore } from '@ibex/adapters/memory';
import { PostgresModule } from '@ibex/adapters/postgres';
import { SqliteModule } from '@ibex/adapters/sqlite';
import { EVENT_STORE } from '@ibex/kernel';
import type { EventStore } from '@ibex/kernel';
import { pause } from '@ibex/runtime';
import { postgresServer, temporaryFolders } from '@ibex/testing';
import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import {
  BRENT,
  clock,
  CROYDON,
  HACKNEY,
  indicatorOf,
  LAMBETH,
  NOW,
  PictureExchange,
} from './picture-exchange';
import type { Told } from './picture-exchange';

const MERTON = 'E09000024';
const masterKey = new Uint8Array(32).fill(7);
const server = postgresServer('--no-fsync');
const folder = temporaryFolders();

@Module({})
class LogInMemory {
  static whole(): DynamicModule {
    const log = { provide: EVENT_STORE, useValue: new MemoryEventStore() };
    return { module: LogInMemory, global: true, providers: [log], exports: [EVENT_STORE] };
  }
}

const embedded = () => Promise.resolve([SqliteModule.forFolder({ folder: folder(), masterKey, clock })]);
const shared = async () => [
  LogInMemory.whole(),
  PostgresModule.with({ url: await server().database(), masterKey, clock }),
];

const at = (gss: string) => ({ host: { kind: 'authority', gss } });
type More = Readonly<{ by?: string; host?: string; recordedAt?: string }>;
const missing = (
  on: string,
  areasAtRisk: readonly string[] = [],
  { by = HACKNEY, host = CROYDON, ...more }: More = {},
): Told => ({
  ...{ stream: `missing-${randomUUID()}`, type: 'MissingReported', by },
  data: {
    ...{ kind: 'M', from: 'care', responsible: by, alreadyOver: false, ...at(host) },
    ...{ lastSeen: { on }, areasAtRisk },
  },
  ...more,
});
const placed = (startsOn: string, data: object, by = HACKNEY): Told => ({
  ...{ stream: `placement-${randomUUID()}`, type: 'PlacementNotified', by },
  data: {
    ...{ startsOn, notice: 'planned', carePlan: 'supplied', assessment: 'supplied', consulted: false },
    ...{ restricted: false, ...data },
  },
});
const concern = (by: string, data: object = {}): Told => ({
  ...{ stream: `exploitation-${randomUUID()}`, type: 'ExploitationConcernRaised', by },
  data: {
    ...{ responsible: by, ...at(by), raisedOn: '2026-03-10', flags: ['gangs'], areas: [] },
    assessed: { level: { label: 'high', scaleId: 'low-medium-high' }, on: '2026-03-10' },
    nrm: { stage: 'referred', on: '2026-03-11' },
    ...data,
  },
});
const after = ({ stream, by }: Told, type: string, data: object, recordedAt?: string): Told => ({
  ...{ stream, type, by },
  data: { ...data },
  ...(recordedAt === undefined ? {} : { recordedAt }),
});

const without = (whole: object, field: string) =>
  Object.fromEntries(Object.entries(whole).filter(([name]) => name !== field));
/** How somebody posts is told to everybody, of whatever child. */
const withoutSources = (indicator: object) => without(indicator, 'sources');

describe.each([
  ['the embedded database', embedded],
  ['PostgreSQL', shared],
] as const)('the picture of a child from %s', (_, stores) => {
  let exchange: PictureExchange;
  beforeAll(async () => {
    exchange = await PictureExchange.on(await stores());
  }, 60_000);
  afterAll(() => exchange.app.close());
  const newRecord = (by = HACKNEY, born?: string) => exchange.introduce(by, randomUUID(), born);
  /** How feeds stand is a second old at most. */
  const becomes = async (state: string, asked: () => Promise<string>): Promise<void> => {
    const until = performance.now() + 20_000;
    while ((await asked()) !== state && performance.now() < until)
      await pause(100, new AbortController().signal);
    expect(await asked()).toBe(state);
  };
  const stateOf = async (by: string, ref: string, name: string) =>
    indicatorOf(await exchange.picture(by, ref), name).state;

  it('shows each sign with its facts, their source, basis and age', async () => {
    const ref = await newRecord(HACKNEY, '2009-03-31');
    const factId = await exchange.tell(ref, missing('2026-03-29', [BRENT]));
    const answer = await exchange.picture(BRENT, ref);
    expect(answer.status).toBe(200);
    expect(indicatorOf(answer, 'open-missing-episode')).toMatchObject({
      ...{ state: 'found', reach: 'told', ageInDays: 1, newestAt: '2026-03-30T09:00:00.000Z' },
      values: [{ label: 'last seen', on: '2026-03-29', text: 'reported by Hackney' }],
      facts: [
        {
          ...{ factId, recordRef: ref, type: 'MissingReported', title: 'Reported missing' },
          ...{ source: HACKNEY, sourceName: 'Hackney' },
          basis: { source: 'Children Act 1989, s 47(1); Children Act 2004, ss 10 and 11' },
        },
      ],
    });
    expect(indicatorOf(answer, 'days-to-eighteen').values).toMatchObject([{ count: 365, on: '2027-03-31' }]);
    expect(indicatorOf(answer, 'open-missing-episode').sources).toMatchObject([
      { authority: HACKNEY, notification: 'missing' },
    ]);
  });

  it('is drawn over all records of the child that the reader may see, with whose each is', async () => {
    const [hers, brents] = [await newRecord(), await newRecord(BRENT)];
    exchange.clusters.join(hers, brents);
    await exchange.tell(hers, missing('2026-03-03', [BRENT]));
    await exchange.tell(brents, missing('2026-03-05', [], { by: BRENT, host: BRENT }));
    const answer = await exchange.picture(BRENT, hers);
    expect(answer.body.records.map(({ owner, seenAs }) => [owner, seenAs])).toEqual([
      [HACKNEY, 'addressee'],
      [BRENT, 'owner'],
    ]);
    const values = indicatorOf(answer, 'missing-episodes').values;
    expect(values[0]).toEqual({ label: 'began in the last 30 days', count: 2 });
    // Hackney was told nothing by Brent: of Brent's record it learns not even that there is one
    const hackneys = await exchange.picture(HACKNEY, hers);
    expect(hackneys.body.records.map(({ owner }) => owner)).toEqual([HACKNEY]);
    expect(JSON.stringify(hackneys.body.indicators)).not.toContain(brents);
  });

  it('does not change by anything that is told of a record which the reader may not see', async () => {
    const [hers, unseen] = [await newRecord(), await newRecord(LAMBETH, '2008-01-01')];
    exchange.clusters.join(hers, unseen);
    await exchange.tell(hers, missing('2026-03-01', [BRENT]));
    await exchange.tell(hers, placed('2026-01-01', at(CROYDON)));
    const pictures = async () =>
      Promise.all(
        [HACKNEY, CROYDON, BRENT].map(async (by) => {
          const { body } = await exchange.picture(by, hers);
          return JSON.stringify([body.records, body.indicators.map(withoutSources)]);
        }),
      );
    await becomes('none', () => stateOf(HACKNEY, hers, 'placement-instability'));
    const before = await pictures();
    const elsewhere: More = { by: LAMBETH, host: LAMBETH };
    for (const told of [
      missing('2026-03-20', [], elsewhere),
      missing('2026-03-21', [], elsewhere),
      placed('2026-02-01', { host: { kind: 'withheld' }, restricted: true }, LAMBETH),
      concern(LAMBETH),
    ])
      await exchange.tell(unseen, told);
    expect(await pictures()).toEqual(before);
  });

  it('does not change for an addressee by anything restricted that its owner adds', async () => {
    const ref = await newRecord();
    await exchange.tell(ref, missing('2026-03-01', [BRENT]));
    const seen = async () =>
      JSON.stringify((await exchange.picture(BRENT, ref)).body.indicators.map(withoutSources));
    const before = await seen();
    const hidden = placed('2026-02-01', { host: { kind: 'withheld' }, restricted: true });
    await exchange.tell(ref, hidden);
    await exchange.tell(ref, after(hidden, 'PlacementEnded', { endedOn: '2026-03-01', ...hidden.data }));
    expect(await seen()).toBe(before);
    expect(await stateOf(HACKNEY, ref, 'out-of-area')).not.toBe('found');
  });

  it('answers an unknown record and a forbidden one alike', async () => {
    const ref = await newRecord();
    await exchange.tell(ref, missing('2026-03-01'));
    const [forbidden, unknown] = [
      await exchange.picture(LAMBETH, ref),
      await exchange.picture(LAMBETH, randomUUID()),
    ];
    expect([forbidden.status, unknown.status]).toEqual([404, 404]);
    expect(without(forbidden.body, 'instance')).toEqual(without(unknown.body, 'instance'));
  });

  it('tells none from not known: who never posted, and who sees only what it was told', async () => {
    const [hers, other] = [await newRecord(), await newRecord(MERTON)];
    await exchange.tell(hers, missing('2026-03-01', [BRENT]));
    await exchange.tell(hers, concern(HACKNEY, { assessed: undefined, nrm: undefined }));
    await exchange.tell(other, placed('2026-01-01', at(CROYDON), MERTON));
    await becomes('none', () => stateOf(HACKNEY, hers, 'nrm-stage'));
    expect(await stateOf(BRENT, hers, 'nrm-stage')).toBe('not-known');
    // Merton has never posted a concern about any child, so that there is none says nothing
    expect(await stateOf(MERTON, other, 'nrm-stage')).toBe('not-known');
  });

  it('is as known at a moment of the past', async () => {
    const ref = await newRecord();
    const told = missing('2026-03-01', [], { recordedAt: '2026-03-02T09:00:00.000Z' });
    await exchange.tell(ref, told);
    const when = { when: { on: '2026-03-03' }, ending: 'found' };
    await exchange.tell(ref, after(told, 'MissingFound', when, '2026-03-04T09:00:00.000Z'));
    const then = async (asKnownAt: string) =>
      indicatorOf(await exchange.picture(HACKNEY, ref, `?asKnownAt=${asKnownAt}`), 'open-missing-episode')
        .state;
    expect(await then('2026-03-03T09:00:00Z')).toBe('found');
    expect(await then('2026-03-01T09:00:00Z')).toBe('not-known');
    await becomes('none', () => stateOf(HACKNEY, ref, 'open-missing-episode'));
    const ahead = await exchange.picture(HACKNEY, ref, '?asKnownAt=2026-04-01T00:00:00Z');
    expect(ahead).toMatchObject({ status: 422, body: { field: 'asKnownAt' } });
  });

  describe('the same areas as other children', () => {
    const [REDBRIDGE, BARKING] = ['E09000026', 'E09000002'];
    const said = async (ref: string, name: string) =>
      indicatorOf(await exchange.picture(HACKNEY, ref), 'co-occurrence').values.find(({ label }) =>
        label.includes(name),
      )?.text;
    const other = async (area: string, by: string, on = '2026-03-11') => {
      const told = missing(on, [area], { by, host: by });
      const ref = await newRecord(by);
      await exchange.tell(ref, told);
      return { ref, told };
    };

    it('are told from five records of others on', async () => {
      const hers = await newRecord();
      await exchange.tell(hers, missing('2026-03-10', [BARKING]));
      for (const by of [BRENT, BRENT, LAMBETH, CROYDON, MERTON]) await other(BARKING, by);
      expect(await said(hers, 'Barking')).toBe('at least 5');
    });

    it('are not told of four: nor do the own, this week’s, recalled or restricted ones make up five', async () => {
      const hers = await newRecord();
      await exchange.tell(hers, missing('2026-03-10', [REDBRIDGE]));
      for (const by of [BRENT, BRENT, LAMBETH, CROYDON]) await other(REDBRIDGE, by);
      await other(REDBRIDGE, HACKNEY);
      await other(REDBRIDGE, BRENT, '2026-03-30');
      await other(REDBRIDGE, BRENT, '2026-01-04');
      const recalled = await other(REDBRIDGE, BRENT);
      await exchange.tell(recalled.ref, after(recalled.told, 'MissingWithdrawn', { because: 'duplicate' }));
      const hidden = await other(REDBRIDGE, BRENT);
      const restricted = { fields: ['host'], host: { kind: 'withheld' }, restricted: true };
      await exchange.tell(hidden.ref, after(hidden.told, 'MissingCorrected', restricted));
      expect(await said(hers, 'Redbridge')).toBe('fewer than five, or none');
    });

    it('are counted only where the reader sees the area named for this child', async () => {
      const hers = await newRecord();
      await exchange.tell(hers, missing('2026-03-10', []));
      expect(await said(hers, 'Barking')).toBeUndefined();
    });
  });

  it('is on record before it is handed out, with a purpose and every record that it draws on', async () => {
    const [hers, brents] = [await newRecord(), await newRecord(BRENT)];
    exchange.clusters.join(hers, brents);
    await exchange.tell(hers, missing('2026-03-01', [BRENT]));
    const reader = { authority: BRENT, person: 'p-9', roles: ['mash'] } as const;
    const answer = await exchange.get(reader, `/v1/children/${hers}/picture`, 'section-47');
    expect(answer.status).toBe(200);
    const noted: string[] = [];
    for await (const look of lookedAt(exchange.app.get(EVENT_STORE))) noted.push(look);
    for (const ref of [hers, brents]) expect(noted.filter((line) => line.includes(ref))).not.toEqual([]);
    const wrong = await exchange.get(reader, `/v1/children/${hers}/picture`, 'curiosity');
    expect(wrong).toMatchObject({ status: 400, body: { field: 'IBEX-Purpose' } });
  });

  it('rests on no fact that the chronology would not show the same reader', async () => {
    const ref = await newRecord();
    const [first, second] = [missing('2026-03-27', [BRENT]), missing('2026-03-28', [LAMBETH])];
    for (const told of [first, second, placed('2026-01-01', at(CROYDON)), concern(HACKNEY)])
      await exchange.tell(ref, told);
    const toLambeth = { fields: ['host'], ...at(LAMBETH) };
    await exchange.tell(ref, after(first, 'MissingCorrected', toLambeth));
    const hidden = { fields: ['host'], host: { kind: 'withheld' }, restricted: true };
    await exchange.tell(ref, after(second, 'MissingCorrected', hidden));
    await exchange.tell(ref, after(first, 'MissingFound', { when: { on: '2026-03-29' }, ending: 'found' }));
    for (const authority of [HACKNEY, CROYDON, BRENT, LAMBETH]) {
      const reader = { authority, person: 'p-2', roles: ['mash'] } as const;
      const { body } = await exchange.get(reader, `/v1/children/${ref}/chronology?limit=500`);
      const shown = JSON.stringify(body);
      const restsOn = (await exchange.picture(authority, ref)).body.indicators.flatMap(({ facts }) => facts);
      expect(restsOn.length).toBeGreaterThan(0);
      expect(restsOn.filter(({ factId }) => !shown.includes(`"${factId}"`))).toEqual([]);
    }
  });

  it('is kept from roles that know no child', async () => {
    const ref = await newRecord();
    const reader = { authority: HACKNEY, person: 'p-9', roles: ['operator'] } as const;
    expect((await exchange.get(reader, `/v1/children/${ref}/picture`)).status).toBe(403);
  });

  it('has all of it as of now', () => {
    expect(clock.now()).toBe(NOW);
  });
});

/** Every fact of a look at a picture, as text. */
async function* lookedAt(store: EventStore): AsyncIterable<string> {
  for await (const batch of store.readAll())
    for (const fact of batch) {
      const text = JSON.stringify(fact);
      if (text.includes('risk-picture') && text.includes('section-47')) yield text;
    }
}
