import { startKafkaServer } from '@ibex/testing';
import type { KafkaServer } from '@ibex/testing';
import { kafkaBusSuite } from './kafka-bus.suite';

let kafka: KafkaServer;
beforeAll(async () => {
  kafka = await startKafkaServer('--listeners', 'plaintext');
}, 60_000);
afterAll(async () => {
  await kafka.stop();
});

kafkaBusSuite(() => kafka.at('plaintext'));
