import { Inject, Injectable } from '@nestjs/common';
import { DIGESTS } from '@ibex/kernel';
import type { Digests, NewEntry, NotificationDefinition, RecordedFact } from '@ibex/kernel';
import { tellingOf } from './addressed.rule';
import { entryKey, toEntry } from './entry';
import type { Addresses } from './router.reaction';
import { EarlierFacts } from './earlier-facts';

/** Asks the audience rule, with the earlier facts of the stream at hand. */
@Injectable()
export class FactAddresses implements Addresses {
  constructor(
    private readonly earlierFacts: EarlierFacts,
    @Inject(DIGESTS) private readonly digests: Digests,
  ) {}

  async entriesOf(definition: NotificationDefinition, fact: RecordedFact): Promise<readonly NewEntry[]> {
    const earlier = this.earlierFacts.findBefore(fact) ?? (await this.earlierFacts.readBefore(fact));
    this.earlierFacts.remember(fact, earlier);
    const telling = tellingOf(definition, fact, earlier);
    if (!telling) return [];
    const told = { fact, earlier, telling };
    return telling.addressees.map((addressee) =>
      toEntry(told, addressee, this.digests.uuidFrom(entryKey(fact.id, addressee.authority))),
    );
  }
}
