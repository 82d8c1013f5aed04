import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { BusUnavailable } from '@ibex/kernel';
import { startKafkaServer } from '@ibex/testing';
import type { KafkaServer } from '@ibex/testing';
import { aMessage, idsOnce, makeTopics, recordsIn } from '../kafka.fixture';
import { topicOf } from '../kafka.settings';
import { KafkaBus } from './kafka-bus';

let kafka: KafkaServer;
let bus: KafkaBus;

beforeAll(async () => {
  const small = ['--small-disk', '6', '--set', 'log.index.size.max.bytes=65536'];
  kafka = await startKafkaServer('--listeners', 'plaintext', ...small);
  const brokers = [kafka.at('plaintext')];
  bus = new KafkaBus({ brokers, clientId: 'ibex-relay', mode: 'binary', requestTimeoutMs: 4000 });
}, 60_000);
afterAll(async () => {
  await bus.close();
  await kafka.stop();
});

/** Brokers spread topics over their disks: one of these authorities whose topic came to the small one, one whose did not. */
const authoritiesByDisk = async (): Promise<readonly [small: string, other: string]> => {
  const authorities = ['full-a', 'full-b', 'full-c'];
  await makeTopics(kafka.at('plaintext'), authorities);
  const there = readdirSync(join(String(kafka.smallDisk), 'data'));
  const isThere = (authority: string): boolean => there.includes(`${topicOf(authority)}-0`);
  const [small, other] = [authorities.find(isThere), authorities.find((each) => !isThere(each))];
  if (small !== undefined && other !== undefined) return [small, other];
  throw new Error('the topics did not come to both disks');
};

const wordOfFull = { code: expect.stringMatching(/^bus\/(full|unreachable)$/) as unknown };

it('says that the broker takes nothing while its disk is full, and publishes again once there is room', async () => {
  const [authority, other] = await authoritiesByDisk();
  let held = 0;
  const publishOne = (): Promise<void> =>
    bus.publish([aMessage(authority, held + 1, 'k', 'x'.repeat(400_000))]).then(() => void (held += 1));
  const untilFull = async (): Promise<unknown> => {
    for (let tries = 0; tries < 40; tries += 1) await publishOne();
    return 'never full';
  };
  const fault = await untilFull().catch((thrown: unknown) => thrown);
  // a broker that is quick to give the topic up answers that nobody leads it any more
  expect(fault).toBeInstanceOf(BusUnavailable);
  expect(fault).toMatchObject(wordOfFull);
  await expect(publishOne()).rejects.toMatchObject(wordOfFull);

  // a topic on another disk takes what is its own meanwhile
  await bus.publish([aMessage(other, 1)]);
  expect(idsOnce(await recordsIn(kafka.at('plaintext'), other))).toEqual([`${other}-1`]);

  for (const order of ['halt', 'grow', 'start'] as const) await kafka.order(order);
  const before = held;
  for (const end = Date.now() + 20_000; held === before;)
    await publishOne().catch(async (away: unknown) => {
      // the broker answers before it leads the topic again
      if (!(away instanceof BusUnavailable) || Date.now() > end) throw away;
      await pause(100);
    });
  const ids = idsOnce(await recordsIn(kafka.at('plaintext'), authority));
  expect(ids).toEqual(Array.from({ length: before + 1 }, (_, at) => `${authority}-${at + 1}`));
}, 60_000);
