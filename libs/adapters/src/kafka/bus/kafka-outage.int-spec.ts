import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { connect, createServer } from 'node:net';
import type { Server, Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { BusUnavailable } from '@ibex/kernel';
import type { BusMessage } from '@ibex/kernel';
import { startKafkaServer } from '@ibex/testing';
import type { KafkaServer } from '@ibex/testing';
import { idsOnce, makeTopics, recordsIn, someMessages } from '../kafka.fixture';
import { KafkaBus } from './kafka-bus';

const TIMEOUT_MS = 1500;
let kafka: KafkaServer;
let brokers: string;
let bus: KafkaBus;

/** Between the bus and the broker; `cutting` how many requests to come are cut off as they pass. */
let proxy: Server;
let cutting = 0;
const proxied = (client: Socket): void => {
  const [host = '', port] = brokers.split(':');
  const server = connect(Number(port), host);
  client.on('data', (chunk) => {
    if (cutting > 0) {
      cutting -= 1;
      client.resetAndDestroy();
      server.destroy();
    } else server.write(chunk);
  });
  server.on('data', (chunk) => client.write(chunk));
  for (const [one, other] of [
    [client, server],
    [server, client],
  ] as const)
    one.on('error', () => other.destroy()).on('close', () => other.destroy());
};

beforeAll(async () => {
  proxy = createServer(proxied).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const address = proxy.address();
  const port = typeof address === 'object' ? String(address?.port) : '';
  const advertised = ['--advertise', `plaintext=127.0.0.1:${port}`];
  kafka = await startKafkaServer('--listeners', 'plaintext', ...advertised);
  brokers = kafka.at('plaintext');
}, 60_000);
beforeEach(() => {
  bus = new KafkaBus({
    brokers: [brokers],
    clientId: 'ibex-relay',
    mode: 'binary',
    requestTimeoutMs: TIMEOUT_MS,
  });
});
afterEach(async () => {
  await bus.close();
});
afterAll(async () => {
  await kafka.stop();
  proxy.close();
});

/** What the relay does: the same batch again until it is held, then the next. */
const publishUntilHeld = async (messages: readonly BusMessage[], batch: number): Promise<number> => {
  let faults = 0;
  for (let at = 0; at < messages.length;) {
    try {
      await bus.publish(messages.slice(at, at + batch));
      at += batch;
    } catch (fault) {
      expect(fault).toBeInstanceOf(BusUnavailable);
      faults += 1;
      await pause(100);
    }
  }
  return faults;
};
const idsOf = (messages: readonly BusMessage[]): readonly string[] => messages.map(({ event }) => event.id);

const answerOf = async (
  messages: readonly BusMessage[],
): Promise<Readonly<{ code: string; tookMs: number }>> => {
  const from = Date.now();
  try {
    await bus.publish(messages);
    return { code: 'held', tookMs: Date.now() - from };
  } catch (fault) {
    return {
      code: fault instanceof BusUnavailable ? fault.code : 'another fault',
      tookMs: Date.now() - from,
    };
  }
};

it('loses nothing and keeps the order while the broker is killed and stopped under load', async () => {
  await makeTopics(brokers, ['restarted']);
  const sent = someMessages('restarted', 12_000);
  const publishing = publishUntilHeld(sent, 20);
  for (const how of ['kill', 'halt'] as const) {
    await pause(150);
    await kafka.order(how);
    await pause(200);
    await kafka.order('start');
  }
  expect(await publishing).toBeGreaterThan(0);
  expect(idsOnce(await recordsIn(brokers, 'restarted'))).toEqual(idsOf(sent));
}, 60_000);

it('answers soon that the broker is away, and publishes again once it is back', async () => {
  await makeTopics(brokers, ['away']);
  const [first, second] = [someMessages('away', 3), someMessages('away', 3, 4)];
  await bus.publish(first);
  await kafka.order('halt');
  const answer = await answerOf(second);
  expect(answer.code).toBe('bus/unreachable');
  expect(answer.tookMs).toBeLessThan(TIMEOUT_MS + 500);
  await kafka.order('start');
  await bus.publish(second);
  expect(idsOnce(await recordsIn(brokers, 'away'))).toEqual(idsOf([...first, ...second]));
}, 60_000);

it('publishes at once on a fresh connection when the one it has is cut', async () => {
  await makeTopics(brokers, ['cut']);
  await bus.publish(someMessages('cut', 1));
  cutting = 1;
  expect((await answerOf(someMessages('cut', 1, 2))).code).toBe('held');
  cutting = 4;
  expect((await answerOf(someMessages('cut', 1, 3))).code).toBe('bus/unreachable');
  cutting = 0;
  expect(idsOnce(await recordsIn(brokers, 'cut'))).toEqual(idsOf(someMessages('cut', 2)));
});

it('answers in time while the broker hangs, and keeps the order when it wakes up', async () => {
  await makeTopics(brokers, ['hanging']);
  const sent = someMessages('hanging', 9);
  await bus.publish(sent.slice(0, 3));
  await kafka.order('pause');
  const answers = [await answerOf(sent.slice(3, 6)), await answerOf(sent.slice(3, 6))];
  await kafka.order('resume');
  await publishUntilHeld(sent.slice(3), 3);
  expect(answers.map(({ code }) => code)).toEqual(['bus/unreachable', 'bus/unreachable']);
  for (const { tookMs } of answers) expect(tookMs).toBeLessThan(TIMEOUT_MS + 500);
  expect(idsOnce(await recordsIn(brokers, 'hanging'))).toEqual(idsOf(sent));
}, 60_000);

it('can be closed while the broker hangs', async () => {
  await makeTopics(brokers, ['closing']);
  await bus.publish(someMessages('closing', 1));
  await kafka.order('pause');
  const from = Date.now();
  const publishing = answerOf(someMessages('closing', 1, 2));
  await pause(50);
  await bus.close();
  const tookMs = Date.now() - from;
  await kafka.order('resume');
  expect((await publishing).code).toBe('bus/unreachable');
  expect(tookMs).toBeLessThan(TIMEOUT_MS + 500);
}, 60_000);

/** Publishes batches of ten from a number on and prints the last number held after each. */
const PUBLISHER = `
  const { transformFileSync } = require('@swc/core');
  const Module = require('node:module');
  const [folder, brokers, from] = process.argv.slice(1);
  const jsc = { parser: { syntax: 'typescript', decorators: true }, target: 'es2023' };
  require.extensions['.ts'] = (module, file) =>
    module._compile(transformFileSync(file, { jsc, module: { type: 'commonjs' } }).code, file);
  const resolved = Module._resolveFilename;
  Module._resolveFilename = (name, ...rest) =>
    name === '@ibex/kernel' ? folder + '/../../../kernel/src/index.ts' : resolved(name, ...rest);
  const { KafkaBus } = require(folder + '/bus/kafka-bus.ts');
  const { someMessages } = require(folder + '/kafka.fixture.ts');
  const bus = new KafkaBus({ brokers: [brokers], clientId: 'ibex-relay', mode: 'binary' });
  (async () => {
    for (let at = Number(from); ; at += 10) {
      await bus.publish(someMessages('killed', 10, at));
      process.stdout.write(String(at + 9) + '\\n');
    }
  })();
`;

const publisherKilledAfter = async (from: number, lines: number): Promise<number> => {
  const child = spawn(process.execPath, ['-e', PUBLISHER, join(__dirname, '..'), brokers, String(from)]);
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  const exit = once(child, 'exit');
  let held = from - 1;
  let count = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    held = Number(line);
    count += 1;
    if (count === lines) child.kill('SIGKILL');
  }
  await exit;
  if (count === 0) throw new Error(`the publisher said nothing:\n${complaint}`);
  return held;
};

it('loses nothing and keeps the order when publishers are killed and others go on from the cursor', async () => {
  await makeTopics(brokers, ['killed']);
  let held = 0;
  for (const lines of [3, 17, 40]) held = await publisherKilledAfter(held + 1, lines);
  await bus.publish(someMessages('killed', 10, held + 1));
  const ids = idsOnce(await recordsIn(brokers, 'killed'));
  expect(ids).toEqual(idsOf(someMessages('killed', ids.length)));
  expect(ids.length).toBeGreaterThanOrEqual(held + 10);
}, 60_000);
