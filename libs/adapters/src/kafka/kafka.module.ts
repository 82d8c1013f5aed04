import { Inject, Module } from '@nestjs/common';
import type { DynamicModule, OnApplicationShutdown } from '@nestjs/common';
import { BUS_ECHO, MESSAGE_BUS } from '@ibex/kernel';
import type { BusEcho, MessageBus } from '@ibex/kernel';
import { KafkaBus } from './bus/kafka-bus';
import { KafkaEcho } from './bus/kafka-echo';
import type { KafkaSettings } from './kafka.settings';

/** Global: MESSAGE_BUS, BUS_ECHO. Connects at the first message, so that brokers that are away do not stop the start. */
@Module({})
export class KafkaModule implements OnApplicationShutdown {
  constructor(
    @Inject(MESSAGE_BUS) private readonly bus: MessageBus,
    @Inject(BUS_ECHO) private readonly echo: BusEcho,
  ) {}

  static with(settings: KafkaSettings): DynamicModule {
    return {
      module: KafkaModule,
      global: true,
      providers: [
        { provide: MESSAGE_BUS, useFactory: () => new KafkaBus(settings) },
        { provide: BUS_ECHO, useFactory: () => new KafkaEcho(settings) },
      ],
      exports: [MESSAGE_BUS, BUS_ECHO],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.bus.close(), this.echo.close()]);
  }
}
