import { FixedClock, MemoryCursors, MemoryMailbox } from '@ibex/adapters/memory';
import type { ChannelOutcome, NewEntry, Subscription } from '@ibex/kernel';
import { aNewEntry, aNewFact } from '@ibex/testing';
import { CanaryBus, CanaryPlaces } from './canary-bus';
import { CanaryLegs } from './canary-legs';
import { missedBy } from './canary-measures';
import { pastCanaries } from './canary-mail';
import { CanaryPost } from './canary-post';
import { CanaryWatch } from './canary-watch';
import { CANARY_MAILBOX } from './canary.events';
import { canaryProjection } from './canary.projection';

const clock = new FixedClock('2026-03-02T09:00:01.000Z');
const aCanary = (id: string): NewEntry =>
  aNewEntry(`entry-of-${id}`, {
    ...{ authority: CANARY_MAILBOX, stream: `canary-${id}`, type: 'uk.ibex.canary' },
    recordedAt: '2026-03-02T09:00:00.000Z',
  });
const target = 'https://canary.example.org/ibex';

describe('the watch over canaries', () => {
  const watching = (outcome: ChannelOutcome, where: 'posted' | 'nowhere' = 'posted') => {
    const webhook = where === 'posted' ? target : undefined;
    const mailbox = new MemoryMailbox(clock);
    const posted: Subscription[] = [];
    const channel = {
      kind: 'webhook' as const,
      deliver: ({ subscription }: Readonly<{ subscription: Subscription }>) => {
        posted.push(subscription);
        return Promise.resolve(outcome);
      },
    };
    const seen: string[] = [];
    const orders = {
      seen: (canary: string, place: string, sentAt: string, seenAt = 'now') =>
        Promise.resolve(void seen.push([canary, place, sentAt.slice(17, 19), seenAt.slice(-5)].join(' '))),
    };
    const messages = { of: ({ entryId }: Readonly<{ entryId: string }>) => ({ id: entryId }) };
    const post = new CanaryPost(messages as never, { everyMs: 1_000, webhook }, [channel]);
    const places = new CanaryPlaces(mailbox, orders as never, messages as never);
    const bus = new CanaryBus(places, { warn: () => undefined } as never);
    const legs = new CanaryLegs(post, bus);
    const watch = new CanaryWatch(mailbox, new MemoryCursors(), orders as never, legs);
    return { mailbox, posted, seen, look: () => watch.look(new AbortController().signal) };
  };

  it('notes when each was in its mailbox and taken by the endpoint, once', async () => {
    const { mailbox, posted, seen, look } = watching({ kind: 'taken', status: 204 });
    await mailbox.deliver('router', [aCanary('c-1'), aCanary('c-2')], 0);
    expect([await look(), await look()]).toEqual([2, 0]);
    expect(seen).toEqual(['c-1', 'c-2'].flatMap((id) => [`${id} mailbox 00 .000Z`, `${id} webhook 00 now`]));
    expect(posted).toMatchObject([
      { authority: CANARY_MAILBOX, channel: 'webhook', target },
      { authority: CANARY_MAILBOX },
    ]);
  });

  it('does not take an endpoint that fails for one that has seen it', async () => {
    const { mailbox, seen, look } = watching({ kind: 'later', reason: 'webhook/not-reached' });
    await mailbox.deliver('router', [aCanary('c-1')], 0);
    await look();
    expect(seen).toEqual(['c-1 mailbox 00 .000Z']);
  });

  it('posts nowhere unless told where', async () => {
    const { mailbox, posted, look } = watching({ kind: 'taken' }, 'nowhere');
    await mailbox.deliver('router', [aCanary('c-1')], 0);
    await look();
    expect(posted).toEqual([]);
  });
});

describe('canaries on their way', () => {
  it('go past the letters to those who read no mailbox, and everybody else does not', async () => {
    const asked: string[] = [];
    const sortOut = pastCanaries((entries) => {
      asked.push(...entries.map(({ entryId }) => entryId));
      return Promise.resolve([]);
    });
    const letter = aNewEntry('letter');
    expect((await sortOut([letter, aCanary('c-1')])).map(({ entryId }) => entryId)).toEqual(['entry-of-c-1']);
    expect(asked).toEqual(['letter']);
  });
});

describe('missed canaries', () => {
  it.each([
    ['just seen', 0, 0],
    ['one is due', 60, 0],
    ['one did not come', 120, 1],
    ['none for ten times', 660, 10],
  ])('are counted from when one should have come: %s', (_, seconds, missed) => {
    const now = new Date(Date.parse('2026-03-02T09:00:00.000Z') + seconds * 1_000).toISOString();
    expect(missedBy(now, '2026-03-02T09:00:00.000Z', 60_000)).toBe(missed);
  });
});

describe('the view of canaries', () => {
  const rowsOf = (type: string, data: Readonly<Record<string, unknown>>) =>
    canaryProjection.project({ ...aNewFact('f-1', { type, data }), ...place }, []);
  const place = { stream: 'canary-c-1', category: 'canary', revision: 0, position: 0 };
  const at = '2026-03-02T09:00:00.000Z';

  it('keeps the last that was sent, and the last that was seen at each place', () => {
    expect(rowsOf('CanarySent', { canary: 'c-1' })).toEqual([
      { op: 'put', table: 'canaries', row: { place: 'sent', canary: 'c-1', sentAt: at, seenAt: at, ms: 0 } },
    ]);
    const seen = { canary: 'c-1', place: 'webhook', sentAt: at, seenAt: '2026-03-02T09:00:00.250Z', ms: 250 };
    expect(rowsOf('CanarySeen', seen)).toEqual([{ op: 'put', table: 'canaries', row: seen }]);
    expect(canaryProjection.filter).toEqual({ categories: ['canary'] });
  });
});
