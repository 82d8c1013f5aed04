import { SEALER } from '@ibex/kernel';
import type { NotificationDefinition, RecordedFact, Sealer } from '@ibex/kernel';
import { DEFINITIONS, FactLog } from '@ibex/runtime';
import type { Definitions } from '@ibex/runtime';
import { Inject, Injectable } from '@nestjs/common';
import { byCategory } from '../shared/definitions';
import type { ChronologyEntryRow } from './child-chronology.schema';

type Fields = Readonly<Record<string, unknown>>;
export type Content = Readonly<{ title: string; data: Fields; personal?: Fields }>;
type Onlooker = Readonly<{ authority: string; seenAs: string }>;

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

  async of(row: ChronologyEntryRow, by: Onlooker): Promise<Content> {
    const [fact] = await this.log.readStream(row.stream, { from: row.revision, limit: 1 });
    const definition = this.definitions.get(row.category);
    if (!fact || !definition) return { title: row.type, data: {} };
    const personal = await this.unseal(fact, row.recordRef);
    const withheld =
      by.seenAs === 'owner' || row.source === by.authority
        ? []
        : definition.withheldFromAddressees(fact, by.authority);
    return {
      title: definition.facts[fact.type]?.title ?? row.type,
      data: fact.data,
      ...(personal === undefined ? {} : { personal: without(personal, withheld) }),
    };
  }

  private async unseal(fact: RecordedFact, recordRef: string): Promise<Fields | undefined> {
    return fact.sealed === undefined ? undefined : this.sealer.unseal(recordRef, fact.id, fact.sealed);
  }
}

const without = (fields: Fields, withheld: readonly string[]): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !withheld.includes(name)));
