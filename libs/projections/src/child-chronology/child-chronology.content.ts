import { SEALER, withheldFor, withoutFields } from '@ibex/kernel';
import type { NotificationDefinition, ReadAs, RecordedFact, Sealer, Sight } from '@ibex/kernel';
import { DEFINITIONS, FactLog } from '@ibex/runtime';
import type { Definitions } from '@ibex/runtime';
import { Inject, Injectable } from '@nestjs/common';
import { byCategory } from '../shared/definitions';
import type { ChronologyEntryRow } from './child-chronology.schema';

type Fields = Readonly<Record<string, unknown>>;
export type Content = Readonly<{ title: string; data: Fields; personal?: Fields }>;
type Onlooker = Readonly<{ authority: string; seenAs: Sight }>;

const readAs = ({ authority, seenAs }: Onlooker): ReadAs =>
  seenAs === 'owner' ? { as: 'owner' } : { as: 'addressee', authority };

/** What an entry says, read from the log and unsealed for a reader whose right the caller has checked. */
@Injectable()
export class ChronologyContent {
  private readonly definitions: ReadonlyMap<string, NotificationDefinition>;

  constructor(
    @Inject(DEFINITIONS) definitions: Definitions,
    @Inject(SEALER) private readonly sealer: Sealer,
    private readonly log: FactLog,
  ) {
    this.definitions = byCategory(definitions);
  }

  /** Name of the notification type that has the streams of a category. */
  notificationOf(category: string): string {
    return this.definitions.get(category)?.name ?? category;
  }

  async of(row: ChronologyEntryRow, by: Onlooker): Promise<Content> {
    const notice = await this.log.readStream(row.stream);
    const fact = notice.find(({ revision }) => revision === row.revision);
    const definition = this.definitions.get(row.category);
    if (!fact || !definition) return { title: row.type, data: {} };
    const personal = await this.unseal(fact, row.recordRef);
    const withheld = withheldFor(readAs(by), definition, { fact, notice });
    return {
      title: definition.facts[fact.type]?.title ?? row.type,
      data: withoutFields(fact.data, withheld.open),
      ...(personal === undefined ? {} : { personal: withoutFields(personal, withheld.personal) }),
    };
  }

  private async unseal(fact: RecordedFact, recordRef: string): Promise<Fields | undefined> {
    return fact.sealed === undefined ? undefined : this.sealer.unseal(recordRef, fact.id, fact.sealed);
  }
}
