import { never } from '@ibex/kernel';
import type { RecordedFact, Row, RowChange } from '@ibex/kernel';
import type { Projection } from '@ibex/runtime';
import {
  isSecretFact,
  isSubscriptionFact,
  isTroubleFact,
  makesRevision,
} from '../domain/subscription.events';
import type {
  Particulars,
  SubscriptionFact,
  SubscriptionOpened,
  SubscriptionPaused,
  TroubleFact,
} from '../domain/subscription.events';
import { troubleOf } from '../domain/subscription.state';
import { subscriptionIdOf } from '../record/known-subscription';
import { wordsSealedBy } from '../record/sealed-words';
import { SUBSCRIPTIONS_SCHEMA } from './subscriptions.schema';
import type { SubscriptionRow } from './subscriptions.schema';

const particulars = ({ filter, payload = 'thin', cadence, desk, confirmedBy }: Particulars) => ({
  filter: JSON.stringify(filter),
  payload,
  cadence: cadence === undefined ? null : JSON.stringify(cadence),
  desk: desk ?? null,
  confirmedBy: confirmedBy === undefined ? null : JSON.stringify(confirmedBy),
});

const sealedIn = (fact: RecordedFact): Row => {
  const { name, target } = wordsSealedBy(fact);
  return {
    ...(name && { nameFact: name.factId, nameSealed: name.sealed }),
    ...(target && { targetFact: target.factId, targetSealed: target.sealed }),
  };
};

const NO_WORDS = { nameFact: null, nameSealed: null, targetFact: null, targetSealed: null };

const NOT_PAUSED = { pausedBecause: null, pausedUntil: null };

const opened = (fact: RecordedFact, data: SubscriptionOpened['data']): RowChange => {
  const row: SubscriptionRow = {
    subscriptionId: subscriptionIdOf(fact),
    authority: data.by,
    channel: data.channel,
    startsAfter: data.startsAfter,
    state: 'live',
    ...NOT_PAUSED,
    trouble: null,
    revision: fact.revision,
    openedAt: fact.recordedAt,
    ...particulars(data),
    ...NO_WORDS,
    ...sealedIn(fact),
  };
  return { op: 'put', table: 'subscriptions', row };
};

const pausedBy = ({ because, until }: SubscriptionPaused['data']): Row => ({
  ...{ state: 'paused', pausedBecause: because ?? null, pausedUntil: until ?? null },
});

const setByTrouble = (fact: TroubleFact): Row => ({
  trouble: fact.type === 'SubscriptionTroubled' ? JSON.stringify(troubleOf(fact.data)) : null,
});

type Later = Exclude<SubscriptionFact, SubscriptionOpened>;

/** What a later fact sets; a change of secrets sets nothing, and yet makes another revision. */
const setBy = (fact: RecordedFact & Later): Row => {
  if (isSecretFact(fact)) return {};
  if (isTroubleFact(fact)) return setByTrouble(fact);
  switch (fact.type) {
    case 'SubscriptionChanged':
      return { ...particulars(fact.data), ...sealedIn(fact) };
    case 'SubscriptionPaused':
      return pausedBy(fact.data);
    case 'SubscriptionResumed':
      return { state: 'live', ...NOT_PAUSED };
    case 'SubscriptionClosed':
      return { state: 'closed', ...NOT_PAUSED, trouble: null };
    default:
      return never(fact);
  }
};

/** The list of subscriptions, closed ones too. */
export const subscriptionsProjection: Projection = {
  schema: SUBSCRIPTIONS_SCHEMA,
  filter: { categories: ['subscription'] },
  project: (fact) => {
    if (!isSubscriptionFact(fact)) return [];
    if (fact.type === 'SubscriptionOpened') return [opened(fact, fact.data)];
    const where = { subscriptionId: subscriptionIdOf(fact) };
    const set = { ...(makesRevision(fact) ? { revision: fact.revision } : {}), ...setBy(fact) };
    return [{ op: 'patch', table: 'subscriptions', where, set }];
  },
};
