import { Test } from '@nestjs/testing';
import { MESSAGE_BUS } from '@ibex/kernel';
import type { MessageBus } from '@ibex/kernel';
import { aMessage } from './kafka.fixture';
import { KafkaModule } from './kafka.module';

it('gives the bus without connecting to anything, and closes it when the process ends', async () => {
  const settings = { brokers: ['127.0.0.1:1'], clientId: 'ibex-relay', mode: 'binary' } as const;
  const app = await Test.createTestingModule({ imports: [KafkaModule.with(settings)] }).compile();
  await app.init();
  const bus = app.get<MessageBus>(MESSAGE_BUS);
  expect(bus.channel).toBe('kafka');
  await app.close();
  await expect(bus.publish([aMessage('E09000007', 1)])).rejects.toMatchObject({ code: 'bus/closed' });
});
