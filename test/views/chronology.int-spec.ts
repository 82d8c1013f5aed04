import { FixedClock, MemoryEventStore } from '@ibex/adapters/memory';
import { PostgresModule } from '@ibex/adapters/postgres';
import { SqliteModule } from '@ibex/adapters/sqlite';
import { postgresServer, temporaryFolders } from '@ibex/testing';
import { found, reported } from '../../libs/projections/src/shared/missing.fixture';
import {
  BARNET,
  CAMDEN,
  CROYDON,
  ended,
  movedToBarnet,
  notified,
} from '../../libs/projections/src/shared/placement.fixture';
import type { Told } from '../../libs/projections/src/shared/replay.fixture';

import { Edges, Town } from '../support/views/child-town';
import type { Body, Item } from '../support/views/child-town';

const LAMBETH = 'E09000022';
const KENT = 'E10000016';
const masterKey = new Uint8Array(32).fill(7);
const linked = (...refs: readonly string[]): Told => ({
  ...{ stream: `link-${refs.join('')}`, type: 'LinkMade', data: { refs } },
});
const aText: unknown = expect.any(String);
const aRegulation: unknown = expect.stringContaining('reg');
/** What an answer says of the child, without what it says of the view. */
const ofChild = ({ records, items, gaps }: Body) => ({ records, items, gaps });
const server = postgresServer('--no-fsync');
const folder = temporaryFolders();
const onSqlite = (clock: FixedClock) =>
  Promise.resolve([Edges.with(clock), SqliteModule.forFolder({ folder: folder(), masterKey, clock })]);
const onPostgres = async (clock: FixedClock) => [
  Edges.with(clock, new MemoryEventStore()),
  PostgresModule.with({ url: await server().database(), masterKey, clock }),
];

describe.each([
  ['the embedded database', onSqlite],
  ['PostgreSQL', onPostgres],
])('the history of a child on %s', (_, stores) => {
  let town: Town;
  let [hers, theirs, hidden, twin] = ['', '', '', ''];
  let placed = '';
  beforeAll(async () => {
    const clock = new FixedClock('2025-02-01T09:00:00.000Z');
    town = await Town.open(clock, await stores(clock));
    hers = await town.introduce(CAMDEN, 'CAM-1', 'Lovelace');
    theirs = await town.introduce(BARNET, 'BAR-1', 'Lovelace');
    twin = await town.introduce(KENT, 'KEN-1', 'Lovelace');
    for (const day of ['06', '07', '08', '09', '10', '13']) {
      town.at(`2025-01-${day}T09:00:00.000Z`);
      const unknown = { by: KENT, host: { kind: 'unknown' }, startsOn: '2025-01-01' } as const;
      await town.tell({ ...notified(unknown), by: KENT, stream: `placement-k${day}` }, twin);
    }
    town.at('2025-02-01T09:00:00.000Z');
    placed = await town.tell(notified(), hers, { postcode: 'CR0 1EA' });
    await town.tell(linked(theirs, twin), theirs);
    town.at('2025-02-02T09:00:00.000Z');
    await town.post(CROYDON, '/v1/inbox/1/acknowledgement', {});
    town.at('2025-02-10T09:00:00.000Z');
    const barnets = { stream: 'placement-b1', by: BARNET };
    await town.tell(
      { ...notified({ by: BARNET, startsOn: '2024-06-01', occurredAt: '2024-06-01' }), ...barnets },
      theirs,
      { postcode: 'CR0 2EB' },
    );
    const over = { ...ended.data, by: BARNET, endedOn: '2024-12-01', occurredAt: '2024-12-01' };
    await town.tell({ ...ended, ...barnets, data: over }, theirs);
    town.at('2025-02-20T09:00:00.000Z');
    await town.tell(linked(hers, theirs), hers);
    town.at('2025-03-03T09:00:00.000Z');
    await town.tell(reported({ areasAtRisk: [] }), hers, { circumstances: 'after school' });
    const before = { stream: 'missing-m2' };
    await town.tell(reported({ areasAtRisk: [], lastSeen: { on: '2025-02-25' } }, before), hers);
    await town.tell({ ...found, ...before }, hers);
    town.at('2025-03-31T12:00:00.000Z');
    hidden = await town.introduce(CAMDEN, 'CAM-2', 'Hidden');
  }, 60_000);
  afterAll(() => town.close());

  it('joins what several authorities recorded, each line with its record, source, times and basis', async () => {
    const { items, records } = await town.chronology(CROYDON, hers);
    expect(records).toMatchObject([
      { recordRef: hers, owner: CAMDEN, ownerName: 'Camden', seenAs: 'addressee', withheld: false },
      { recordRef: theirs, owner: BARNET, ownerName: 'Barnet', seenAs: 'addressee', withheld: false },
    ]);
    const notices = items.filter(({ kind }) => kind === 'notice');
    expect(notices.map(({ type, recordRef }) => [type, recordRef])).toEqual([
      ['PlacementNotified', theirs],
      ['PlacementEnded', theirs],
      ['PlacementNotified', hers],
      ['MissingReported', hers],
      ['MissingReported', hers],
      ['MissingFound', hers],
    ]);
    expect(notices[2]).toMatchObject({
      ...{ source: CAMDEN, sourceName: 'Camden', occurredAt: '2025-02-01', factId: placed },
      ...{ recordedAt: '2025-02-01T09:00:00.000Z', personal: { postcode: 'CR0 1EA' } },
      basis: { text: aText, source: aRegulation },
    });
  });

  it('keeps what is over to its course: no address, no name', async () => {
    const { items, records } = await town.chronology(CROYDON, hers);
    expect(records[1]).not.toHaveProperty('child');
    const over = items.find(({ kind }) => kind === 'notice');
    expect(over).toMatchObject({ recordRef: theirs, data: { startsOn: '2024-06-01' } });
    expect(over).not.toHaveProperty('personal');
  });

  it('says nothing of a record that the reader may not see, not even that it is there', async () => {
    for (const [who, ref, other] of [
      [CAMDEN, hers, theirs],
      [BARNET, theirs, hers],
    ] as const) {
      const { text, body } = await town.ask(who, `/v1/children/${ref}/chronology`);
      expect(body.records).toHaveLength(1);
      expect(text).not.toContain(other);
      expect(text).not.toContain(twin);
    }
    const camdens = await town.ask(CAMDEN, `/v1/children/${hers}/chronology`);
    expect(camdens.text).not.toContain('CR0 2EB');
  });

  it('answers a record that is not for the reader as one that is not there, though another of the child is', async () => {
    const bodies = await Promise.all(
      [
        [CAMDEN, theirs],
        [LAMBETH, hers],
        [CAMDEN, 'unheard-of-record'],
      ].map(([who = '', ref = '']) => town.ask(who, `/v1/children/${ref}/chronology`)),
    );
    expect(bodies.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(new Set(bodies.map(({ text }) => text.replace(/"instance":"[^"]*",?/, ''))).size).toBe(1);
  });

  it('shows what came of a notice to who told it and to who did it', async () => {
    const ofSteps = async (who: string, ref: string) =>
      (await town.chronology(who, ref)).items
        .filter(({ kind }) => kind === 'step')
        .map(({ type, source, factId, occurredAt }) => [type, source, factId, occurredAt]);
    const taken = ['NoticeAcknowledged', CROYDON, placed, '2025-02-02T09:00:00.000Z'];
    expect(await ofSteps(CAMDEN, hers)).toEqual([taken]);
    expect(await ofSteps(CROYDON, hers)).toEqual([taken]);
    expect(await ofSteps(BARNET, theirs)).toEqual([]);
  });

  it('shows duties with their own dates to who owes them and whose record it is', async () => {
    const dutiesOf = async (who: string) =>
      (await town.chronology(who, hers)).items.flatMap(({ duty, recordRef }) =>
        duty && recordRef === hers ? [duty] : [],
      );
    const all = await dutiesOf(CAMDEN);
    expect([...new Set(all.map(({ state }) => state))].sort()).toEqual(['late', 'met', 'opened', 'void']);
    const concerned = await dutiesOf(CROYDON);
    expect(concerned.length).toBeGreaterThan(0);
    expect(concerned.length).toBeLessThan(all.length);
    for (const duty of concerned) expect(JSON.stringify(duty)).toContain(CROYDON);
  });

  it('hands out pages that meet without gap or repeat', async () => {
    const whole = (await town.chronology(CROYDON, hers)).items;
    const pages: Item[] = [];
    let cursor = '';
    do {
      const { body } = await town.ask(CROYDON, `/v1/children/${hers}/chronology?limit=1${cursor}`);
      pages.push(...body.items);
      cursor = body.next === undefined ? '' : `&cursor=${body.next}`;
    } while (cursor !== '');
    expect(pages).toEqual(whole);
  });

  it('shows gaps as gaps, out of what the reader sees', async () => {
    const gapsOf = async (who: string, ref: string) =>
      (await town.chronology(who, ref)).gaps.map(({ kind, from, to }) => [kind, from, to]);
    const missing = ['missing', '2025-03-02T23:30:00.000Z', undefined];
    expect(await gapsOf(CROYDON, hers)).toEqual([
      ['between-placements', '2024-12-01', '2025-02-01'],
      missing,
    ]);
    expect(await gapsOf(CAMDEN, hers)).toEqual([missing]);
    expect(await gapsOf(BARNET, theirs)).toEqual([['after-placement', '2024-12-01', undefined]]);
  });

  it('says who the child is: to its owner with the owner’s number, to others without', async () => {
    const [own] = (await town.chronology(CAMDEN, hers)).records;
    expect(own?.['child']).toEqual({
      ...{ localId: 'CAM-1', forename: 'Ada', surname: 'Lovelace', dateOfBirth: '2010-05-04' },
    });
    const [others] = (await town.chronology(CROYDON, hers)).records;
    expect(others?.['child']).toEqual({ forename: 'Ada', surname: 'Lovelace', dateOfBirth: '2010-05-04' });
  });

  it('is on record as read, record by record, with purpose and basis, before it is handed out', async () => {
    await town.ask(CROYDON, `/v1/children/${hers}/chronology`, { purpose: 'section-47' });
    const reads = await town.factsOf('read', 'looks');
    for (const [recordRef, owner] of [
      [hers, CAMDEN],
      [theirs, BARNET],
    ])
      expect(reads).toContainEqual(
        expect.objectContaining({
          ...{ recordRef, owner, by: CROYDON, what: 'child-chronology', purpose: 'section-47' },
          basis: { text: aText, source: aText },
        }),
      );
    expect(reads.some(({ recordRef }) => recordRef === twin)).toBe(false);
  });

  it('refuses a purpose that there is not, and reads nothing', async () => {
    const before = (await town.factsOf('read', 'looks')).length;
    const { status, text } = await town.ask(CROYDON, `/v1/children/${hers}/chronology`, {
      purpose: 'curious',
    });
    expect(status).toBe(400);
    expect(text).toContain('IBEX-Purpose');
    expect((await town.factsOf('read', 'looks')).length).toBe(before);
  });

  describe('as it was known', () => {
    it('now is as it is', async () => {
      const then = await town.chronology(CROYDON, hers, '&asKnownAt=2025-03-31T12:00:00.000Z');
      expect(then['asKnownAt']).toBe('2025-03-31T12:00:00.000Z');
      expect(ofChild(then)).toEqual(ofChild(await town.chronology(CROYDON, hers)));
    });

    it('holds what was on record then, and the links as they stood', async () => {
      const shown = async (at: string) => {
        const { records, items } = await town.chronology(CROYDON, hers, `&asKnownAt=${at}`);
        const notices = items.filter(({ kind }) => kind === 'notice');
        return [records.length, ...notices.map(({ type }) => type)];
      };
      expect(await shown('2025-01-31T00:00:00.000Z')).toEqual([1]);
      expect(await shown('2025-02-01T09:00:00.000Z')).toEqual([1, 'PlacementNotified']);
      expect(await shown('2025-02-19T09:00:00.000Z')).toEqual([1, 'PlacementNotified']);
      expect(await shown('2025-02-20T09:00:00.000Z')).toEqual([
        ...[2, 'PlacementNotified', 'PlacementEnded', 'PlacementNotified'],
      ]);
    });

    it('calls a source silent where it was', async () => {
      const silentOf = async (query: string) =>
        (await town.chronology(KENT, twin, query)).gaps
          .filter(({ kind }) => kind === 'source-silent')
          .map(({ from }) => from);
      const now = await silentOf('');
      expect(now).toEqual(['2025-01-17']);
      expect(await silentOf('&asKnownAt=2025-03-31T12:00:00.000Z')).toEqual(now);
      expect(await silentOf('&asKnownAt=2025-01-17T12:00:00.000Z')).toEqual(now);
      expect(await silentOf('&asKnownAt=2025-01-16T12:00:00.000Z')).toEqual([]);
    });

    it('holds who the child was held to be', async () => {
      town.at('2025-03-31T13:00:00.000Z');
      await town.introduce(CAMDEN, 'CAM-2', 'Byron');
      await town.settled();
      const surname = async (query: string) =>
        (await town.chronology(CAMDEN, hidden, query)).records.map(({ child }) => (child as Item)['surname']);
      expect(await surname('&asKnownAt=2025-03-31T12:30:00.000Z')).toEqual(['Hidden']);
      expect(await surname('')).toEqual(['Byron']);
    });

    it('to an authority is what had reached it, and how far it had got', async () => {
      const reached = async (who: string, at: string) =>
        (await town.chronology(who, hers, `&asKnownAt=${at}&knownTo=${CROYDON}`)).items
          .filter(({ kind, recordRef }) => kind === 'notice' && recordRef === hers)
          .map(({ type, reached: how }) => [type, how]);
      const toldAt = '2025-02-01T09:00:00.000Z';
      expect(await reached(CAMDEN, '2025-02-01T08:59:00.000Z')).toEqual([]);
      expect(await reached(CAMDEN, toldAt)).toEqual([['PlacementNotified', { toldAt }]]);
      const took = '2025-02-02T09:00:00.000Z';
      for (const who of [CAMDEN, CROYDON])
        expect(await reached(who, took)).toEqual([
          ['PlacementNotified', { toldAt, deliveredAt: took, acknowledgedAt: took }],
        ]);
    });

    it.each([
      ['a moment still to come', 422, 'asKnownAt=2035-01-01T00:00:00Z'],
      ['no moment', 422, 'asKnownAt=yesterday'],
      ['no authority’s code', 422, 'knownTo=Croydon'],
      ['no authority', 422, 'knownTo=E09000099'],
      ['others, of what is not one’s own', 403, `knownTo=${BARNET}`],
    ])('refuses to tell of %s, and names what to mend', async (_what, status, query) => {
      const answer = await town.ask(CROYDON, `/v1/children/${hers}/chronology?${query}`);
      expect(answer.status).toBe(status);
      expect(answer.text).toContain(`"field":"${query.slice(0, query.indexOf('='))}"`);
      expect(answer.text).toContain('"mend"');
    });
  });

  describe('of which something is withheld', () => {
    let moved = '';
    const hide = async (localId: string, postcode: string, endedOn: string): Promise<string> => {
      const day = '2025-03-05';
      const ref = await town.introduce(CAMDEN, localId, 'Moved');
      const stream = `placement-${localId}`;
      const restricted = { host: { kind: 'withheld' }, restricted: true };
      const previousHost = { kind: 'authority', gss: BARNET };
      await town.tell({ ...notified(), stream }, ref, { postcode: 'CR0 1EA' });
      await town.tell({ ...movedToBarnet, stream }, ref, { postcode: 'EN5 1AA' });
      const data = { ...movedToBarnet.data, ...restricted, previousHost, changedOn: day, occurredAt: day };
      await town.tell({ ...movedToBarnet, stream, data }, ref, { postcode });
      await town.tell(
        { ...ended, stream, data: { ...ended.data, ...restricted, occurredAt: endedOn, endedOn } },
        ref,
      );
      return ref;
    };
    beforeAll(async () => {
      moved = await hide('CAM-4', 'N1 1AA', '2025-03-06');
    });

    it('says so once, after everything else, and not when, what or how often', async () => {
      const { items, records } = await town.chronology(BARNET, moved);
      expect(items.at(-1)).toEqual({ withheld: true });
      expect(items.filter(({ withheld }) => withheld === true)).toHaveLength(1);
      expect(records).toMatchObject([{ withheld: true }]);
      expect(records[0]).not.toHaveProperty('child');
    });

    it('says it at every moment alike, so that nobody finds out when by asking', async () => {
      const query = '&asKnownAt=2024-01-01T00:00:00.000Z';
      expect((await town.chronology(BARNET, moved, query)).items).toEqual([{ withheld: true }]);
    });

    it('is the same to whoever may not see it, wherever the child is hidden and until when', async () => {
      const other = await hide('CAM-5', 'SE1 1ZZ', '2025-03-30');
      const ask = async (ref: string, local: string) => {
        const { text } = await town.ask(BARNET, `/v1/children/${ref}/chronology`);
        const same = text
          .replaceAll(ref, 'ref')
          .replaceAll(local, 'local')
          .replaceAll(/fact-\d+/g, 'fact')
          // how fresh postings are is worked out once a second, for everybody alike
          .replace(/"completeness":\{.*?"link":"[^"]*"\},/, '');
        return same.replaceAll(/"(position|upToDate)":[^,}]*/g, '');
      };
      expect(await ask(other, 'CAM-5')).toBe(await ask(moved, 'CAM-4'));
    });
  });
});
