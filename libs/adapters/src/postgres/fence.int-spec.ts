import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { Client } from 'pg';
import { BEGINNING, Overtaken } from '@ibex/kernel';
import type { NewEntry, ViewSchema } from '@ibex/kernel';
import { aNewEntry, CROYDON, HACKNEY, KENT, postgresServer } from '@ibex/testing';
import { PostgresStores } from './index';

const duties: ViewSchema = {
  name: 'duties',
  version: 1,
  tables: [{ name: 'duties', columns: { duty: 'text', met: 'integer' }, primaryKey: ['duty'] }],
};
const put = (duty: string, met = 0) => ({ op: 'put', table: 'duties', row: { duty, met } }) as const;
const masterKey = new Uint8Array(32).fill(3);

const server = postgresServer('--no-fsync');

describe('two processes on one database', () => {
  let url: string;
  let opened: PostgresStores[] = [];
  const another = async (): Promise<PostgresStores> => {
    const stores = await PostgresStores.open({ url, masterKey });
    opened.push(stores);
    return stores;
  };
  let one: PostgresStores;
  let two: PostgresStores;
  beforeEach(async () => {
    url = await server().database();
    opened = [];
    [one, two] = [await another(), await another()];
  });
  afterEach(async () => {
    for (const stores of opened) await stores.close();
  });

  const rowsOf = async (stores: PostgresStores): Promise<readonly unknown[]> =>
    (await sql`SELECT duty, met FROM duties ORDER BY duty`.execute(stores.readDb)).rows;
  const tablesOf = async (): Promise<readonly string[]> => {
    const found = sql<{ name: string }>`SELECT relname AS name FROM pg_class
      WHERE relkind = 'r' AND relname LIKE 'duties__g%' ORDER BY relname`;
    return (await found.execute(one.readDb)).rows.map(({ name }) => name);
  };

  describe('that write one view', () => {
    beforeEach(async () => {
      await one.readModels.open(duties);
      await two.readModels.open(duties);
    });

    it('refuse the one that comes late, which goes on once it has looked again', async () => {
      await one.readModels.write(duties, [put('a')], 3);
      await expect(two.readModels.write(duties, [put('zombie')], 2)).rejects.toBeInstanceOf(Overtaken);
      await expect(two.readModels.write(duties, [put('zombie')], 4)).rejects.toThrow(/view duties/);
      expect(await rowsOf(two)).toEqual([{ duty: 'a', met: 0 }]);
      expect(await two.readModels.open(duties)).toBe(3);
      await two.readModels.write(duties, [put('b')], 4);
      await expect(one.readModels.write(duties, [put('late')], 4)).rejects.toBeInstanceOf(Overtaken);
      expect(await rowsOf(one)).toEqual([
        { duty: 'a', met: 0 },
        { duty: 'b', met: 0 },
      ]);
    });

    it('refuse the one that comes late also when it only moves the checkpoint', async () => {
      await one.readModels.write(duties, [], 3);
      await expect(two.readModels.write(duties, [], 4)).rejects.toBeInstanceOf(Overtaken);
      await one.readModels.write(duties, [put('a')], 5);
      await one.readModels.write(duties, [], 6);
      expect(await two.readModels.open(duties)).toBe(6);
    });

    it('let exactly one through when both write from the same place at once', async () => {
      for (let turn = 0; turn < 20; turn += 1) {
        const outcomes = await Promise.allSettled([
          one.readModels.write(duties, [put(`one-${turn}`)], turn),
          two.readModels.write(duties, [put(`two-${turn}`)], turn),
        ]);
        expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
        expect(await one.readModels.open(duties)).toBe(turn);
        expect(await two.readModels.open(duties)).toBe(turn);
      }
      expect(await rowsOf(one)).toHaveLength(20);
    });

    it('refuse a writer whose copy another has replaced, also when the checkpoint is the same', async () => {
      await one.readModels.write(duties, [put('a')], 5);
      await two.readModels.open(duties);
      const rebuild = await two.readModels.rebuild(duties);
      await rebuild.write([put('anew')], 5);
      await rebuild.switchOver();
      await expect(one.readModels.write(duties, [put('late')], 6)).rejects.toBeInstanceOf(Overtaken);
      expect(await rowsOf(one)).toEqual([{ duty: 'anew', met: 0 }]);
      await two.readModels.write(duties, [put('next')], 6);
      expect(await rowsOf(one)).toHaveLength(2);
    });
  });

  describe('that rebuild one view', () => {
    beforeEach(async () => {
      await one.readModels.open(duties);
      await one.readModels.write(duties, [put('old')], 1);
      await two.readModels.open(duties);
    });

    it('build beside each other; the second to finish takes the place of the first when it is as far', async () => {
      const [first, second] = [await one.readModels.rebuild(duties), await two.readModels.rebuild(duties)];
      await first.write([put('first')], 7);
      await second.write([put('second')], 7);
      await first.switchOver();
      expect(await rowsOf(two)).toEqual([{ duty: 'first', met: 0 }]);
      await second.switchOver();
      expect(await rowsOf(two)).toEqual([{ duty: 'second', met: 0 }]);
      expect(await tablesOf()).toHaveLength(1);
    });

    it('refuse the second when it is behind the first, and it leaves nothing behind', async () => {
      const [first, second] = [await one.readModels.rebuild(duties), await two.readModels.rebuild(duties)];
      await first.write([put('first')], 7);
      await second.write([put('second')], 6);
      await first.switchOver();
      await expect(second.switchOver()).rejects.toBeInstanceOf(Overtaken);
      expect(await rowsOf(two)).toEqual([{ duty: 'first', met: 0 }]);
      await second.abandon();
      expect(await tablesOf()).toHaveLength(1);
      expect(await two.readModels.open(duties)).toBe(7);
    });

    it('never put older rules in the place of newer ones, however far they came', async () => {
      const newer = { ...duties, version: 2 };
      const [older, newest] = [await one.readModels.rebuild(duties), await two.readModels.rebuild(newer)];
      await newest.write([put('newest')], 7);
      await newest.switchOver();
      await older.write([put('older')], 9);
      await expect(older.switchOver()).rejects.toBeInstanceOf(Overtaken);
      expect(await rowsOf(one)).toEqual([{ duty: 'newest', met: 0 }]);
      await older.abandon();
    });

    it('put in place a copy only once it is as far as the live one that moves on elsewhere', async () => {
      const rebuild = await two.readModels.rebuild(duties);
      await rebuild.write([put('anew')], 1);
      await one.readModels.write(duties, [put('meanwhile')], 2);
      await expect(rebuild.switchOver()).rejects.toBeInstanceOf(Overtaken);
      expect(await rowsOf(two)).toHaveLength(2);
      await rebuild.write([put('meanwhile too')], 2);
      await rebuild.switchOver();
      expect(await rowsOf(one)).toEqual([
        { duty: 'anew', met: 0 },
        { duty: 'meanwhile too', met: 0 },
      ]);
      await expect(one.readModels.write(duties, [put('late')], 3)).rejects.toBeInstanceOf(Overtaken);
    });

    it('do not drop each other’s copies under way', async () => {
      const first = await one.readModels.rebuild(duties);
      await first.write([put('first')], 1);
      await two.readModels.open(duties);
      await (await two.readModels.rebuild(duties)).abandon();
      await first.write([put('more')], 2);
      await first.switchOver();
      expect(await rowsOf(two)).toHaveLength(2);
    });

    it('drop what a dead one left behind', async () => {
      const left = await one.readModels.rebuild(duties);
      await left.write([put('half')], 1);
      expect(await tablesOf()).toHaveLength(2);
      const third = await another();
      await one.close();
      await third.readModels.open(duties);
      one = third;
      expect(await tablesOf()).toHaveLength(1);
      expect(await rowsOf(third)).toEqual([{ duty: 'old', met: 0 }]);
    });
  });

  it('open a new view at once and find one and the same', async () => {
    const many = [one, two, await another(), await another(), await another()];
    const opening = many.map(({ readModels }) => readModels.open(duties));
    expect(await Promise.all(opening)).toEqual(many.map(() => BEGINNING));
    expect(await tablesOf()).toHaveLength(1);
  });

  it('show a switch at once to readers of the other, who never see it half done', async () => {
    await one.readModels.open(duties);
    await one.readModels.write(duties, [put('x', 0), put('y', 0)], 0);
    const seen = new Set<string>();
    const reader = { stopped: false };
    const reading = (async () => {
      while (!reader.stopped) seen.add(JSON.stringify(await rowsOf(two)));
    })();
    for (let turn = 1; turn <= 10; turn += 1) {
      const rebuild = await one.readModels.rebuild(duties);
      await rebuild.write([put('x', turn)], turn);
      await rebuild.write([put('y', turn)], turn);
      await rebuild.switchOver();
      expect(await rowsOf(two)).toEqual([
        { duty: 'x', met: turn },
        { duty: 'y', met: turn },
      ]);
    }
    reader.stopped = true;
    await reading;
    for (const rows of seen) {
      const [x, y] = JSON.parse(rows) as { met: number }[];
      expect(x?.met).toBe(y?.met);
    }
  });

  describe('that route', () => {
    const from = (router: string, turn: number): readonly NewEntry[] =>
      [CROYDON, HACKNEY, KENT]
        .toSorted(() => Math.random() - 0.5)
        .map((authority) => aNewEntry(`${router}-${turn}-${authority}`, { authority }));

    it('refuse a router whose checkpoint another has moved, and put nothing', async () => {
      expect(await one.mailbox.checkpoint('router')).toBe(BEGINNING);
      expect(await two.mailbox.checkpoint('router')).toBe(BEGINNING);
      await one.mailbox.deliver('router', [aNewEntry('a')], 4);
      await expect(two.mailbox.deliver('router', [aNewEntry('zombie')], 5)).rejects.toBeInstanceOf(Overtaken);
      expect(await two.mailbox.head(CROYDON)).toBe(1);
      expect(await two.mailbox.checkpoint('router')).toBe(4);
      await two.mailbox.deliver('router', [aNewEntry('b')], 6);
      await expect(one.mailbox.deliver('router', [], 9)).rejects.toBeInstanceOf(Overtaken);
      expect(await one.mailbox.checkpoint('router')).toBe(6);
    });

    it('let exactly one of two deliveries from the same place through', async () => {
      for (let turn = 0; turn < 15; turn += 1) {
        await Promise.all([one, two].map(({ mailbox }) => mailbox.checkpoint('router')));
        const outcomes = await Promise.allSettled(
          [one, two].map(({ mailbox }, at) => mailbox.deliver('router', [aNewEntry(`${turn}-${at}`)], turn)),
        );
        expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      }
      expect(await one.mailbox.head(CROYDON)).toBe(15);
    });

    it('number every mailbox without a gap, each entry once, whoever delivers at the same time', async () => {
      const handles = [one, two, await another(), await another()];
      await Promise.all(
        handles.map(async ({ mailbox }, at) => {
          for (let turn = 0; turn < 40; turn += 1)
            await mailbox.deliver(`router-${at}`, [...from(`r${at}`, turn), ...from('shared', turn)], turn);
        }),
      );
      for (const authority of [CROYDON, HACKNEY, KENT]) {
        const entries = await one.mailbox.read(authority, 0, 1000);
        expect(entries.map(({ sequence }) => sequence)).toEqual(
          Array.from({ length: 200 }, (_, index) => index + 1),
        );
        expect(new Set(entries.map(({ entryId }) => entryId)).size).toBe(200);
        expect(await two.mailbox.head(authority)).toBe(200);
      }
    }, 30_000);

    it('wake whoever waits in the other process', async () => {
      const waiting = two.mailbox.waitForMore(CROYDON, 0, 30_000).then(() => 'woken');
      await pause(100);
      await one.mailbox.deliver('router', [aNewEntry('a')], 1);
      expect(await Promise.race([waiting, pause(500, 'still waiting')])).toBe('woken');
    });
  });

  it('refuse a cursor that the other has moved', async () => {
    expect(await one.cursors.at('kafka', CROYDON)).toBe(0);
    await two.cursors.move('kafka', CROYDON, 0, 5);
    await expect(one.cursors.move('kafka', CROYDON, 0, 3)).rejects.toBeInstanceOf(Overtaken);
    expect(await one.cursors.at('kafka', CROYDON)).toBe(5);
  });

  it('forget a key that the other destroys, although they had it in memory', async () => {
    const key = await one.keyVault.keyFor('record-1');
    expect(await two.keyVault.findKey('record-1')).toEqual(key);
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query("DELETE FROM ibex.keys WHERE record_ref = 'record-1'");
    await client.end();
    // from memory: nobody was told
    expect(await two.keyVault.findKey('record-1')).toEqual(key);
    await one.keyVault.destroy('record-1');
    await pause(200);
    expect(await two.keyVault.findKey('record-1')).toBeUndefined();
    await expect(two.keyVault.keyFor('record-1')).rejects.toMatchObject({ code: 'vault/key-destroyed' });
  });

  it('hear which keys the other sets apart and gives back, although they had them in memory', async () => {
    const key = await one.keyVault.keyFor('record-1');
    expect(await two.keyVault.findKey('record-1')).toEqual(key);
    const heard = async (apart: boolean): Promise<void> => {
      while ((await two.keyVault.isApart('record-1')) !== apart) await pause(5);
    };
    await one.keyVault.setApart('record-1');
    await heard(true);
    expect(await two.keyVault.findKey('record-1')).toBeUndefined();
    expect(await two.keyVault.findKept('record-1')).toEqual(key);
    await one.keyVault.giveBack('record-1');
    await heard(false);
    expect(await two.keyVault.findKey('record-1')).toEqual(key);
  });

  it('agree on the key of a record that both ask for first', async () => {
    const refs = Array.from({ length: 20 }, (_, index) => `record-${index}`);
    const keysOf = ({ keyVault }: PostgresStores) => Promise.all(refs.map((ref) => keyVault.keyFor(ref)));
    const [mine, theirs] = await Promise.all([keysOf(one), keysOf(two)]);
    expect(mine).toEqual(theirs);
  });
});
