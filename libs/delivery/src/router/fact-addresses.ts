import { Inject, Injectable, Optional } from '@nestjs/common';
import { DIGESTS, SHARING_AGREEMENTS, messageOf } from '@ibex/kernel';
import type {
  Digests,
  NewEntry,
  NotificationDefinition,
  RecordedFact,
  SharingAgreements,
} from '@ibex/kernel';
import { entryKey } from '@ibex/runtime';
import { tellingOf } from './addressed.rule';
import { toEntry } from './entry';
import type { Addresses } from './router.reaction';
import { EarlierFacts } from './earlier-facts';
import { Joining } from './joining';

/** Asks the audience rule and sharing agreements, with the earlier facts of the stream at hand. */
@Injectable()
export class FactAddresses implements Addresses {
  constructor(
    private readonly earlierFacts: EarlierFacts,
    @Inject(DIGESTS) private readonly digests: Digests,
    @Optional() @Inject(SHARING_AGREEMENTS) private readonly agreements?: SharingAgreements,
    @Optional() private readonly joining?: Joining,
  ) {}

  async entriesOf(definition: NotificationDefinition, fact: RecordedFact): Promise<readonly NewEntry[]> {
    // an authority's searches of a day are a thousand facts that nobody is told of
    if (!messageOf(definition, fact)) return [];
    const earlier = this.earlierFacts.findBefore(fact) ?? (await this.earlierFacts.readBefore(fact));
    this.earlierFacts.remember(fact, earlier);
    const byAgreement = await this.agreements?.alsoTold({ definition, fact, earlier });
    const telling = tellingOf(definition, fact, earlier, byAgreement);
    if (!telling) return [];
    const told = { fact, earlier, telling };
    return telling.addressees.map((addressee) =>
      toEntry(told, addressee, this.digests.uuidFrom(entryKey(fact.id, addressee.authority))),
    );
  }

  async entriesOnJoining(
    fact: RecordedFact,
    definitions: readonly NotificationDefinition[],
  ): Promise<readonly NewEntry[]> {
    return (await this.joining?.entriesFor(fact, definitions)) ?? [];
  }
}
