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

/** Brokers spread topics over their disks: the first of these authorities whose topic came to the small one. */
const authorityOnSmallDisk = async (): Promise<string> => {
  const authorities = ['full-a', 'full-b', 'full-c'];
  await makeTopics(kafka.at('plaintext'), authorities);
  const there = readdirSync(join(String(kafka.smallDisk), 'data'));
  const found = authorities.find((authority) => there.includes(`${topicOf(authority)}-0`));
  if (found !== undefined) return found;
  throw new Error('no topic came to the small disk');
};

it('says that the broker’s disk is full, and publishes again once there is room', async () => {
  const authority = await authorityOnSmallDisk();
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
  await expect(publishOne()).rejects.toMatchObject({ code: 'bus/unreachable' });

  for (const order of ['halt', 'grow', 'start'] as const) await kafka.order(order);
  const before = held;
  await publishOne();
  const ids = idsOnce(await recordsIn(kafka.at('plaintext'), authority));
  expect(ids).toEqual(Array.from({ length: before + 1 }, (_, at) => `${authority}-${at + 1}`));
}, 60_000);
