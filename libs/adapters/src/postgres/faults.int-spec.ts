import { createServer, connect } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { sql } from 'kysely';
import { BEGINNING, Overtaken, StoreUnavailable } from '@ibex/kernel';
import type { ViewSchema } from '@ibex/kernel';
import { aNewEntry, CROYDON, KENT, postgresServer } from '@ibex/testing';
import { PostgresStores } from './index';
import type { PostgresOptions } from './index';

const duties: ViewSchema = {
  name: 'duties',
  version: 1,
  tables: [{ name: 'duties', columns: { duty: 'text' }, primaryKey: ['duty'] }],
};
const put = (duty: string) => ({ op: 'put', table: 'duties', row: { duty } }) as const;
const masterKey = new Uint8Array(32).fill(3);
const isUnavailable = (error: unknown): boolean => error instanceof StoreUnavailable;

const server = postgresServer();

/** A way to the server that can be cut, or go silent. */
class Wire {
  private readonly sockets = new Set<Socket>();
  private silent = false;
  private atCommit: 'pass' | 'cut before' | 'cut after' = 'pass';
  private readonly listening: Server;

  constructor(private readonly port: number) {
    this.listening = createServer((near) => this.join(near));
  }

  async url(of: string): Promise<string> {
    await new Promise<void>((done) => this.listening.listen(0, '127.0.0.1', done));
    const url = new URL(of);
    url.port = String((this.listening.address() as AddressInfo).port);
    return url.href;
  }

  cut(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  silence(silent: boolean): void {
    this.silent = silent;
  }

  /** What becomes of the next commit: it never arrives, or it arrives and its answer never does. */
  cutNextCommit(when: 'cut before' | 'cut after'): void {
    this.atCommit = when;
  }

  close(): void {
    this.cut();
    this.listening.close();
  }

  private join(near: Socket): void {
    const far = connect(this.port, '127.0.0.1');
    const doomed = { on: false };
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      this.sockets.add(from);
      from.on('data', (bytes) => {
        const fate = from === near && bytes.includes('COMMIT') ? this.atCommit : 'pass';
        if (!this.silent && !doomed.on && fate !== 'cut before') to.write(bytes);
        if (fate === 'pass') return;
        this.atCommit = 'pass';
        doomed.on = true;
        // not at once, so that what was sent arrives
        setTimeout(() => near.destroy(), 20);
      });
      from.on('error', () => undefined);
      from.on('close', () => to.destroy());
    }
  }
}

describe('a PostgreSQL in trouble', () => {
  let url: string;
  const opened: PostgresStores[] = [];
  const open = async (change: Partial<PostgresOptions> = {}): Promise<PostgresStores> => {
    const stores = await PostgresStores.open({ url, masterKey, connectTimeoutMs: 1_000, ...change });
    opened.push(stores);
    return stores;
  };
  const failing = (attempt: Promise<unknown>) =>
    attempt.then(() => undefined).catch((error: unknown) => error);
  beforeEach(async () => {
    url = await server().database();
  });
  afterEach(async () => {
    for (const stores of opened.splice(0)) await stores.close();
  });

  /** Work that goes on as a follower would: after any failure it looks where things stand and goes on from there. */
  const working = async (stores: PostgresStores, until: () => boolean) => {
    const faults = new Set<string>();
    let done = (await stores.mailbox.checkpoint('router')) + 1;
    while (!until()) {
      try {
        const at = await stores.mailbox.checkpoint('router');
        expect(at).toBeGreaterThanOrEqual(done - 2);
        done = at + 1;
        await stores.mailbox.deliver('router', [aNewEntry(`e-${done}`)], done);
        await stores.readModels.open(duties);
        await stores.readModels.write(duties, [put(`d-${done}`)], done);
      } catch (error) {
        if (!isUnavailable(error) && !(error instanceof Overtaken)) throw error;
        faults.add((error as StoreUnavailable).code);
        await pause(20);
      }
    }
    return faults;
  };

  const expectWhole = async (stores: PostgresStores): Promise<void> => {
    const entries = await stores.mailbox.read(CROYDON, 0, 100_000);
    expect(entries.map(({ sequence }) => sequence)).toEqual(entries.map((_, index) => index + 1));
    expect(new Set(entries.map(({ entryId }) => entryId)).size).toBe(entries.length);
    expect(await stores.mailbox.checkpoint('router')).toBe(entries.length - 1);
    expect(entries.length).toBeGreaterThan(10);
  };

  it.each([
    ['restarted', () => server().restart()],
    [
      'killed and started again',
      async () => {
        await server().kill();
        await pause(300);
        await server().start();
      },
    ],
  ])(
    'that is %s in mid-work loses and repeats nothing, and work goes on by itself',
    async (_, strike) => {
      const stores = await open();
      let over = false;
      const work = working(stores, () => over);
      for (let turn = 0; turn < 3; turn += 1) {
        await pause(250);
        await strike();
      }
      await pause(1_000);
      over = true;
      const faults = await work;
      expect([...faults].filter((code) => !/^store\/(unreachable|timed-out|overtaken)$/.test(code))).toEqual(
        [],
      );
      await expectWhole(stores);
      await expect(stores.keyVault.keyFor('record-1')).resolves.toHaveLength(32);
    },
    60_000,
  );

  it('tells at once that it is not there, by setting and place, and works again when it is back', async () => {
    const stores = await open();
    await stores.mailbox.deliver('router', [aNewEntry('a')], 1);
    await server().halt();
    try {
      for (const attempt of [
        stores.mailbox.read(CROYDON, 0, 10),
        stores.mailbox.deliver('router', [aNewEntry('b')], 2),
        stores.readModels.open(duties),
        stores.keyVault.keyFor('record-1'),
        stores.leases.attend('g', 'h', 1_000),
      ])
        await expect(attempt).rejects.toMatchObject({ code: 'store/unreachable' });
      await expect(stores.mailbox.head(CROYDON)).rejects.toThrow(
        /^IBEX_POSTGRES \(127\.0\.0\.1:\d+\/d\w+\): /,
      );
    } finally {
      await server().start();
    }
    expect(await stores.mailbox.head(CROYDON)).toBe(1);
    await stores.mailbox.deliver('router', [aNewEntry('b')], 2);
    expect(await stores.mailbox.head(CROYDON)).toBe(2);
  });

  it('is heard again after it was away: waiting readers of mailboxes wake', async () => {
    const stores = await open();
    const other = await open();
    await server().restart();
    const listening = (): Promise<{ rows: readonly unknown[] }> =>
      sql`SELECT pid FROM pg_stat_activity WHERE application_name = 'ibex listening'
          AND datname = current_database()`.execute(stores.readDb);
    for (let look = 0; look < 100 && (await listening()).rows.length < 2; look += 1) await pause(100);
    expect((await listening()).rows).toHaveLength(2);
    const waiting = stores.mailbox.waitForMore(CROYDON, 0, 20_000).then(() => 'woken');
    await pause(50);
    await other.mailbox.deliver('router', [aNewEntry('a')], 1);
    expect(await Promise.race([waiting, pause(3_000, 'still waiting')])).toBe('woken');
  }, 30_000);

  it('lets a waiting reader wait although the news of an entry is lost', async () => {
    const stores = await open();
    const waiting = stores.mailbox.waitForMore(CROYDON, 0, 20_000).then(() => 'woken');
    await pause(50);
    const client = new Client({ connectionString: url });
    await client.connect();
    // an entry of which nobody is told
    await client.query('INSERT INTO ibex.mailbox_heads VALUES ($1, 1)', [CROYDON]);
    await client.end();
    expect(await Promise.race([waiting, pause(3_000, 'still waiting')])).toBe('woken');
  });

  describe('behind a wire', () => {
    let wire: Wire;
    beforeEach(() => {
      wire = new Wire(Number(new URL(url).port));
    });
    afterEach(() => wire.close());

    it('that is cut at any moment loses and repeats nothing', async () => {
      const stores = await open({ url: await wire.url(url) });
      let over = false;
      const work = working(stores, () => over);
      for (let turn = 0; turn < 40; turn += 1) {
        await pause(5 + turn);
        wire.cut();
      }
      await pause(500);
      over = true;
      await work;
      await expectWhole(stores);
    }, 30_000);

    it.each([
      ['before it arrives', 'cut before', 0],
      ['before its answer does', 'cut after', 1],
    ] as const)(
      'that is cut at a commit, %s, says that nobody knows, and is asked',
      async (_, when, kept) => {
        const stores = await open({ url: await wire.url(url) });
        expect(await stores.mailbox.checkpoint('router')).toBe(BEGINNING);
        wire.cutNextCommit(when);
        await expect(stores.mailbox.deliver('router', [aNewEntry('a')], 1)).rejects.toMatchObject({
          code: 'store/timed-out',
        });
        await pause(100);
        expect(await stores.mailbox.head(CROYDON)).toBe(kept);
        const again = await failing(stores.mailbox.deliver('router', [aNewEntry('a')], 1));
        expect(again instanceof Overtaken).toBe(kept === 1);
        expect(await stores.mailbox.checkpoint('router')).toBe(1);
        expect(await stores.mailbox.deliver('router', [aNewEntry('a')], 1)).toMatchObject([{ sequence: 1 }]);
        expect(await stores.mailbox.head(CROYDON)).toBe(1);
      },
    );

    it('that goes silent is given up in time, and closing does not wait for it', async () => {
      const stores = await open({ url: await wire.url(url), statementTimeoutMs: 200 });
      await stores.mailbox.head(CROYDON);
      wire.silence(true);
      const startedAt = performance.now();
      const error = await failing(stores.mailbox.head(CROYDON));
      expect((error as StoreUnavailable).code).toMatch(/^store\/(timed-out|unreachable)$/);
      expect(performance.now() - startedAt).toBeLessThan(12_000);
      wire.silence(false);
      wire.cut();
      expect(await stores.mailbox.head(CROYDON)).toBe(0);
    }, 30_000);
  });

  it('gives up a statement that waits for too long for somebody else', async () => {
    const stores = await open({ statementTimeoutMs: 300 });
    await stores.mailbox.deliver('router', [aNewEntry('a')], 1);
    const holder = new Client({ connectionString: url });
    await holder.connect();
    await holder.query('BEGIN; SELECT * FROM ibex.router_checkpoints FOR UPDATE');
    await expect(stores.mailbox.deliver('router', [aNewEntry('b')], 2)).rejects.toMatchObject({
      code: 'store/timed-out',
    });
    await holder.end();
    expect(await stores.mailbox.deliver('router', [aNewEntry('b')], 2)).toHaveLength(1);
  });

  it('undoes whole a write of which one row cannot be kept', async () => {
    const stores = await open();
    await stores.mailbox.deliver('router', [aNewEntry('a')], 1);
    const bad = aNewEntry('c', { authority: KENT, stream: 'no\u0000text' });
    await expect(stores.mailbox.deliver('router', [aNewEntry('b'), bad], 2)).rejects.toMatchObject({
      code: 'store/failed',
    });
    expect(await stores.mailbox.head(CROYDON)).toBe(1);
    expect(await stores.mailbox.checkpoint('router')).toBe(1);
    expect(await stores.mailbox.deliver('router', [aNewEntry('b')], 2)).toMatchObject([{ sequence: 2 }]);
  });

  it('with no connection left says so and names the mend', async () => {
    const stores = await open();
    const admin = new Client({ connectionString: server().adminUrl });
    await admin.connect();
    await admin.query('ALTER ROLE ibex CONNECTION LIMIT 1');
    try {
      await expect(open()).rejects.toMatchObject({ code: 'store/unreachable' });
      await expect(open()).rejects.toThrow(/max_connections/);
    } finally {
      await admin.query('ALTER ROLE ibex CONNECTION LIMIT -1');
      await admin.end();
    }
    expect(await stores.mailbox.head(CROYDON)).toBe(0);
  });

  it.each([
    ['a wrong password', (good: URL) => (good.password = 'wrong'), 'store/access-denied', /user or password/],
    ['no such user', (good: URL) => (good.username = 'nobody'), 'store/access-denied', /user or password/],
    [
      'no such database',
      (good: URL) => (good.pathname = '/nowhere'),
      'store/access-denied',
      /no such database/,
    ],
    ['no server', (good: URL) => (good.port = '1'), 'store/unreachable', /host and port/],
    ['no host', (good: URL) => (good.hostname = 'no.invalid'), 'store/unreachable', /host and port/],
    [
      'encryption it has not',
      (good: URL) => (good.search = '?sslmode=verify-full'),
      'store/unreachable',
      /sslmode/,
    ],
  ])('refuses %s by name and mend, without the password', async (_, spoil, code, mend) => {
    const bad = new URL(url);
    const { password } = bad;
    spoil(bad);
    const error = await failing(open({ url: bad.href, setting: 'IBEX_POSTGRES' }));
    expect(error).toMatchObject({ code });
    expect((error as Error).message).toMatch(mend);
    expect((error as Error).message).toMatch(/^IBEX_POSTGRES \(/);
    expect(String((error as Error).stack)).not.toContain(password);
  });

  it('is laid out once although five processes start at once', async () => {
    const many = await Promise.all(Array.from({ length: 5 }, () => open()));
    const done = await sql<{ name: string }>`SELECT name FROM kysely_migration`.execute(
      (many[0] as PostgresStores).readDb,
    );
    expect(done.rows).toEqual([
      { name: '0001-first-layout' },
      { name: '0002-attempts-and-memories-of-feeds' },
      { name: '0003-agreements-cited-in-mailboxes' },
      { name: '0004-keys-kept-apart' },
      { name: '0005-things-kept-for-a-while' },
    ]);
    for (const { mailbox } of many) expect(await mailbox.checkpoint('router')).toBe(BEGINNING);
  }, 30_000);

  it('of a newer layout is refused by the name of what is newer, and left as it is', async () => {
    await open();
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query("INSERT INTO ibex.kysely_migration VALUES ('0099-of-tomorrow', '2099-01-01')");
    await client.end();
    const error = await failing(open());
    expect(error).toMatchObject({ code: 'store/failed' });
    expect((error as Error).message).toMatch(/newer \(0099-of-tomorrow\).*start the newer program/);
  });

  it('whose keys another master key wrapped is refused', async () => {
    await open();
    await expect(open({ masterKey: new Uint8Array(32).fill(4) })).rejects.toMatchObject({
      code: 'vault/wrong-master-key',
    });
  });

  it('whose reader role could see everything is refused', async () => {
    const admin = new Client({ connectionString: server().adminUrl });
    await admin.connect();
    await admin.query('CREATE ROLE all_seeing NOLOGIN BYPASSRLS; GRANT all_seeing TO ibex');
    await admin.end();
    await expect(open({ readerRole: 'all_seeing' })).rejects.toThrow(/NOBYPASSRLS/);
  });
});
