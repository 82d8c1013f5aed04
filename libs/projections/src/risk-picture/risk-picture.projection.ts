import { toldByLaw } from '@ibex/kernel';
import type { Addressee, NotificationDefinition, RecordedFact, Row, RowChange } from '@ibex/kernel';
import { takenOn } from '@ibex/runtime';
import type { Projection } from '@ibex/runtime';
import { byCategory, categoriesOf, tellingOthers } from '../shared/definitions';
import { rowDifferences } from '../shared/row-differences';
import { isRestricted, occurredAtOf, ownerOf, recordOf } from '../shared/stored-fact';
import { areaRowsOf } from './risk-areas';
import { RISK_PICTURE_SCHEMA } from './risk-picture.schema';
import type { RiskAreaRow, RiskFactRow, RiskToldRow } from './risk-picture.schema';

const LINK = 'link';
const RECORD = 'record';
const DELIVERY = 'delivery';
type Earlier = readonly RecordedFact[];

const toFactRow = (fact: RecordedFact, earlier: Earlier, recordRef: string): RiskFactRow => ({
  position: fact.position,
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
  restricted: isRestricted(fact, earlier) ? 1 : 0,
  data: JSON.stringify(fact.data),
});

const toToldRow = ({ position, stream }: RecordedFact, recordRef: string, told: Addressee): RiskToldRow => ({
  ...{ position, stream, recordRef },
  authority: told.authority,
  capacity: told.capacity,
  basis: told.basis.text,
  basisSource: told.basis.source,
});

const put = (table: string, row: Row): RowChange => ({ op: 'put', table, row });

const AREAS = {
  name: 'riskAreas',
  keyOf: ({ area, what, onDay }: RiskAreaRow) => `${area} ${what} ${onDay}`,
  where: ({ begins, area, what, onDay }: RiskAreaRow) => ({ begins, area, what, onDay }),
};

const ofNotice = (
  definition: NotificationDefinition,
  fact: RecordedFact,
  earlier: Earlier,
): readonly RowChange[] => {
  const recordRef = recordOf(fact, earlier);
  if (recordRef === undefined) return [];
  return [
    put('riskFacts', toFactRow(fact, earlier, recordRef)),
    ...toldByLaw(definition, fact, earlier).map((told) => put('riskTold', toToldRow(fact, recordRef, told))),
    ...rowDifferences(AREAS, areaRowsOf(earlier), areaRowsOf([...earlier, fact])),
  ];
};

const ofEntry = (fact: RecordedFact): readonly RowChange[] => {
  const taken = takenOn(fact);
  return taken ? [put('riskTaken', { entryId: taken.entryId, at: taken.at })] : [];
};

const turnOf = ({ position, category, recordedAt, metadata }: RecordedFact): readonly RowChange[] => {
  const about = category === LINK ? LINK : metadata.recordRef;
  return about === undefined ? [] : [put('riskTurns', { position, about, recordedAt })];
};

/** What the indicators are worked out from: open facts of every notice, whom they were told, which areas they name. */
export const riskPictureProjection = (known: readonly NotificationDefinition[]): Projection => {
  const definitions = tellingOthers(known);
  const definitionOf = byCategory(definitions);
  return {
    schema: RISK_PICTURE_SCHEMA,
    filter: { categories: [...categoriesOf(definitions), DELIVERY, LINK, RECORD] },
    needsEarlier: true,
    project: (fact, earlier) => {
      const definition = definitionOf.get(fact.category);
      if (definition) return ofNotice(definition, fact, earlier);
      return fact.category === DELIVERY ? ofEntry(fact) : turnOf(fact);
    },
  };
};
