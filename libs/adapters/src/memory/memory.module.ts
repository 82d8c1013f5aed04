import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import {
  ATTEMPTS,
  CLOCK,
  CURSORS,
  EVENT_STORE,
  FEED_MEMORIES,
  IDS,
  KEY_VAULT,
  LEASES,
  MAILBOX,
  MAILBOX_LENS,
  POSTCODES,
  READ_MODELS,
} from '@ibex/kernel';
import type { Clock, MailboxLens } from '@ibex/kernel';
import { FixedClock, SequentialIds } from './fixed-clock';
import { MemoryAttempts } from './memory-attempts';
import { MemoryCursors } from './memory-cursors';
import { MemoryEventStore } from './memory-event-store';
import { MemoryFeedMemories } from './memory-feed-memories';
import { MemoryKeyVault } from './memory-key-vault';
import { MemoryLeases } from './memory-leases';
import { MemoryMailbox } from './memory-mailbox';
import { MemoryPostcodes } from './memory-postcodes';
import { MemoryReadModels } from './memory-read-models';

/** Every port that a spec needs, in memory. No READ_DB. */
@Module({})
export class MemoryModule {
  static with(clock: Clock = new FixedClock()): DynamicModule {
    const providers = [
      { provide: CLOCK, useValue: clock },
      { provide: IDS, useFactory: () => new SequentialIds() },
      { provide: EVENT_STORE, useFactory: () => new MemoryEventStore() },
      { provide: READ_MODELS, useFactory: () => new MemoryReadModels() },
      {
        provide: MAILBOX,
        inject: [{ token: MAILBOX_LENS, optional: true }],
        useFactory: (lens?: MailboxLens) => {
          const mailbox = new MemoryMailbox(clock);
          return lens?.over(mailbox) ?? mailbox;
        },
      },
      { provide: KEY_VAULT, useFactory: () => new MemoryKeyVault() },
      { provide: CURSORS, useFactory: () => new MemoryCursors() },
      { provide: ATTEMPTS, useFactory: () => new MemoryAttempts() },
      { provide: FEED_MEMORIES, useFactory: () => new MemoryFeedMemories() },
      { provide: LEASES, useFactory: () => new MemoryLeases() },
      { provide: POSTCODES, useFactory: () => new MemoryPostcodes() },
    ];
    return {
      module: MemoryModule,
      global: true,
      providers,
      exports: providers.map((provider) => provider.provide),
    };
  }
}
