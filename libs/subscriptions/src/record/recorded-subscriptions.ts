import { Injectable } from '@nestjs/common';
import type { RecordedFact, Subscription } from '@ibex/kernel';
import { FactLog } from '@ibex/runtime';
import type { Submission } from '@ibex/runtime';
import { foldedOf, subscriptionStream, toSubscription } from './known-subscription';
import type { FoldedSubscription } from './known-subscription';
import { SealedWordsReader, wordsSealedBy } from './sealed-words';
import type { SealedWords } from './sealed-words';

export type RecordedSubscription = Readonly<{
  facts: readonly RecordedFact[];
  folded: FoldedSubscription;
}>;

/** Single subscriptions, read from the log: what was just written is in there. */
@Injectable()
export class RecordedSubscriptions {
  constructor(
    private readonly log: FactLog,
    private readonly words: SealedWordsReader,
  ) {}

  async recorded(id: string): Promise<RecordedSubscription | undefined> {
    const facts = await this.log.readStream(subscriptionStream(id));
    const folded = foldedOf(facts);
    return folded && { facts, folded };
  }

  /** Whether a command was recorded before, so that it is answered as it was then. */
  async holds(id: string, { commandId }: Submission): Promise<boolean> {
    const facts = await this.log.readStream(subscriptionStream(id));
    return facts.some(({ metadata }) => metadata.commandId === commandId);
  }

  async find(id: string): Promise<Subscription | undefined> {
    const recorded = await this.recorded(id);
    return recorded && this.readable(recorded);
  }

  async readable({ facts, folded }: RecordedSubscription): Promise<Subscription> {
    const sealed: SealedWords = facts.reduce((words, fact) => ({ ...words, ...wordsSealedBy(fact) }), {});
    return toSubscription(folded, await this.words.read(folded.known.authority, sealed));
  }
}
