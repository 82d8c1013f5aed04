import { FixedClock, MemoryCursors, MemoryFeedMemories, MemoryMailbox } from '@ibex/adapters/memory';
import type { Channel, ChannelMessage, ChannelReceiver } from '@ibex/kernel';
import { Desk, ScriptedEndpoint, aSubscription, later } from '../../fixtures/dispatch';
import { BARNET, CROYDON, someEntries } from '../../fixtures/relay';
import type { FeedState } from '../channels/mailbox-feed';
import { BusHeart } from './bus-heart';
import { Pulse } from './pulse';
import { SubscriptionHeart } from './subscription-heart';

const clock = new FixedClock('2026-03-02T09:00:00.000Z');
const pulse = new Pulse(clock, { everyMs: 20, streamEveryMs: 20 });
const secrets = { of: () => Promise.resolve(['whsec_1']) };

const until = async (isSo: () => boolean | Promise<boolean>): Promise<void> => {
  for (const end = Date.now() + 10_000; !(await isSo());) {
    if (Date.now() > end) throw new Error('it does not hold after ten seconds');
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
};
const isBeat = ({ id }: Readonly<{ id: string }>): boolean => id.startsWith('heartbeat-');

/** A channel that keeps whole messages. */
class Listening implements Channel {
  readonly heard: Readonly<{ to: ChannelReceiver; message: ChannelMessage }>[] = [];
  constructor(readonly kind: Channel['kind'] = 'webhook') {}

  deliver(to: ChannelReceiver, message: ChannelMessage): Promise<{ kind: 'taken' }> {
    this.heard.push({ to, message });
    return Promise.resolve({ kind: 'taken' });
  }
}
const state = {
  subscriptionId: 's-1',
  authority: CROYDON,
  settledUpTo: 2,
  waiting: 0,
  phase: 'well',
} as const;

describe('the sign of life of a subscription', () => {
  const mailbox = new MemoryMailbox(clock);
  let heart: SubscriptionHeart | undefined;
  beforeAll(() => mailbox.deliver('router', someEntries(3), 0));
  afterEach(() => heart?.beforeApplicationShutdown());

  const beatingWith = (channel: Channel, change: Partial<FeedState & typeof state> = {}): void => {
    const broughtOut = [{ subscription: aSubscription(), channel, state: { ...state, ...change } }];
    heart = new SubscriptionHeart({ broughtOut: () => broughtOut } as never, mailbox, secrets, pulse);
    heart.onApplicationBootstrap();
  };

  it('says up to where its mailbox goes and its entries were dealt with, signed like an entry', async () => {
    const channel = new Listening();
    beatingWith(channel);
    await until(() => channel.heard.length > 0);
    expect(channel.heard[0]).toEqual({
      to: { subscription: aSubscription(), secrets: ['whsec_1'] },
      message: {
        id: 'heartbeat-s-1-2026-03-02T09:00:00-000Z',
        urgency: 'routine',
        event: {
          specversion: '1.0',
          id: 'heartbeat-s-1-2026-03-02T09:00:00-000Z',
          source: 'urn:ibex:exchange',
          type: 'uk.ibex.heartbeat',
          subject: 's-1',
          time: '2026-03-02T09:00:00.000Z',
          dataschema: 'urn:ibex:schema:uk.ibex.heartbeat:1',
          datacontenttype: 'application/json',
          data: { subscription: 's-1', head: 3, upTo: 2, everySeconds: 0 },
        },
      },
    });
  });

  it('leaves a receiver in peace that is in trouble, and a channel where nobody listens', async () => {
    const [troubled, digest, well] = [new Listening(), new Listening('email-digest'), new Listening()];
    const subscription = aSubscription();
    const broughtOut = [
      {
        subscription: { ...subscription, id: 's-2' },
        channel: troubled,
        state: { ...state, phase: 'failing' },
      },
      { subscription: { ...subscription, id: 's-3' }, channel: digest, state },
      { subscription, channel: well, state },
    ];
    heart = new SubscriptionHeart({ broughtOut: () => broughtOut } as never, mailbox, secrets, pulse);
    heart.onApplicationBootstrap();
    await until(() => well.heard.length > 2);
    expect([troubled.heard, digest.heard]).toEqual([[], []]);
  });

  it('is not sent where it is turned off', async () => {
    const channel = new Listening();
    const off = new Pulse(clock, { everyMs: 0, streamEveryMs: 20 });
    const broughtOut = [{ subscription: aSubscription(), channel, state }];
    heart = new SubscriptionHeart({ broughtOut: () => broughtOut } as never, mailbox, secrets, off);
    heart.onApplicationBootstrap();
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(channel.heard).toEqual([]);
  });

  it.each([
    ['is refused each time', () => later],
    ['is never answered', () => new Promise<typeof later>(() => undefined)],
  ])('holds no entry up, is not repeated and leaves no trace when it %s', async (_, script) => {
    const endpoint = new ScriptedEndpoint();
    endpoint.script = (arrival) => (isBeat(arrival) ? script() : { kind: 'taken' });
    const boxes = [new MemoryMailbox(clock), new MemoryCursors(), new MemoryFeedMemories()] as const;
    const desk = new Desk(...boxes, endpoint);
    const subscription = desk.put();
    const dispatcher = desk.dispatcher();
    await desk.refresh(dispatcher);
    const broughtOut = () =>
      dispatcher.all().map(({ feed }) => ({ subscription, channel: endpoint, state: feed.state() }));
    heart = new SubscriptionHeart({ broughtOut } as never, desk.mailbox, secrets, pulse);
    heart.onApplicationBootstrap();
    await until(() => endpoint.arrivals.some(isBeat));
    await desk.deliver(someEntries(30));
    await until(async () => (await desk.cursor()) === 30);
    const entries = endpoint.arrivals.filter((each) => !isBeat(each));
    expect([entries.length, desk.attempts.length, desk.recorded.length]).toEqual([30, 30, 30]);
    expect(dispatcher.states()).toMatchObject([{ phase: 'well', settledUpTo: 30 }]);
    await heart.beforeApplicationShutdown();
    await dispatcher.stop('s-1');
  });
});

describe('the sign of life on the bus', () => {
  it('goes to each mailbox that has had something and is well, without a number of the mailbox', async () => {
    const mailbox = new MemoryMailbox(clock);
    await mailbox.deliver('router', someEntries(3), 0);
    const feeds: readonly FeedState[] = [
      { authority: CROYDON, confirmedUpTo: 2, oldestPutAt: undefined },
      { authority: BARNET, confirmedUpTo: 0, oldestPutAt: undefined },
      {
        ...{ authority: 'E09000007', confirmedUpTo: 9, oldestPutAt: undefined },
        failing: { code: 'bus/away', attempts: 3, forMs: 1 },
      },
    ];
    const sent: unknown[] = [];
    const bus = { publish: (signs: readonly unknown[]) => Promise.resolve(void sent.push(...signs)) };
    const heart = new BusHeart({ states: () => feeds }, bus, mailbox, pulse);
    heart.onApplicationBootstrap();
    await until(() => sent.length > 1);
    await heart.beforeApplicationShutdown();
    const [first] = sent;
    expect(first).toMatchObject({
      authority: CROYDON,
      key: 'heartbeat',
      event: { type: 'uk.ibex.heartbeat', subject: CROYDON, data: { head: 3, upTo: 2 } },
    });
    expect(JSON.stringify(sent)).not.toMatch(/sequence|E09000003|E09000007/);
  });
});
