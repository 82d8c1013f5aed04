import { londonDateOf } from '@ibex/kernel';
import type { NotificationDefinition, RecordedFact, RowChange } from '@ibex/kernel';
import type { Projection } from '@ibex/runtime';
import { byCategory, categoriesOf, tellingOthers } from '../definitions';
import { occurredAtOf, ownerOf, recordOf } from '../stored-fact';
import { FEED_CATEGORY } from './feed.events';
import { POSTINGS_SCHEMA } from './postings.schema';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/**
 * Posted: by the authority whose notice it is, about a child. What others say to a notice (that they took it on) is no
 * sign that their own feed is alive, nor is what the service records in somebody's name.
 */
const isPosting = (fact: RecordedFact, earlier: readonly RecordedFact[]): boolean =>
  fact.metadata.actor.authority === ownerOf(fact, earlier) &&
  fact.metadata.actor.role !== 'system' &&
  recordOf(fact, earlier) !== undefined;

const postedChanges = (fact: RecordedFact, notification: string): readonly RowChange[] => {
  const { recordedAt, metadata } = fact;
  const feed = { authority: metadata.actor.authority, notification };
  const lastOn = londonDateOf(recordedAt);
  const row = { ...feed, lastAt: recordedAt, lastOn, lastOccurredAt: occurredAtOf(fact) };
  return [
    { op: 'put', table: 'postings', row },
    // five hundred notices of one return stand on one day: they are one posting
    { op: 'put', table: 'postingDays', row: { ...feed, day: lastOn } },
  ];
};

const silenceChanges = ({ type, data, recordedAt }: RecordedFact): readonly RowChange[] => {
  const feed = { authority: text(data['authority']), notification: text(data['notification']) };
  switch (type) {
    case 'FeedFellSilent': {
      const silence = { lastPostedAt: text(data['lastPostedAt']), since: text(data['since']) };
      return [{ op: 'put', table: 'postingSilences', row: { ...feed, ...silence, recordedAt, over: 0 } }];
    }
    case 'FeedResumed':
      return [{ op: 'patch', table: 'postingSilences', where: feed, set: { over: 1 } }];
    default:
      return [];
  }
};

/** When each authority last posted of each type, on which days, and whether its silence is on record. */
export const postingsProjection = (known: readonly NotificationDefinition[]): Projection => {
  const definitions = tellingOthers(known);
  const definitionOf = byCategory(definitions);
  return {
    schema: POSTINGS_SCHEMA,
    filter: { categories: [...categoriesOf(definitions), FEED_CATEGORY] },
    needsEarlier: true,
    project: (fact, earlier) => {
      if (fact.category === FEED_CATEGORY) return silenceChanges(fact);
      const definition = definitionOf.get(fact.category);
      return definition && isPosting(fact, earlier) ? postedChanges(fact, definition.name) : [];
    },
  };
};
