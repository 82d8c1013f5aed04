import { messageOf } from '@ibex/kernel';
import type { NotificationDefinition, RecordedFact, Row, RowChange, Standing } from '@ibex/kernel';
import type { Projection } from '@ibex/runtime';
import { byCategory, categoriesOf, tellingOthers } from '../shared/definitions';
import { beginOf, occurredAtOf, ownerOf, recordOf } from '../shared/stored-fact';
import { DELIVERY_CATEGORY, TASK_CATEGORY, stepChanges, taskChanges } from './told-steps';
import { WHAT_WE_TOLD_SCHEMA } from './what-we-told.schema';
import type { ToldFactRow } from './what-we-told.schema';

type Earlier = readonly RecordedFact[];

/** What the service records in an authority's name is nothing that somebody there has told. */
const isTold = (definition: NotificationDefinition, fact: RecordedFact, earlier: Earlier): boolean =>
  messageOf(definition, fact) !== undefined &&
  fact.metadata.actor.role !== 'system' &&
  recordOf(fact, earlier) !== undefined;

/** Messages of every type are named alike: `uk.ibex.<type>.corrected`. */
const isCorrection = (definition: NotificationDefinition, fact: RecordedFact): boolean =>
  messageOf(definition, fact)?.message.endsWith('.corrected') === true;

const standingOf = ({ standingOf: of }: NotificationDefinition, notice: Earlier): Standing =>
  notice.length === 0 ? 'live' : (of?.(notice) ?? 'live');

const patch = (where: Row, state: ToldFactRow['state']): RowChange => ({
  ...{ op: 'patch', table: 'toldFacts', where },
  set: { state },
});

/** What a fact does to what was told on its notice before it. */
const toEarlier = (
  definition: NotificationDefinition,
  fact: RecordedFact,
  earlier: Earlier,
): readonly RowChange[] => {
  const begins = beginOf(fact, earlier);
  const [before, after] = [standingOf(definition, earlier), standingOf(definition, [...earlier, fact])];
  if (after === 'recalled') return before === 'recalled' ? [] : [patch({ begins }, 'recalled')];
  const { authority } = fact.metadata.actor;
  const corrected = isCorrection(definition, fact)
    ? (['open', 'over'] as const).map((state) => patch({ begins, authority, state }, 'corrected'))
    : [];
  if (before === after) return corrected;
  const turned =
    after === 'over' ? patch({ begins, state: 'open' }, 'over') : patch({ begins, state: 'over' }, 'open');
  return [...corrected, turned];
};

const toRow = (definition: NotificationDefinition, fact: RecordedFact, earlier: Earlier): ToldFactRow => ({
  ...{ position: fact.position, factId: fact.id, begins: beginOf(fact, earlier), stream: fact.stream },
  ...{ notification: definition.name, kind: fact.type },
  ...{ authority: fact.metadata.actor.authority, role: fact.metadata.actor.role },
  recordRef: recordOf(fact, earlier) ?? null,
  owner: ownerOf(fact, earlier),
  ...{ occurredAt: occurredAtOf(fact), recordedAt: fact.recordedAt },
  state: standingOf(definition, [...earlier, fact]) === 'live' ? 'open' : 'over',
});

/** What each authority has told on notices about children, and how far it has come. A new type shows up by its definition alone. */
export const whatWeToldProjection = (known: readonly NotificationDefinition[]): Projection => {
  const definitions = tellingOthers(known);
  const definitionOf = byCategory(definitions);
  return {
    schema: WHAT_WE_TOLD_SCHEMA,
    filter: { categories: [...categoriesOf(definitions), DELIVERY_CATEGORY, TASK_CATEGORY] },
    needsEarlier: true,
    project: (fact, earlier) => {
      if (fact.category === DELIVERY_CATEGORY) return stepChanges(fact, earlier);
      if (fact.category === TASK_CATEGORY) return taskChanges(fact, earlier);
      const definition = definitionOf.get(fact.category);
      if (!definition) return [];
      const changes = toEarlier(definition, fact, earlier);
      if (!isTold(definition, fact, earlier)) return changes;
      return [...changes, { op: 'put', table: 'toldFacts', row: toRow(definition, fact, earlier) }];
    },
  };
};
