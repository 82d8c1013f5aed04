import { SubscriptionDispatch } from './subscription-dispatch';
import type { DispatchPorts } from './subscription-dispatch';
import { USUAL_DISPATCH } from './dispatch.settings';

/** What a dispatcher tells of reading subscriptions that fails at these looks, counted from 1, until it has looked so often. */
const toldOf = async (failsAt: (look: number) => boolean, until: number): Promise<readonly number[]> => {
  const told: number[] = [];
  let looks = 0;
  let enough = (): void => undefined;
  const looked = new Promise<void>((resolve) => (enough = resolve));
  const open = (): Promise<readonly []> => {
    looks += 1;
    if (looks === until + 1) enough();
    return failsAt(looks) ? Promise.reject(new Error('no such view')) : Promise.resolve([]);
  };
  const none = { list: { redriven: () => Promise.resolve([]), openReplays: () => Promise.resolve([]) } };
  const ports = {
    settings: { ...USUAL_DISPATCH, lookEveryMs: 0 },
    ...{
      channels: [],
      subscriptions: { open },
      mending: { ...none, orders: {} },
      work: { does: () => true },
    },
    clock: { now: () => '2026-03-02T09:00:00.000Z' },
    log: { warn: () => told.push(looks) },
  };
  const dispatch = new SubscriptionDispatch(ports as unknown as DispatchPorts);
  dispatch.onApplicationBootstrap();
  await looked;
  await dispatch.beforeApplicationShutdown();
  return told;
};

describe('a dispatcher that starts', () => {
  it('tells nothing of views that are being built', async () => {
    expect(await toldOf((look) => look <= 4, 6)).toEqual([]);
  });

  it('tells of what is not there after a while, ever more seldom', async () => {
    expect(await toldOf(() => true, 17)).toEqual([8, 16]);
  });

  it('tells at once of what goes away later', async () => {
    expect(await toldOf((look) => look > 2 && look < 6, 8)).toEqual([3, 4]);
  });
});
