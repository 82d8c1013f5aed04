import { Inject, Module } from '@nestjs/common';
import type { DynamicModule, OnApplicationShutdown } from '@nestjs/common';
import { MESSAGE_BUS } from '@ibex/kernel';
import type { MessageBus } from '@ibex/kernel';
import { KafkaBus } from './bus/kafka-bus';
import type { KafkaSettings } from './kafka.settings';

/** Global: MESSAGE_BUS. Connects at the first message, so that brokers that are away do not stop the start. */
@Module({})
export class KafkaModule implements OnApplicationShutdown {
  constructor(@Inject(MESSAGE_BUS) private readonly bus: MessageBus) {}

  static with(settings: KafkaSettings): DynamicModule {
    return {
      module: KafkaModule,
      global: true,
      providers: [{ provide: MESSAGE_BUS, useFactory: () => new KafkaBus(settings) }],
      exports: [MESSAGE_BUS],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.bus.close();
  }
}
