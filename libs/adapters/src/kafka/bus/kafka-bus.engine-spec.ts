import { once } from 'node:events';
import { createServer } from 'node:net';
import { GenericContainer, Wait } from 'testcontainers';
import type { StartedTestContainer } from 'testcontainers';
import { kafkaBusSuite } from './kafka-bus.suite';

const IMAGE = 'apache/kafka:4.1.1';
let container: StartedTestContainer;
let brokers: string;

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
};

/** A broker tells its clients where to find it, so the port must be known before it starts. */
const started = (port: number): Promise<StartedTestContainer> =>
  new GenericContainer(IMAGE)
    .withExposedPorts({ container: port, host: port })
    .withEnvironment({
      KAFKA_NODE_ID: '1',
      KAFKA_PROCESS_ROLES: 'broker,controller',
      KAFKA_LISTENERS: `PLAINTEXT://:${port},CONTROLLER://:29093`,
      KAFKA_ADVERTISED_LISTENERS: `PLAINTEXT://127.0.0.1:${port}`,
      KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
      KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT',
      KAFKA_CONTROLLER_QUORUM_VOTERS: '1@localhost:29093',
      KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: '1',
      KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS: '0',
    })
    .withWaitStrategy(Wait.forLogMessage(/Kafka Server started/))
    .start();

beforeAll(async () => {
  const port = await freePort();
  try {
    container = await started(port);
  } catch (cause) {
    throw new Error(`this suite needs Docker for ${IMAGE}; without it: npm run integration`, { cause });
  }
  brokers = `127.0.0.1:${port}`;
}, 180_000);
afterAll(async () => {
  await container.stop();
});

kafkaBusSuite(() => brokers);
