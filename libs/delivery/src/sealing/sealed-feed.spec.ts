import { MemoryCursors, MemoryFeedMemories, MemoryMailbox } from '@ibex/adapters/memory';
import type { ChannelMessage, ChannelOutcome } from '@ibex/kernel';
import {
  Desk,
  ScriptedEndpoint,
  SECOND,
  aSubscription,
  entriesAbout,
  numberOf,
} from '../../fixtures/dispatch';
import type { SealedDetail, SealedDetails } from './sealed-details';
import { SealedFeed } from './sealed-feed';
import { SealingHeld } from './sealing-held';

/** Keeps the data of what it took. */
class KeepingEndpoint extends ScriptedEndpoint {
  readonly data: unknown[] = [];

  override async deliver(...given: Parameters<ScriptedEndpoint['deliver']>): Promise<ChannelOutcome> {
    const outcome = await super.deliver(...given);
    const message: ChannelMessage = given[1];
    if (outcome.kind === 'taken') this.data.push(message.event['data']);
    return outcome;
  }
}

/** Keys and details as one: a name of a key, nothing to seal to, or nothing to be seen. */
class Sealing {
  kid: string | undefined = 'k1';
  isSeen = true;
  details: Pick<SealedDetails, 'of'> = {
    of: ({ entryId }): Promise<SealedDetail | undefined> => {
      const { kid } = this;
      if (kid === undefined) return Promise.reject(new SealingHeld('sealing/no-usable-key'));
      return Promise.resolve(this.isSeen ? { sealed: `${kid}:${entryId}`, kid } : undefined);
    },
  };
}

const pass = (ms: number): Promise<void> => jest.advanceTimersByTimeAsync(ms);

describe('a subscription that brings sealed details', () => {
  const subscription = aSubscription({ payload: 'sealed' });
  let sealing: Sealing;
  let endpoint: KeepingEndpoint;
  let desk: Desk;
  let said: string[];

  beforeEach(() => {
    jest.useFakeTimers();
    sealing = new Sealing();
    endpoint = new KeepingEndpoint();
    desk = new Desk(new MemoryMailbox(), new MemoryCursors(), new MemoryFeedMemories(), endpoint);
    said = [];
  });
  afterEach(() => jest.useRealTimers());

  const begin = (details: SealedFeed) => {
    const feed = desk.feed(subscription, {
      toEvent: ({ entryId }) => ({ id: entryId, data: { kind: 'Placed' } }),
      seal: (entry, event) => details.seal(entry, event),
    });
    feed.start();
    return feed;
  };
  const stop = async (feed: Readonly<{ stop(): Promise<void> }>): Promise<void> => {
    const stopped = feed.stop();
    await pass(5 * SECOND);
    await stopped;
  };
  const sealedFeed = (details: Sealing['details'] | undefined): SealedFeed => {
    const log: ConstructorParameters<typeof SealedFeed>[2] = {
      info: (what) => said.push(what),
      warn: (what, _, fields) => said.push(`${what} ${String(fields?.code)}`),
    };
    // a detail is all that a feed asks of whoever seals
    return new SealedFeed(subscription, details as SealedDetails | undefined, log);
  };

  it('puts them beside the thin data', async () => {
    await desk.deliver(entriesAbout('a'));
    const feed = begin(sealedFeed(sealing.details));
    await pass(SECOND);
    expect(endpoint.data).toEqual([{ kind: 'Placed', sealed: expect.stringMatching(/^k1:/) as string }]);
    await stop(feed);
  });

  it('holds everything while there is nothing to seal to, and then goes on in order', async () => {
    sealing.kid = undefined;
    await desk.deliver(entriesAbout('a', 'b', 'a'));
    const feed = begin(sealedFeed(sealing.details));
    await pass(30 * SECOND);
    expect(endpoint.arrivals).toEqual([]);
    expect(await desk.cursor()).toBe(0);
    expect(said).toEqual(['subscription-held sealing/no-usable-key']);
    sealing.kid = 'k2';
    await pass(20 * SECOND);
    expect(endpoint.seen).toEqual([1, 2, 3]);
    expect(JSON.stringify(endpoint.data)).not.toContain('k1:');
    expect(said.slice(1)).toEqual(['subscription-goes-on']);
    await stop(feed);
  });

  it('seals anew for each try, so that what failed before a revocation leaves under another key', async () => {
    endpoint.script = ({ tries }) =>
      tries === 1 ? { kind: 'later', reason: 'webhook/server-fault' } : { kind: 'taken' };
    await desk.deliver(entriesAbout('a'));
    const details = sealedFeed(sealing.details);
    const feed = begin(details);
    await pass(100);
    sealing.kid = 'k2';
    await pass(10 * SECOND);
    expect(endpoint.data).toEqual([{ kind: 'Placed', sealed: expect.stringMatching(/^k2:/) as string }]);
    expect(endpoint.tried.map(String)).toEqual(['1', '1']);
    const [entry] = await desk.mailbox.read(subscription.authority, 0, 1);
    expect(entry && numberOf(entry.entryId)).toBe(1);
    expect(entry && details.takeKid(entry)).toBe('k2');
    expect(entry && details.takeKid(entry)).toBeUndefined();
    await stop(feed);
  });

  it('sends thin what the recipient may not see any more', async () => {
    sealing.isSeen = false;
    await desk.deliver(entriesAbout('a'));
    const feed = begin(sealedFeed(sealing.details));
    await pass(SECOND);
    expect(endpoint.data).toEqual([{ kind: 'Placed' }]);
    await stop(feed);
  });

  it('holds everything in a process that cannot seal', async () => {
    await desk.deliver(entriesAbout('a'));
    const feed = begin(sealedFeed(undefined));
    await pass(30 * SECOND);
    expect(endpoint.arrivals).toEqual([]);
    expect(said).toEqual(['subscription-held sealing/not-set-up']);
    await stop(feed);
  });
});
