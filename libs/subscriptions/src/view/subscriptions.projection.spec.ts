import type { NewFact, RecordedFact, Row } from '@ibex/kernel';
import { MemoryReadModels } from '@ibex/adapters/memory';
import { CROYDON, aNewFact } from '@ibex/testing';
import { subscriptionDefinition } from '../domain/subscription.definition';
import { subscriptionsProjection } from './subscriptions.projection';
import { SUBSCRIPTIONS_SCHEMA } from './subscriptions.schema';

type Told = readonly [type: string, data: NewFact['data'], sealed?: string];
const by = CROYDON;
const confirmedBy = { person: 'p-1', role: 'duty-desk' };
const particulars = { nameDigest: 'n-1', targetDigest: 't-1' };

const trouble = { since: '1', reason: 'webhook/gone', attempts: 2, waiting: 3, at: '4' };

const TOLD: readonly Told[] = [
  ['SubscriptionOpened', { by, channel: 'webhook', startsAfter: 7, filter: {}, ...particulars }, 'sealed-0'],
  ['WebhookSecretAdded', { by, secretId: 's-1', scheme: 'ed25519' }, 'sealed-secret'],
  ['SubscriptionPaused', { by, because: 'maintenance' }],
  ['SubscriptionResumed', { by }],
  [
    'SubscriptionChanged',
    {
      ...{ by, changed: ['target', 'payload'], filter: { types: ['move'] }, payload: 'sealed' },
      ...{ cadence: { every: 'hour' }, desk: 'night', confirmedBy, ...particulars },
    },
    'sealed-4',
  ],
  ['WebhookSecretRetired', { by, secretId: 's-1', signsUntil: '2026-03-03T09:00:00.000Z' }],
  ['SubscriptionPaused', { by, until: '2026-03-03T09:00:00.000Z' }],
  ['SubscriptionTroubled', { by, ...trouble }],
  ['SubscriptionRecovered', { by, since: trouble.since }],
  ['SubscriptionTroubled', { by, ...trouble }],
  ['SubscriptionClosed', { by }],
];

const recorded = ([type, data, sealed]: Told, at: number): RecordedFact => ({
  ...aNewFact(`f-${at}`, { type, data, ...(sealed === undefined ? {} : { sealed }) }),
  stream: 'subscription-sub-1',
  category: 'subscription',
  revision: at,
  position: at,
});

/** The row after the first so many facts, told as often as said. */
const rowAfter = async (count: number, times = 1): Promise<Row | undefined> => {
  const models = new MemoryReadModels();
  await models.open(SUBSCRIPTIONS_SCHEMA);
  const facts = TOLD.map(recorded).slice(0, count);
  for (let at = 0; at < times; at += 1)
    for (const fact of facts)
      await models.write(SUBSCRIPTIONS_SCHEMA, subscriptionsProjection.project(fact, []), fact.position);
  return models.rows('subscriptions')[0];
};

const first = {
  ...{ subscriptionId: 'sub-1', authority: CROYDON, channel: 'webhook', filter: '{}', desk: null },
  ...{
    payload: 'thin',
    cadence: null,
    startsAfter: 7,
    state: 'live',
    pausedBecause: null,
    pausedUntil: null,
    trouble: null,
    revision: 0,
  },
  ...{ openedAt: '2026-03-02T09:00:00.000Z', confirmedBy: null },
  ...{ nameFact: 'f-0', nameSealed: 'sealed-0', targetFact: 'f-0', targetSealed: 'sealed-0' },
};
const changed = {
  ...first,
  cadence: '{"every":"hour"}',
  ...{
    filter: '{"types":["move"]}',
    payload: 'sealed',
    desk: 'night',
    confirmedBy: JSON.stringify(confirmedBy),
  },
  ...{ targetFact: 'f-4', targetSealed: 'sealed-4' },
};

const paused = { revision: 6, state: 'paused', pausedUntil: '2026-03-03T09:00:00.000Z' };

describe('the list of subscriptions', () => {
  it.each([
    [1, first],
    [2, { ...first, revision: 1 }],
    [3, { ...first, revision: 2, state: 'paused', pausedBecause: 'maintenance' }],
    [4, { ...first, revision: 3 }],
    [5, { ...changed, revision: 4 }],
    [6, { ...changed, revision: 5 }],
    [7, { ...changed, ...paused }],
    [8, { ...changed, ...paused, trouble: JSON.stringify(trouble) }],
    [9, { ...changed, ...paused }],
    [10, { ...changed, ...paused, trouble: JSON.stringify(trouble) }],
    [11, { ...changed, revision: 10, state: 'closed' }],
  ])('after %d facts holds the subscription as it stands', async (count, row) => {
    expect(await rowAfter(count)).toEqual(row);
  });

  it('is the same when the facts are told twice', async () => {
    expect(await rowAfter(TOLD.length, 2)).toEqual(await rowAfter(TOLD.length));
  });

  it('was asked about every fact that there is, and holds no secret', () => {
    const types = new Set(TOLD.map(([type]) => type));
    expect([...types].sort()).toEqual(Object.keys(subscriptionDefinition.facts).sort());
    const changes = TOLD.map(recorded).flatMap((fact) => subscriptionsProjection.project(fact, []));
    expect(JSON.stringify(changes)).not.toContain('sealed-secret');
  });
});
