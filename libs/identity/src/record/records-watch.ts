import { Inject, Injectable, Optional } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { EVENT_STORE } from '@ibex/kernel';
import type { EventStore, RecordedFact } from '@ibex/kernel';
import { FOLLOWING, FOLLOWING_ALONE, pause } from '@ibex/runtime';
import type { Following } from '@ibex/runtime';
import { RecordsSeen } from './records-seen';

const PAUSE_MS = 500;

/** Among other processes: forgets what is remembered of a record as soon as another one has told more of it. */
@Injectable()
export class RecordsWatch implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly closing = new AbortController();
  private watching: Promise<void> | undefined;

  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    private readonly seen: RecordsSeen,
    @Optional() @Inject(FOLLOWING) private readonly following: Following = FOLLOWING_ALONE,
  ) {}

  onApplicationBootstrap(): void {
    if (this.following.others) this.watching = this.watch();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.closing.abort();
    await this.watching;
  }

  private async watch(): Promise<void> {
    const { signal } = this.closing;
    while (!signal.aborted) {
      try {
        await this.follow(signal);
      } catch {
        // a log that is away is told by those who need it; what was missed meanwhile must not be believed
        this.seen.forgetAll();
        await pause(PAUSE_MS, signal);
      }
    }
  }

  private async follow(signal: AbortSignal): Promise<void> {
    const after = await this.store.head();
    // what was told before this moment, and perhaps missed
    this.seen.forgetAll();
    const filter = { categories: ['record'] };
    for await (const message of this.store.subscribe({ after, filter, signal }))
      if (message.kind === 'facts') message.facts.forEach((fact) => this.take(fact));
  }

  private take({ metadata, revision }: RecordedFact): void {
    if (metadata.recordRef !== undefined) this.seen.told(metadata.recordRef, revision);
  }
}
