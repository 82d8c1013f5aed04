import { SubscriptionRunner } from '@ibex/runtime';
import type { Agent } from './support/agent';
import { BOROUGHS, ConsoleInProcess } from './support/console-in-process';

const { croydon } = BOROUGHS;
const PATH = '/console/governance/subscriptions';

let ibex: ConsoleInProcess;
let desk: Agent;
beforeAll(async () => {
  ibex = await ConsoleInProcess.start();
  desk = await ibex.as(croydon, 'duty-desk');
});
afterAll(() => ibex.stop());

const opened = async (): Promise<string> => {
  const channel = await desk.send(await desk.get(PATH), {}, { action: '/drafts' });
  const details = await desk.send(channel, { channel: 'pull-feed' });
  const filter = await desk.send(details, { name: 'Night desk', desk: '', startsAt: 'beginning' });
  const check = await desk.send(filter, {});
  return (await desk.send(check, {}, { action: 'check' })).path.split('?')[0] ?? '';
};

/** Resolves when somebody first waits for the views to come further than they are. */
const somebodyWaits = (): Promise<void> =>
  new Promise((resolve) => {
    const runner = ibex.exchange.part<SubscriptionRunner>(SubscriptionRunner);
    const caughtUpTo = runner.caughtUpTo.bind(runner);
    jest.spyOn(runner, 'caughtUpTo').mockImplementation((position, timeoutMs) => {
      resolve();
      return caughtUpTo(position, timeoutMs);
    });
  });

describe('a person who has just done something', () => {
  afterEach(() => jest.restoreAllMocks());

  it('sees it on the next page, however far the views are', async () => {
    const path = await opened();
    const form = await desk.get(`${path}/close`);
    const list = await ibex.exchange.withAllFollowersStill(async () => {
      const waits = somebodyWaits();
      const next = desk.send(form, { because: 'not-needed-any-more' }).then(() => desk.get(PATH));
      await waits;
      return { next };
    });
    expect((await list.next).text).toContain('No subscription is open.');
  }, 30_000);

  it('sees what there is where the views do not come', async () => {
    const path = await opened();
    const form = await desk.get(`${path}/close`);
    const page = await ibex.exchange.withAllFollowersStill(() =>
      desk.send(form, { because: 'not-needed-any-more' }).then(() => desk.get(PATH)),
    );
    expect(page.text).toContain('Night desk');
  }, 60_000);
});
