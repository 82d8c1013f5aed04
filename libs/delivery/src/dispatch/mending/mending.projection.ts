import { never } from '@ibex/kernel';
import type { RecordedFact, RowChange } from '@ibex/kernel';
import type { Projection } from '@ibex/runtime';
import { mendingDefinition } from './mending.definition';
import type { EntrySetAside, MendingFact, ReplayOrdered } from './mending.events';
import { MENDING_SCHEMA } from './mending.schema';
import type { AsideRow, ReplayRow } from './mending.schema';

export const mendingStream = (subscriptionId: string): string => `mending-${subscriptionId}`;

const subscriptionOf = ({ stream }: RecordedFact): string => stream.slice(mendingStream('').length);

// its stream holds only what its decider accepted
const isMending = (fact: RecordedFact): fact is RecordedFact & MendingFact =>
  Object.hasOwn(mendingDefinition.facts, fact.type);

const aside = (fact: RecordedFact, subscriptionId: string, data: EntrySetAside['data']): RowChange => {
  const { by: authority, sequence, entryId, reason, status = null } = data;
  const row: AsideRow = {
    ...{ subscriptionId, sequence, authority, entryId, reason, status },
    setAsideAt: fact.recordedAt,
    state: 'set-aside',
    changedPosition: fact.position,
  };
  return { op: 'put', table: 'aside_entries', row };
};

const replay = (fact: RecordedFact, subscriptionId: string, data: ReplayOrdered['data']): RowChange => {
  const { by: authority, replayId, fromSequence, toSequence } = data;
  const row: ReplayRow = {
    ...{ replayId, subscriptionId, authority, fromSequence, toSequence },
    orderedAt: fact.recordedAt,
    state: 'open',
  };
  return { op: 'put', table: 'replays', row };
};

const stands = (fact: RecordedFact, sequence: number, state: AsideRow['state']): RowChange => ({
  op: 'patch',
  table: 'aside_entries',
  where: { subscriptionId: subscriptionOf(fact), sequence },
  set: { state, changedPosition: fact.position },
});

const changesBy = (fact: RecordedFact & MendingFact): readonly RowChange[] => {
  switch (fact.type) {
    case 'EntrySetAside':
      return [aside(fact, subscriptionOf(fact), fact.data)];
    case 'AsideRedriven':
      return fact.data.sequences.map((sequence) => stands(fact, sequence, 'redriven'));
    case 'AsideTaken':
      return [stands(fact, fact.data.sequence, 'taken')];
    case 'ReplayOrdered':
      return [replay(fact, subscriptionOf(fact), fact.data)];
    case 'ReplayFinished': {
      const { replayId } = fact.data;
      return [{ op: 'patch', table: 'replays', where: { replayId }, set: { state: 'finished' } }];
    }
    default:
      return never(fact);
  }
};

/** The lists of what is set aside and of replays. */
export const mendingProjection: Projection = {
  schema: MENDING_SCHEMA,
  filter: { categories: ['mending'] },
  project: (fact) => (isMending(fact) ? changesBy(fact) : []),
};
