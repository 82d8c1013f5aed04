import { BEGINNING, EVENT_STORE, StoreUnavailable } from '@ibex/kernel';
import type { EventStore, Position, ViewSchema } from '@ibex/kernel';
import { SubscriptionRunner, pause } from '@ibex/runtime';
import { Inject, Injectable } from '@nestjs/common';
import type { Plain } from '@ibex/runtime';
import type { ViewState } from './view-answer.dto';

/** A view answers without knowing the log's head rather than let its reader wait longer. */
const PATIENCE_MS = 300;

/** Up to where a view has read. Asked before the rows are, so that they are at least as new as it says. */
@Injectable()
export class Freshness {
  constructor(
    private readonly subscriptions: SubscriptionRunner,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  async of({ name }: ViewSchema): Promise<Plain<ViewState>> {
    const [reached, head] = await Promise.all([this.reachedBy(name), this.findHead()]);
    const position = reached ?? BEGINNING;
    return { position, upToDate: head !== undefined && position >= head };
  }

  /** False until the view was built for the first time. */
  async isBuilt({ name }: ViewSchema): Promise<boolean> {
    return (await this.reachedBy(name)) !== undefined;
  }

  private reachedBy(name: string): Promise<Position | undefined> {
    return this.subscriptions.reachedBy(`view:${name}`);
  }

  /** undefined while the log is away: what a view holds can be read all the same. */
  private async findHead(): Promise<Position | undefined> {
    const waiting = new AbortController();
    const late = pause(PATIENCE_MS, waiting.signal).then(() => undefined);
    try {
      return await Promise.race([this.store.head(), late]);
    } catch (error) {
      if (error instanceof StoreUnavailable) return undefined;
      throw error;
    } finally {
      waiting.abort();
    }
  }
}
