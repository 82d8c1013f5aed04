import type { Addressee, NotificationDefinition, RecordedFact, RowChange } from '@ibex/kernel';
import { categoryOf, toldByLaw } from '@ibex/kernel';
import type { Projection } from '@ibex/runtime';
import { byCategory, categoriesOf, tellingOthers } from '../shared/definitions';
import { isRestricted, occurredAtOf, ownerOf, recordOf } from '../shared/stored-fact';
import { CHRONOLOGY_SCHEMA } from './child-chronology.schema';
import type { ChronologyEntryRow, ChronologyToldRow } from './child-chronology.schema';
import { CLOCK_CATEGORY, clockMoveOf, dutyRowsOf } from './duty-rows';
import { DELIVERY_CATEGORY, stepOf } from './step-rows';

/** Names of the categories of facts about links between records, and about who the child of a record is. */
export const LINK_CATEGORY = 'link';
const RECORD_CATEGORY = 'record';

type Earlier = readonly RecordedFact[];

const toEntry = (fact: RecordedFact, earlier: Earlier, recordRef: string): ChronologyEntryRow => ({
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

const ofNotice = (
  definition: NotificationDefinition,
  fact: RecordedFact,
  earlier: Earlier,
): readonly RowChange[] => {
  const recordRef = recordOf(fact, earlier);
  if (recordRef === undefined) return [];
  return [
    { op: 'put', table: 'chronologyEntries', row: toEntry(fact, earlier, recordRef) },
    ...toldByLaw(definition, fact, earlier).map((each) => putTold(toTold(fact, recordRef, each))),
    ...dutyRowsOf({ fact, earlier, recordRef }, definition.deadlines(fact, earlier)),
  ];
};

const turnOf = ({ position, category, recordedAt, metadata }: RecordedFact): readonly RowChange[] => {
  const about = category === LINK_CATEGORY ? LINK_CATEGORY : metadata.recordRef;
  if (about === undefined) return [];
  return [{ op: 'put', table: 'chronologyTurns', row: { position, about, recordedAt } }];
};

/** Every fact of a notice about a record, who was told of it on which basis, what came of it, and what is owed. */
export const chronologyProjection = (known: readonly NotificationDefinition[]): Projection => {
  const definitions = tellingOthers(known);
  const definitionOf = byCategory(definitions);
  const isNotice = (stream: string): boolean => definitionOf.has(categoryOf(stream));
  const ofStep = (fact: RecordedFact, earlier: Earlier): readonly RowChange[] => {
    const row = stepOf(fact, earlier, isNotice);
    return row ? [{ op: 'put', table: 'chronologySteps', row }] : [];
  };
  const others = new Map<string, (fact: RecordedFact, earlier: Earlier) => readonly RowChange[]>([
    [DELIVERY_CATEGORY, ofStep],
    [CLOCK_CATEGORY, clockMoveOf],
    [LINK_CATEGORY, turnOf],
    [RECORD_CATEGORY, turnOf],
  ]);
  return {
    schema: CHRONOLOGY_SCHEMA,
    filter: { categories: [...categoriesOf(definitions), ...others.keys()] },
    needsEarlier: true,
    project: (fact, earlier) => {
      const definition = definitionOf.get(fact.category);
      if (definition) return ofNotice(definition, fact, earlier);
      return others.get(fact.category)?.(fact, earlier) ?? [];
    },
  };
};
