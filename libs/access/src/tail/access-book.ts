import { Injectable } from '@nestjs/common';
import type { RecordedFact } from '@ibex/kernel';
import { FactLog } from '@ibex/runtime';
import { FETCH_CATEGORY } from '../restricted/domain/fetch.events';
import { RESTRICTION_CATEGORY } from '../restricted/domain/restriction.events';
import { GRANT_CATEGORY } from '../grants/domain/grant.events';
import { REVOCATION_CATEGORY } from '../revocations/domain/revocation.events';
import { LogTail } from './log-tail';

export const BOOK_CATEGORIES = [
  RESTRICTION_CATEGORY,
  GRANT_CATEGORY,
  REVOCATION_CATEGORY,
  FETCH_CATEGORY,
] as const;

type Streams = Map<string, RecordedFact[]>;

const append = (to: Streams, key: string, fact: RecordedFact): void => {
  const known = to.get(key);
  if (known) known.push(fact);
  else to.set(key, [fact]);
};

/**
 * What was recorded of restrictions, grants, fetches and revocations, as of the moment of asking. These are few: a borough
 * breaks the glass some times a week and restricts some dozens of records, so that they are all kept at hand.
 */
@Injectable()
export class AccessBook {
  private readonly tail: LogTail;
  private readonly streams: Streams = new Map();
  private readonly grantsByRecord = new Map<string, Set<string>>();

  constructor(log: FactLog) {
    this.tail = new LogTail(log, BOOK_CATEGORIES, (fact) => this.take(fact));
  }

  /** Throws StoreUnavailable where nothing was ever read. */
  current(): Promise<void> {
    return this.tail.current();
  }

  async stream(name: string): Promise<readonly RecordedFact[]> {
    await this.current();
    return this.streams.get(name) ?? [];
  }

  /** The streams of these names that there are. */
  async streamsOf(names: readonly string[]): Promise<readonly (readonly RecordedFact[])[]> {
    await this.current();
    return names.flatMap((name) => {
      const facts = this.streams.get(name);
      return facts ? [facts] : [];
    });
  }

  async grantsOn(recordRef: string): Promise<readonly (readonly RecordedFact[])[]> {
    await this.current();
    return [...(this.grantsByRecord.get(recordRef) ?? [])].map((name) => this.streams.get(name) ?? []);
  }

  /** Every stream of a category, in the order in which they began. */
  async all(category: (typeof BOOK_CATEGORIES)[number]): Promise<readonly (readonly RecordedFact[])[]> {
    await this.current();
    return [...this.streams.values()].filter(([first]) => first?.category === category);
  }

  private take(fact: RecordedFact): void {
    append(this.streams, fact.stream, fact);
    const { recordRef } = fact.metadata;
    if (fact.category !== GRANT_CATEGORY || recordRef === undefined) return;
    const known = this.grantsByRecord.get(recordRef) ?? new Set<string>();
    this.grantsByRecord.set(recordRef, known.add(fact.stream));
  }
}
