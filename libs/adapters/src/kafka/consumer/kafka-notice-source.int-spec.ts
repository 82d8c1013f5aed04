import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { MemoryQuarantine, MemorySeenEvents, Subscriber } from '@ibex/subscriber';
import type { Notice, SubscriberOptions } from '@ibex/subscriber';
import { noticeSourceSuite, startKafkaServer } from '@ibex/testing';
import type { KafkaServer } from '@ibex/testing';
import { KafkaBus } from '../bus/kafka-bus';
import { makeTopics, plainClient, withAdmin } from '../kafka.fixture';
import { topicOf } from '../kafka.settings';
import { KafkaNoticeSource } from './kafka-notice-source';

const ROOT = join(__dirname, '../../../../..');
let kafka: KafkaServer;
let brokers: string;
let authorities = 0;
const folders: string[] = [];
const subscribers: Subscriber[] = [];
const children: ChildProcess[] = [];

beforeAll(async () => {
  // short sessions, so that a killed member is missed soon
  const soon = ['group.min.session.timeout.ms=500', 'group.initial.rebalance.delay.ms=0'];
  kafka = await startKafkaServer('--listeners', 'plaintext', ...soon.flatMap((each) => ['--set', each]));
  brokers = kafka.at('plaintext');
}, 60_000);
afterEach(async () => {
  await Promise.all(subscribers.splice(0).map((each) => each.stop()));
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});
afterAll(async () => {
  await kafka.stop();
});

/** An authority with a topic of its own, so that specs do not meet. */
const anAuthority = async (): Promise<string> => {
  authorities += 1;
  const authority = `E0900${String(authorities).padStart(4, '0')}`;
  await makeTopics(brokers, [authority], { partitions: 3 });
  return authority;
};

const childOf = (sequence: number): string => `child-${sequence % 11}`;

const publish = async (authority: string, from: number, to: number): Promise<void> => {
  const connection = { brokers: [brokers], clientId: 'relay', requestTimeoutMs: 3000 };
  // both modes, as a setting may be changed while notices are on their way
  const bus = new KafkaBus({ ...connection, mode: from % 2 === 0 ? 'binary' : 'structured' });
  const links = (n: number) => ({ detail: `/v1/notices/f-${n}`, acknowledgement: `/v1/inbox/${n}/ack` });
  const numbers = Array.from({ length: to - from + 1 }, (_, at) => from + at);
  try {
    await bus.publish(
      numbers.map((sequence) => ({
        authority,
        key: childOf(sequence),
        event: {
          specversion: '1.0',
          id: `e-${sequence}`,
          source: 'urn:ibex:authority:E09000012',
          type: 'uk.ibex.placement.notified',
          subject: childOf(sequence),
          time: '2026-03-02T09:00:00.000Z',
          datacontenttype: 'application/json',
          sequence,
          data: {
            kind: 'Placement notified',
            urgency: 'prompt',
            capacity: 'host',
            basis: { text: 'a basis', source: 'a source' },
            from: 'E09000012',
            occurredAt: '2026-03-01',
            links: links(sequence),
          },
        },
      })),
    );
  } finally {
    await bus.close();
  }
};

/** What a relay does after an outage: the same again until it is held, which may put it there twice. */
const publishUntilHeld = async (authority: string, from: number, to: number): Promise<void> => {
  for (let tries = 1; ; tries += 1) {
    try {
      await publish(authority, from, to);
      return;
    } catch (fault) {
      if (tries === 20) throw fault;
      await pause(250);
    }
  }
};

const sourceFor = (authority: string, onTrouble?: (fault: unknown) => void): KafkaNoticeSource =>
  new KafkaNoticeSource({
    connection: { brokers: [brokers], clientId: 'borough', requestTimeoutMs: 3000 },
    authority,
    sessionTimeoutMs: 1500,
    commitEveryMs: 50,
    ...(onTrouble ? { onTrouble } : {}),
  });

type Heard = Readonly<{
  got: { id: string; child: string }[];
  subscriber: Subscriber;
  quarantine: MemoryQuarantine;
}>;

const subscribe = (
  source: KafkaNoticeSource,
  { forMs = 0, ...options }: Partial<SubscriberOptions> & Readonly<{ forMs?: number }> = {},
): Heard => {
  const got: { id: string; child: string }[] = [];
  const quarantine = new MemoryQuarantine();
  const fallback = async ({ id, recordRef }: Notice): Promise<void> => {
    if (forMs > 0) await pause(forMs);
    got.push({ id, child: recordRef });
  };
  const subscriber = new Subscriber({ source, quarantine, handlers: {}, fallback, ...options });
  subscribers.push(subscriber);
  void subscriber.run();
  return { got, subscriber, quarantine };
};

const until = async (holds: () => boolean | Promise<boolean>, withinMs = 30_000): Promise<void> => {
  for (const end = Date.now() + withinMs; !(await holds());) {
    if (Date.now() > end) throw new Error(`it does not hold after ${String(withinMs)} ms`);
    await pause(20);
  }
};

const ids = (from: number, to: number): readonly string[] =>
  Array.from({ length: to - from + 1 }, (_, at) => `e-${from + at}`);
const sorted = (of: Iterable<string>): readonly string[] =>
  [...of].sort((a, b) => Number(a.slice(2)) - Number(b.slice(2)));

/** Numbers of each child in the order in which they were first dealt with. */
const expectInOrder = (heard: readonly Readonly<{ id: string; child: string }>[]): void => {
  const byChild = new Map<string, Set<string>>();
  for (const { id, child } of heard) byChild.set(child, (byChild.get(child) ?? new Set()).add(id));
  for (const of of byChild.values()) expect([...of]).toEqual(sorted(of));
};

const committed = async (authority: string): Promise<number> => {
  const topic = topicOf(authority);
  const offsets = await withAdmin(brokers, (admin) =>
    admin.fetchOffsets({ groupId: `ibex.${authority}`, topics: [topic] }),
  );
  const all = offsets.flatMap(({ partitions }) =>
    partitions.map(({ offset }) => Math.max(Number(offset), 0)),
  );
  return all.reduce((sum, each) => sum + each, 0);
};

noticeSourceSuite('a topic', async () => {
  const authority = await anAuthority();
  let sent = 0;
  const send = async (count: number): Promise<void> => {
    await publish(authority, sent + 1, sent + count);
    sent += count;
  };
  const open = (): Promise<KafkaNoticeSource> => Promise.resolve(sourceFor(authority));
  return { open, send, end: () => Promise.resolve() };
});

/** Who is in the group now: a member that was missed comes back under another id. */
const membersOf = async (authority: string): Promise<readonly string[]> => {
  const { groups } = await withAdmin(brokers, (admin) => admin.describeGroups([`ibex.${authority}`]));
  return groups.flatMap((group) => group.members.map(({ memberId }) => memberId));
};

describe('a subscriber on a topic', () => {
  it('gets every notice once, each child’s in order, and commits what it dealt with', async () => {
    const authority = await anAuthority();
    await publish(authority, 1, 40);
    const { got } = subscribe(sourceFor(authority));
    await publish(authority, 41, 80);
    await until(() => got.length >= 80);
    await until(async () => (await committed(authority)) === 80);
    expect(sorted(got.map(({ id }) => id))).toEqual(ids(1, 80));
    expectInOrder(got);
  }, 60_000);

  it('commits nothing beyond what is still under way, and begins there again', async () => {
    const authority = await anAuthority();
    await publish(authority, 1, 30);
    const stuck: string[] = [];
    const first = subscribe(sourceFor(authority), {
      stopWithinMs: 50,
      fallback: ({ id, recordRef }) => {
        stuck.push(id);
        return recordRef === 'child-3' ? new Promise(() => undefined) : Promise.resolve();
      },
    });
    // child-3 has 3, 14 and 25; all others go on
    await until(() => stuck.length === 28);
    await first.subscriber.stop();
    expect(await committed(authority)).toBeLessThan(30);
    const { got } = subscribe(sourceFor(authority));
    await until(async () => (await committed(authority)) === 30);
    expect(new Set([...stuck.filter((id) => id !== 'e-3'), ...got.map(({ id }) => id)])).toEqual(
      new Set(ids(1, 30)),
    );
    expect(got.filter(({ child }) => child === 'child-3').map(({ id }) => id)).toEqual([
      'e-3',
      'e-14',
      'e-25',
    ]);
  }, 60_000);

  it('keeps its place in the group while a handler takes longer than the session', async () => {
    const authority = await anAuthority();
    const troubles: unknown[] = [];
    const members = new Set<string>();
    await publish(authority, 1, 4);
    const source = sourceFor(authority, (fault) => troubles.push(fault));
    const { got } = subscribe(source, { forMs: 2500, mostWaiting: 1, atOnce: 1 });
    await until(async () => {
      for (const id of await membersOf(authority)) members.add(id);
      return got.length >= 4;
    });
    await until(async () => (await committed(authority)) === 4);
    expect([sorted(got.map(({ id }) => id)), troubles, members.size]).toEqual([ids(1, 4), [], 1]);
  }, 60_000);

  it('has a record that is no event set aside, and goes on', async () => {
    const authority = await anAuthority();
    const producer = plainClient(brokers).producer();
    await producer.connect();
    const odd = { key: childOf(1), value: 'not an event', headers: { 'content-type': 'text/plain' } };
    await producer.send({ topic: topicOf(authority), messages: [odd] });
    await producer.disconnect();
    await publish(authority, 1, 3);
    const { got, quarantine } = subscribe(sourceFor(authority));
    await until(async () => (await committed(authority)) === 4);
    expect(sorted(got.map(({ id }) => id))).toEqual(ids(1, 3));
    const [aside, ...others] = await quarantine.list();
    expect([aside?.reason, aside?.content, others]).toEqual([
      'unreadable',
      {
        unreadable: JSON.stringify({
          headers: [['content-type', 'text/plain']],
          value: Buffer.from('not an event').toString('base64'),
        }),
        reason: 'not a CloudEvent 1.0: specversion is not 1.0',
      },
      [],
    ]);
  }, 60_000);

  it('goes on by itself when the broker was killed and comes back', async () => {
    const authority = await anAuthority();
    await publish(authority, 1, 20);
    const troubles: unknown[] = [];
    const { got } = subscribe(sourceFor(authority, (fault) => troubles.push(fault)));
    await until(() => got.length >= 20);
    await kafka.order('kill');
    await pause(4000);
    await kafka.order('start');
    await publishUntilHeld(authority, 21, 40);
    await until(() => got.length >= 40);
    await until(async () => (await committed(authority)) >= 40);
    expect(sorted(got.map(({ id }) => id))).toEqual(ids(1, 40));
    expect(troubles.length).toBeGreaterThan(0);
  }, 120_000);
});

describe('two subscribers of one group', () => {
  it('share the children, and lose nothing when one joins and one leaves', async () => {
    const authority = await anAuthority();
    const seen = new MemorySeenEvents();
    const first = subscribe(sourceFor(authority), { seen, forMs: 3 });
    await publish(authority, 1, 150);
    await until(() => first.got.length >= 50);
    const second = subscribe(sourceFor(authority), { seen, forMs: 3 });
    // joining takes its time: until then, and while the children change hands, more and more arrives
    let told = 150;
    await until(async () => {
      await publish(authority, told + 1, told + 50);
      told += 50;
      return second.got.length >= 50;
    });
    expect(first.got.length).toBeGreaterThan(0);
    await first.subscriber.stop();
    await publish(authority, told + 1, told + 100);
    told += 100;
    await until(() => new Set([...first.got, ...second.got].map(({ id }) => id)).size === told);
    await until(async () => (await committed(authority)) === told);
    // what both had in hand while partitions changed hands: at most four each
    expect(first.got.length + second.got.length).toBeLessThanOrEqual(told + 8);
    expectInOrder(first.got);
    expectInOrder(second.got);
  }, 120_000);
});

describe('a subscriber that another one joins', () => {
  it('leaves to it what it holds of partitions that it lost, and has not begun', async () => {
    const authority = await anAuthority();
    await publish(authority, 1, 600);
    // each with a memory of its own: whatever both deal with is seen twice
    const first = subscribe(sourceFor(authority), { forMs: 20 });
    await until(() => first.got.length >= 20);
    const second = subscribe(sourceFor(authority), { forMs: 20 });
    await until(() => new Set([...first.got, ...second.got].map(({ id }) => id)).size === 600);
    await until(async () => (await committed(authority)) === 600);
    expect(second.got.length).toBeGreaterThan(50);
    expect(first.got.length + second.got.length).toBeLessThanOrEqual(640);
    expectInOrder(first.got);
    expectInOrder(second.got);
  }, 60_000);
});

describe('a subscriber that is killed', () => {
  type Effects = readonly Readonly<{ id: string; child: string }>[];
  const effectsIn = (folder: string): Effects => {
    const path = join(folder, 'effects.txt');
    const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
    return text
      .slice(0, text.lastIndexOf('\n') + 1)
      .split('\n')
      .filter(Boolean)
      .map((line) => line.split(' '))
      .map(([child = '', id = '']) => ({ child, id }));
  };
  const start = (authority: string, folder: string, memory: string): ChildProcess => {
    const support = join(ROOT, 'test/support');
    const script = ['-r', join(support, 'typescript.cjs'), join(support, 'subscriber-process.ts')];
    const child = spawn(process.execPath, [...script, brokers, authority, folder, memory], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    children.push(child);
    return child;
  };

  /** Kills it again and again in the midst of its work; the last one may finish. */
  const throughKills = async (memory: string, kills: number): Promise<Effects> => {
    const authority = await anAuthority();
    const folder = mkdtempSync(join(tmpdir(), 'ibex-killed-'));
    folders.push(folder);
    await publish(authority, 1, 600);
    for (let kill = 1; kill <= kills; kill += 1) {
      const child = start(authority, folder, memory);
      const before = effectsIn(folder).length;
      await until(() => effectsIn(folder).length >= before + 80);
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    const last = start(authority, folder, memory);
    await until(() => new Set(effectsIn(folder).map(({ id }) => id)).size === 600);
    await until(async () => (await committed(authority)) === 600);
    last.kill('SIGTERM');
    const [code] = (await once(last, 'exit')) as [number];
    expect(code).toBe(0);
    return effectsIn(folder);
  };

  it('sees each notice once when it writes what it did and that it did it in one', async () => {
    const effects = await throughKills('own', 4);
    expect(sorted(effects.map(({ id }) => id))).toEqual(ids(1, 600));
    expectInOrder(effects);
  }, 120_000);

  it('loses nothing, and repeats at most what handlers had in hand, with the plain file', async () => {
    const kills = 3;
    const effects = await throughKills('file', kills);
    expect(sorted(new Set(effects.map(({ id }) => id)))).toEqual(ids(1, 600));
    expect(effects.length).toBeLessThanOrEqual(600 + kills * 4);
    expectInOrder(effects);
  }, 120_000);
});
