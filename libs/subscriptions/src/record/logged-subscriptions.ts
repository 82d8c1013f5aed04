import { Injectable } from '@nestjs/common';
import type { RecordedFact, Subscription } from '@ibex/kernel';
import { FactLog } from '@ibex/runtime';
import { foldedOf } from './known-subscription';
import { RecordedSubscriptions } from './recorded-subscriptions';

/** So long an answer holds: it is asked for every second, and the whole log is looked through for it. */
const KEPT_MS = 5_000;

/** Subscriptions from the log alone: one, or all of them for as long as the view is not there. */
@Injectable()
export class LoggedSubscriptions {
  private last: Readonly<{ atMs: number; found: Promise<readonly Subscription[]> }> | undefined;

  constructor(
    private readonly log: FactLog,
    private readonly recorded: RecordedSubscriptions,
  ) {}

  find(id: string): Promise<Subscription | undefined> {
    return this.recorded.find(id);
  }

  /** Of an authority, or of all; closed ones left out. In the order of their opening. */
  async open(authority?: string): Promise<readonly Subscription[]> {
    const nowMs = performance.now();
    if (!this.last || nowMs - this.last.atMs >= KEPT_MS) this.last = { atMs: nowMs, found: this.read() };
    const found = await this.last.found;
    return authority === undefined ? found : found.filter((each) => each.authority === authority);
  }

  private async read(): Promise<readonly Subscription[]> {
    const streams = new Map<string, RecordedFact[]>();
    for await (const facts of this.log.readAll({ filter: { categories: ['subscription'] } })) {
      for (const fact of facts) {
        const stream = streams.get(fact.stream) ?? [];
        streams.set(fact.stream, stream);
        stream.push(fact);
      }
    }
    const standing = [...streams.values()].flatMap((facts) => {
      const folded = foldedOf(facts);
      return folded && folded.known.phase !== 'closed' ? [{ facts, folded }] : [];
    });
    return Promise.all(standing.map((each) => this.recorded.readable(each)));
  }
}
