import { Inject, Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { EVENT_STORE } from '@ibex/kernel';
import type { EventStore } from '@ibex/kernel';
import { pause } from '@ibex/runtime';
import { BOOK_CATEGORIES } from './access-book';

const PAUSE_MS = 250;

/** Tells at once, in every process, that something of access was recorded: for what was opened before it. */
@Injectable()
export class AccessWatch implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly closing = new AbortController();
  private readonly listeners = new Set<() => void>();
  private watching: Promise<void> | undefined;

  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  onApplicationBootstrap(): void {
    this.watching = this.watch();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.closing.abort();
    await this.watching;
  }

  /** Returns how to stop listening. */
  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private async watch(): Promise<void> {
    const { signal } = this.closing;
    while (!signal.aborted) {
      try {
        await this.follow(signal);
      } catch {
        // a log that is away is told by those who need it; here it is only waited for
        await pause(PAUSE_MS, signal);
      }
    }
  }

  private async follow(signal: AbortSignal): Promise<void> {
    const after = await this.store.head();
    // what was recorded before this moment, and perhaps missed
    this.tell();
    const filter = { categories: BOOK_CATEGORIES };
    for await (const message of this.store.subscribe({ after, filter, signal }))
      if (message.kind === 'facts') this.tell();
  }

  private tell(): void {
    for (const listener of [...this.listeners]) listener();
  }
}
