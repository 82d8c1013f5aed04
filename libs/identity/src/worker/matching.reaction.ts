import { Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnModuleInit } from '@nestjs/common';
import { BEGINNING, IbexError } from '@ibex/kernel';
import type { Position, RecordedFact } from '@ibex/kernel';
import { SubscriptionRunner, pause } from '@ibex/runtime';
import type { Reaction } from '@ibex/runtime';
import { IDENTITY_TOLD } from '../keys/identity-keys.projection';
import { IDENTITY_KEYS_SCHEMA } from '../keys/identity-keys.schema';
import { PairBook } from './pair-book';
import { RecordMatching } from './record-matching';

/** Of a kind of its own, so that a process can be told to match and do nothing else. */
export const MATCHING = 'matching';
const CHUNK = 10;
const LOOK_MS = 25;
const PATIENCE_MS = 5_000;
/** After each chunk it stands still for as long as that took, times this: commands and reads come first. */
const REST = 0.5;

/** Follows behind the keys of records and matches whoever was told of, a few at a time. */
@Injectable()
export class MatchingReaction implements Reaction, OnModuleInit, BeforeApplicationShutdown {
  readonly name = MATCHING;
  readonly group = MATCHING;
  readonly filter = { categories: ['record'] };
  readonly isAside = true;
  private readonly closing = new AbortController();

  constructor(
    private readonly subscriptions: SubscriptionRunner,
    private readonly matching: RecordMatching,
    private readonly book: PairBook,
  ) {}

  onModuleInit(): void {
    this.subscriptions.add(this);
  }

  beforeApplicationShutdown(): void {
    this.closing.abort();
  }

  checkpoint(): Promise<Position> {
    return this.book.checkpoint();
  }

  reached(): Promise<Position | undefined> {
    return this.book.reached();
  }

  /** The checkpoint moves with every chunk, so that little is done twice. */
  async handle(facts: readonly RecordedFact[], upTo: Position): Promise<void> {
    await this.keysAt(upTo);
    const told = facts.filter(({ type }) => IDENTITY_TOLD.includes(type));
    for (let from = 0; from < told.length; from += CHUNK) {
      const startedAtMs = performance.now();
      const chunk = told.slice(from, from + CHUNK);
      const refs = new Set(chunk.flatMap(({ metadata }) => metadata.recordRef ?? []));
      const last = chunk.at(-1)?.position ?? upTo;
      await this.book.write(await this.matching.match([...refs], last), last);
      await pause((performance.now() - startedAtMs) * REST, this.closing.signal);
    }
    await this.book.write([], upTo);
  }

  /** Throws when the view does not come so far in time: the same facts come again then. */
  private async keysAt(position: Position): Promise<void> {
    const view = `view:${IDENTITY_KEYS_SCHEMA.name}`;
    const until = performance.now() + PATIENCE_MS;
    while (((await this.subscriptions.reachedBy(view)) ?? BEGINNING) < position) {
      if (performance.now() > until) throw left('the keys of records are behind');
      await pause(LOOK_MS, this.closing.signal);
      if (this.closing.signal.aborted) throw left('the process ends');
    }
  }
}

const left = (because: string): IbexError => new IbexError('identity/matching-left', because);
