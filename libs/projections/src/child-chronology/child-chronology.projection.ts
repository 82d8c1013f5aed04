import type { Addressee, NotificationDefinition, RecordedFact, RowChange } from '@ibex/kernel';
import type { Projection } from '@ibex/runtime';
import { addresseesOf } from '../shared/addressees';
import { byCategory, categoriesOf, tellingOthers } from '../shared/definitions';
import { isRestricted, occurredAtOf, ownerOf, recordOf } from '../shared/stored-fact';
import { CHRONOLOGY_SCHEMA } from './child-chronology.schema';
import type { ChronologyEntryRow, ChronologyToldRow } from './child-chronology.schema';

const toEntry = (
  fact: RecordedFact,
  earlier: readonly RecordedFact[],
  recordRef: string,
): ChronologyEntryRow => ({
  factId: fact.id,
  recordRef,
  owner: ownerOf(fact, earlier),
  stream: fact.stream,
  category: fact.category,
  type: fact.type,
  source: fact.metadata.actor.authority,
  occurredAt: occurredAtOf(fact),
  recordedAt: fact.recordedAt,
  revision: fact.revision,
  position: fact.position,
  restricted: isRestricted(fact, earlier) ? 1 : 0,
});

const toTold = (fact: RecordedFact, recordRef: string, addressee: Addressee): ChronologyToldRow => ({
  authority: addressee.authority,
  recordRef,
  stream: fact.stream,
  position: fact.position,
  capacity: addressee.capacity,
  urgency: addressee.urgency,
  basis: addressee.basis.text,
  basisSource: addressee.basis.source,
});

const putTold = (row: ChronologyToldRow): RowChange => ({ op: 'put', table: 'chronologyTold', row });

/** Every fact of a notice about a record, and who was told of it on which basis. */
export const chronologyProjection = (known: readonly NotificationDefinition[]): Projection => {
  const definitions = tellingOthers(known);
  const definitionOf = byCategory(definitions);
  return {
    schema: CHRONOLOGY_SCHEMA,
    filter: { categories: categoriesOf(definitions) },
    needsEarlier: true,
    project: (fact, earlier) => {
      const recordRef = recordOf(fact, earlier);
      const definition = definitionOf.get(fact.category);
      if (recordRef === undefined || !definition) return [];
      return [
        { op: 'put', table: 'chronologyEntries', row: toEntry(fact, earlier, recordRef) },
        ...addresseesOf(definition, fact, earlier).map((each) => putTold(toTold(fact, recordRef, each))),
      ];
    },
  };
};
