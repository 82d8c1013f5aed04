import { FixedClock } from '../../memory';
import type { AbortSignalLike, ChannelMessage, Subscription } from '@ibex/kernel';
import type { PosterOptions } from '../post/guarded-post';
import { newHmacSecret } from '../signing/webhook-secret';
import { WebhookChannel } from './webhook-channel';

const message: ChannelMessage = { id: 'e-1', urgency: 'prompt', event: { id: 'e-1' } };
const subscription: Subscription = {
  id: 's-1',
  authority: 'E09000008',
  name: 'duty desk',
  channel: 'webhook',
  target: 'https://receiver.croydon.gov.uk/ibex',
  filter: {},
  startsAfter: 0,
  state: 'live',
  revision: 1,
};
const secrets = [newHmacSecret()];
const clock = new FixedClock('2026-03-02T09:00:00.000Z');
const asked: string[] = [];
const resolvingTo = (address: string): PosterOptions => ({
  resolve: (host, done) => {
    asked.push(host);
    if (address === '') done(new Error('ENOTFOUND'), []);
    else done(null, [{ address, family: 4 }]);
  },
});

describe('a webhook before anything is sent', () => {
  beforeEach(() => {
    asked.length = 0;
  });

  it('is not sent unsigned', async () => {
    const channel = new WebhookChannel(clock, resolvingTo('93.184.216.34'));
    expect(await channel.deliver({ subscription, secrets: [] }, message)).toEqual({
      kind: 'later',
      reason: 'webhook/no-secret',
    });
    expect(asked).toEqual([]);
  });

  it.each([
    '',
    'http://receiver.croydon.gov.uk/',
    'https://10.0.0.8/',
    'https://me:word@receiver.croydon.gov.uk/',
  ])('is not sent to %p, whenever that was registered', async (target) => {
    const channel = new WebhookChannel(clock, resolvingTo('93.184.216.34'));
    const outcome = await channel.deliver({ subscription: { ...subscription, target }, secrets }, message);
    expect(outcome).toMatchObject({ kind: 'later', reason: expect.stringMatching(/^target\//) as string });
    expect(asked).toEqual([]);
  });

  it('is not sent to a name that has come to stand at a private address', async () => {
    const channel = new WebhookChannel(clock, resolvingTo('10.0.0.8'));
    expect(await channel.deliver({ subscription, secrets }, message)).toEqual({
      kind: 'later',
      reason: 'target/address-not-public',
    });
  });

  it('waits for a name that is not found', async () => {
    const channel = new WebhookChannel(clock, resolvingTo(''));
    expect(await channel.deliver({ subscription, secrets }, message)).toEqual({
      kind: 'later',
      reason: 'webhook/not-reached',
    });
  });

  it('leaves nothing behind at the signal of its feed, which outlives every try', async () => {
    const channel = new WebhookChannel(clock, resolvingTo(''));
    const listeners = new Set<() => void>();
    const signal: AbortSignalLike = {
      aborted: false,
      addEventListener: (_, listener) => void listeners.add(listener),
      removeEventListener: (_, listener) => void listeners.delete(listener),
    };
    const tried = channel.deliver({ subscription, secrets }, message, signal);
    expect(listeners.size).toBe(1);
    await tried;
    expect(listeners.size).toBe(0);
  });
});
