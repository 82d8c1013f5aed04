import type { RecordedFact } from '@ibex/kernel';
import { CROYDON, HACKNEY, aNewFact, someMetadata } from '@ibex/testing';
import { LADDER_MESSAGES } from './ladder.messages';
import { toldEntryOf } from './told-entries';

const about = {
  authority: CROYDON,
  sequence: 7,
  sender: HACKNEY,
  factId: 'f-1',
  notice: 'placement-1',
  urgency: 'urgent',
  occurredAt: '2026-03-01',
};
const stored = (
  type: string,
  data: RecordedFact['data'],
  change: Partial<RecordedFact> = {},
): RecordedFact => ({
  ...aNewFact('x-1', { type, data, metadata: { ...someMetadata, recordRef: 'record-1' } }),
  stream: 'delivery-e-1',
  category: 'delivery',
  revision: 1,
  position: 9,
  ...change,
});
const uuidFrom = (key: string): string => `id of ${key.replace('\n', ' for ')}`;
const told = (type: string, data: RecordedFact['data'], change: Partial<RecordedFact> = {}) =>
  toldEntryOf(stored(type, data, change), uuidFrom);

describe('what the other side of a notice is told', () => {
  it('is a question at the sender, pointing to the notice, without a word of it', () => {
    expect(told('QueryAsked', { ...about, by: CROYDON, queryId: 'q-1' })).toEqual({
      entryId: `id of x-1 for ${HACKNEY}`,
      authority: HACKNEY,
      from: CROYDON,
      type: 'uk.ibex.delivery.query-asked',
      messageVersion: 1,
      factId: 'f-1',
      stream: 'placement-1',
      recordRef: 'record-1',
      capacity: 'addressee',
      urgency: 'urgent',
      basis: {
        text: 'A recipient of your notice asks you back',
        source: 'Service of the exchange: delivery of a notice to those whom its own basis names',
      },
      duty: { text: 'Read the question and answer it' },
      occurredAt: '2026-03-02T09:00:00.000Z',
      recordedAt: '2026-03-02T09:00:00.000Z',
      position: 9,
    });
  });

  it('is an answer at the one that asked', () => {
    expect(told('QueryAnswered', { ...about, by: HACKNEY, queryId: 'q-1' })).toMatchObject({
      ...{ authority: CROYDON, from: HACKNEY, type: 'uk.ibex.delivery.query-answered' },
    });
  });

  it.each([
    ['not-delivered', 'Tell the recipient by other means: it has not fetched the notice'],
    [
      'not-acknowledged',
      'Ask the recipient whether it acts: it has fetched the notice and not acknowledged it',
    ],
  ])('is a silence (%s) at the sender, with what to do', (silence, text) => {
    expect(told('RecipientSilent', { ...about, silence })).toMatchObject({
      ...{ authority: HACKNEY, from: HACKNEY, type: 'uk.ibex.delivery.recipient-silent', duty: { text } },
    });
  });

  const dueAt = '2026-03-02T12:00:00.000Z';
  const duty = { ...about, owedBy: CROYDON, text: 'Acknowledge the notice', dueAt };

  it('is a step of escalation at the authority that owes the duty, naming the desk', () => {
    expect(told('EscalationStepped', { ...duty, told: 'team-manager' })).toMatchObject({
      ...{ authority: CROYDON, from: HACKNEY, type: 'uk.ibex.clock.escalation-stepped' },
      duty: { text: 'For team-manager: Acknowledge the notice', dueAt },
    });
  });

  it('is a warning while it is one, and not once the duty is late anyway', () => {
    expect(told('DutyWarned', duty)).toMatchObject({ type: 'uk.ibex.clock.duty-warned', authority: CROYDON });
    expect(told('DutyWarned', duty, { recordedAt: dueAt })).toBeUndefined();
  });

  it('is an authority’s own feed that fell silent, about no notice and no child', () => {
    const feed = {
      ...{ authority: HACKNEY, notification: 'placement', title: 'placements', usually: 'daily', limit: 3 },
      ...{ lastPostedAt: '2026-02-24T09:00:00.000Z', since: '2026-03-02' },
    };
    const stream = `feed-${HACKNEY}-placement`;
    const metadata = { ...someMetadata };
    delete metadata.recordRef;
    expect(told('FeedFellSilent', feed, { stream, metadata })).toMatchObject({
      ...{ authority: HACKNEY, from: HACKNEY, type: 'uk.ibex.feed.silent', urgency: 'prompt' },
      ...{ factId: 'x-1', stream, recordRef: stream },
      basis: { text: 'Nothing was posted since 2026-02-24' },
      duty: {
        text: 'For the duty desk and information governance: find out why no placements were posted, usually daily',
      },
    });
  });

  it('is an authority’s own channel that fails, or works again, about its subscription and no child', () => {
    const trouble = { by: CROYDON, since: '2026-03-01T07:00:00.000Z', reason: 'webhook/timed-out' };
    const stream = 'subscription-s-1';
    expect(told('SubscriptionTroubled', trouble, { stream })).toMatchObject({
      ...{ authority: CROYDON, from: CROYDON, type: 'uk.ibex.subscription.troubled', urgency: 'prompt' },
      ...{ factId: 'x-1', stream, recordRef: stream },
      basis: { text: 'Nothing was taken since 2026-03-01T07:00:00.000Z: webhook/timed-out' },
    });
    const recovered = told('SubscriptionRecovered', { by: CROYDON, since: trouble.since }, { stream });
    expect(recovered).toMatchObject({ type: 'uk.ibex.subscription.recovered', recordRef: stream });
    expect(recovered).not.toHaveProperty('duty');
  });

  it('is nothing for any other fact', () => {
    expect(told('NoticeOpened', { by: CROYDON })).toBeUndefined();
  });

  it('has a message for each, named after its part of the exchange', () => {
    for (const { message } of Object.values(LADDER_MESSAGES))
      expect(message).toMatch(/^uk\.ibex\.(delivery|clock|feed|subscription)\.[a-z-]+$/);
  });
});
