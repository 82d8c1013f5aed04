import { readdirSync } from 'node:fs';
import { join } from 'node:path';
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

it('says that the broker’s disk is full, and publishes again once there is room', async () => {
  const [authority, other] = await authoritiesByDisk();
  let held = 0;
  const publishOne = (): Promise<void> =>
    bus.publish([aMessage(authority, held + 1, 'k', 'x'.repeat(400_000))]).then(() => void (held += 1));
  const untilFull = async (): Promise<unknown> => {
    for (let tries = 0; tries < 40; tries += 1) await publishOne();
    return 'never full';
  };
  const fault = await untilFull().catch((thrown: unknown) => thrown);
  expect(fault).toBeInstanceOf(BusUnavailable);
  expect(fault).toMatchObject({ code: 'bus/full' });
  expect(String(fault)).toContain('a broker cannot write to its disk; make room and start it again');
  // once the broker has given the topic up, nobody leads it any more
  await expect(publishOne()).rejects.toMatchObject({
    code: expect.stringMatching(/^bus\/(full|unreachable)$/) as unknown,
  });

  // a topic on another disk takes what is its own meanwhile
  await bus.publish([aMessage(other, 1)]);
  expect(idsOnce(await recordsIn(kafka.at('plaintext'), other))).toEqual([`${other}-1`]);

  for (const order of ['halt', 'grow', 'start'] as const) await kafka.order(order);
  const before = held;
  await publishOne();
  const ids = idsOnce(await recordsIn(kafka.at('plaintext'), authority));
  expect(ids).toEqual(Array.from({ length: before + 1 }, (_, at) => `${authority}-${at + 1}`));
}, 60_000);
