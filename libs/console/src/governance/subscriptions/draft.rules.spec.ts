import { formOf } from '../../frame/form-fields';
import { changesOf, emptyDraft, openingOf } from './draft';
import type { Draft } from './draft';
import { afterStep, filterIn, firstOpen, put, stepFaults } from './draft.rules';
import { filterInWords, mayHideUrgent } from './subscription.words';

const webhook: Draft = { ...emptyDraft(), channel: 'webhook', name: 'Hook', target: 'https://a.gov.uk/' };

describe('a filter', () => {
  it.each([
    [{}, false],
    [{ urgencies: ['urgent', 'prompt'] }, false],
    [{ urgencies: ['routine'] }, true],
    [{ types: ['missing'] }, true],
    [{ agesFrom: 0 }, true],
    [{ categories: ['K1'] }, true],
    [{ types: [] }, false],
  ] as const)('%o may keep an urgent notice away: %s', (filter, may) => {
    expect(mayHideUrgent(JSON.parse(JSON.stringify(filter)) as Parameters<typeof mayHideUrgent>[0])).toBe(
      may,
    );
  });

  it('is told in words', () => {
    expect(filterInWords({ types: ['missing'], agesFrom: 11 })).toEqual({
      lines: ['Notices: Missing children', 'Ages: 11 and older, or not known'],
    });
    expect(filterInWords({})).toBe('Everything in your mailbox');
  });

  it('keeps codes that the form does not show', () => {
    expect(filterIn(formOf({ types: 'move' }), { types: ['missing'], categories: ['K1'] })).toEqual({
      ...{ types: ['move'], categories: ['K1'] },
    });
  });
});

describe('steps towards a subscription', () => {
  it('leave the filter out on the bus', () => {
    const bus: Draft = { ...emptyDraft(), channel: 'bus', name: 'Topic' };
    expect([
      afterStep('details', bus),
      afterStep('details', webhook),
      firstOpen(bus),
      firstOpen(webhook),
    ]).toEqual([...['check', 'filter', 'check', 'filter']]);
  });

  it('forget the address when the channel changes', () => {
    expect(put('channel', formOf({ channel: 'email-digest' }), webhook)).toMatchObject({
      ...{ channel: 'email-digest', target: '' },
    });
  });

  it('ask a person to confirm where urgent notices may stay away, and only there', () => {
    const narrowed = { ...webhook, filter: { types: ['missing' as const] } };
    expect(Object.keys(stepFaults('check', formOf({}), narrowed)?.of ?? {})).toEqual(['confirms']);
    expect(stepFaults('check', formOf({ confirms: 'yes' }), narrowed)).toBeUndefined();
    expect(stepFaults('check', formOf({}), webhook)).toBeUndefined();
  });

  it('say which hour a digest of a day comes', () => {
    const digest: Draft = { ...emptyDraft(), channel: 'email-digest' };
    const form = formOf({ name: 'D', target: 'a@b.gov.uk', every: 'day', hour: '24' });
    expect(Object.keys(stepFaults('details', form, digest)?.of ?? {})).toEqual(['hour']);
  });
});

describe('what the exchange is sent', () => {
  it('holds what belongs to the channel, and no more', () => {
    expect(openingOf(webhook, false)).toEqual({
      ...{ channel: 'webhook', name: 'Hook', target: 'https://a.gov.uk/', payload: 'thin', filter: {} },
      ...{ startsAt: 'now', signing: 'hmac-sha256' },
    });
    expect(openingOf({ ...emptyDraft(), channel: 'email-digest', name: 'D', every: 'hour' }, true)).toEqual({
      ...{ channel: 'email-digest', name: 'D', cadence: { every: 'hour' }, filter: {}, startsAt: 'now' },
      confirmsThatUrgentMayBeHidden: true,
    });
  });

  it('takes a desk away by saying so', () => {
    expect(changesOf({ ...webhook, desk: '' }, false)).toMatchObject({ withoutDesk: true });
    expect(changesOf({ ...webhook, desk: 'duty-desk' }, false)).toMatchObject({ desk: 'duty-desk' });
  });

  it('is nothing before a channel is chosen', () => {
    expect(() => openingOf(emptyDraft(), false)).toThrow(RangeError);
  });
});
