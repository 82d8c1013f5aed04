import type { RecordedFact, RowChange, Sealer } from '@ibex/kernel';
import type { AnyProjection } from '@ibex/runtime';
import { placementStory, storyAfter } from '../shared/placement-story';
import { rowDifferences } from '../shared/row-differences';
import { beginOf, isRestricted, recordOf } from '../shared/stored-fact';
import { countedChild } from './counted-child';
import { courseAfter, courseOf, missingEvents, placementEvents } from './trend-events';
import type { TrendEvent } from './trend-events';
import { monthNumberOf } from './trend-topics';
import { TRENDS_SCHEMA } from './trends.schema';
import type { TrendEventRow } from './trends.schema';

type Earlier = readonly RecordedFact[];
type Unsealing = Pick<Sealer, 'unseal'>;

const EVENTS = {
  name: 'trendEvents',
  keyOf: ({ topic, item }: TrendEventRow) => `${topic} ${item}`,
  where: ({ begins, topic, item }: TrendEventRow) => ({ begins, topic, item }),
};

const eventsBefore = (earlier: Earlier): readonly TrendEvent[] => {
  const last = earlier.at(-1);
  if (!last) return [];
  return last.category === 'placement'
    ? placementEvents(placementStory(earlier))
    : missingEvents(courseOf(earlier), isRestricted(last, earlier.slice(0, -1)));
};

const eventsAfter = (fact: RecordedFact, earlier: Earlier): readonly TrendEvent[] =>
  fact.category === 'placement'
    ? placementEvents(storyAfter(placementStory(earlier), fact))
    : missingEvents(courseAfter(courseOf(earlier), fact), isRestricted(fact, earlier));

const onNotice = (fact: RecordedFact, earlier: Earlier): readonly RowChange[] => {
  const of = { begins: beginOf(fact, earlier), recordRef: recordOf(fact, earlier) ?? null };
  const toRow = ({ on, ...event }: TrendEvent): TrendEventRow => ({
    ...of,
    ...event,
    month: monthNumberOf(on),
  });
  return rowDifferences(EVENTS, eventsBefore(earlier).map(toRow), eventsAfter(fact, earlier).map(toRow));
};

const labelsAfter = (labels: ReadonlySet<string>, { type, data }: RecordedFact): ReadonlySet<string> => {
  const label = String(data['label']);
  if (type === 'RecordRestricted') return new Set([...labels, label]);
  return type === 'RecordRestrictionLifted' ? new Set([...labels].filter((one) => one !== label)) : labels;
};

const onRestriction = (fact: RecordedFact, earlier: Earlier): readonly RowChange[] => {
  const recordRef = recordOf(fact, earlier);
  if (recordRef === undefined) return [];
  const labels = [...earlier, fact].reduce(labelsAfter, new Set<string>());
  const table = 'trendHidden';
  return labels.size === 0
    ? [{ op: 'delete', table, where: { recordRef } }]
    : [{ op: 'put', table, row: { recordRef, labels: [...labels].sort().join(' ') } }];
};

/** What happened, by month and authority, and what each child is counted as. Nothing of it leaves but as suppressed tables. */
export const trendsProjection = (sealer: Unsealing): AnyProjection => ({
  schema: TRENDS_SCHEMA,
  filter: { categories: ['placement', 'missing', 'record', 'restriction'] },
  needsEarlier: true,
  project: (fact, earlier) => {
    if (fact.category === 'record') return countedChild(sealer, fact);
    return fact.category === 'restriction' ? onRestriction(fact, earlier) : onNotice(fact, earlier);
  },
});
