import { Inject, Injectable } from '@nestjs/common';
import { CLOCK } from '@ibex/kernel';
import type { ChannelSecrets, Clock, RecordedFact } from '@ibex/kernel';
import { isSubscriptionFact } from '../domain/subscription.events';
import { signingAt } from '../domain/subscription.state';
import { RecordedSubscriptions } from './recorded-subscriptions';
import { SealedWordsReader } from './sealed-words';
import type { SealedWord } from './sealed-words';

const sealedSecret = (facts: readonly RecordedFact[], secretId: string): SealedWord | undefined => {
  for (const fact of facts) {
    if (!isSubscriptionFact(fact) || fact.type !== 'WebhookSecretAdded') continue;
    if (fact.data.secretId === secretId && fact.sealed !== undefined)
      return { factId: fact.id, sealed: fact.sealed };
  }
  return undefined;
};

/** The secrets that sign at this moment, unsealed for the one that signs. To be kept in memory only as long as needed. */
@Injectable()
export class SigningSecrets implements ChannelSecrets {
  constructor(
    private readonly subscriptions: RecordedSubscriptions,
    private readonly words: SealedWordsReader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async of(subscriptionId: string): Promise<readonly string[]> {
    const recorded = await this.subscriptions.recorded(subscriptionId);
    if (!recorded || recorded.folded.known.phase === 'closed') return [];
    const { facts, folded } = recorded;
    const { authority, secrets } = folded.known;
    const texts = await Promise.all(
      signingAt(secrets, this.clock.now()).map(({ secretId }) =>
        this.words.textIn(authority, sealedSecret(facts, secretId), 'secret'),
      ),
    );
    return texts.filter((text) => text !== undefined);
  }
}
