import { Inject, Module } from '@nestjs/common';
import type { DynamicModule, OnApplicationShutdown } from '@nestjs/common';
import { EVENT_STORE } from '@ibex/kernel';
import type { EventStore } from '@ibex/kernel';
import { EventStoreDbStore } from './eventstoredb-event-store';
import type { EventStoreDbOptions } from './options';

/** The log in EventStoreDB behind `EVENT_STORE`, closed after everything that uses it. */
@Module({})
export class EventStoreDbModule implements OnApplicationShutdown {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  static with(options: EventStoreDbOptions): DynamicModule {
    return {
      module: EventStoreDbModule,
      global: true,
      providers: [{ provide: EVENT_STORE, useFactory: () => new EventStoreDbStore(options) }],
      exports: [EVENT_STORE],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.store.close();
  }
}
