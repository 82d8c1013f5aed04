import { Receivers } from '../../support/receivers/receivers';
import { FaultGround, tell, toldOf, within } from '../engines/fault-ground';
import { WHOLE_WITHIN_MS } from '../engines/length';
import { brokenAnytime, brokenPromises, isAllOut } from './broken-promises';
import { whatTheSplitRecorded } from './split-recorded';
import { RELAY_KILLS } from './length';
import { subscribeAll } from './subscribed';
import type { Subscribed } from './subscribed';
import type { Recorded } from './what-was-recorded';

/** After its share is taken over, a receiver that stumbled meanwhile may have to be waited for. */
const ALL_OUT_WITHIN_MS = 120_000;
/** For one kill: all that is waited for, and as much again. */
const TEST_MS = 2 * WHOLE_WITHIN_MS + 60_000;

describe('a split whose relays are killed while they post to webhooks', () => {
  let receivers: Receivers;
  let ground: FaultGround;
  let subscribed: readonly Subscribed[];

  beforeAll(async () => {
    receivers = await Receivers.start();
    await receivers.behave('stumbling', 'stumbles');
    ground = await FaultGround.open({
      counts: { 'intake-api': 1, relay: 2, 'view-api': 1 },
      settings: receivers.environment(),
    });
    const [view] = ground.split.of('view-api');
    subscribed = await subscribeAll(view?.url ?? '', (authority) =>
      ground.split.tokenFor(authority, 'duty-desk'),
    );
  }, 180_000);
  afterAll(async () => {
    await ground.close();
    await receivers.stop();
  }, 60_000);

  const recorded = (): Promise<Recorded> =>
    whatTheSplitRecorded(ground.databaseUrl, ground.split.engines.addresses.eventStore);

  it(
    `leaves no cursor ahead of what was taken over ${String(RELAY_KILLS)} kills, and what one held is posted by the other`,
    async () => {
      for (let kill = 0; kill < RELAY_KILLS; kill += 1) {
        const relay = ground.split.of('relay')[kill % 2];
        const outcome = await ground.through({
          begin: async () => relay?.kill('SIGKILL'),
          lastsMs: 0,
        });
        tell(toldOf('relay with webhooks killed', outcome));
        const stands = await recorded();
        expect(brokenAnytime(stands, await receivers.arrivals(), subscribed)).toEqual([]);
        await relay?.start();
      }
    },
    RELAY_KILLS * TEST_MS,
  );

  it(
    'has brought every entry to every subscriber, in order per child',
    async () => {
      expect(await ground.broken()).toEqual([]);
      const until = performance.now() + ALL_OUT_WITHIN_MS;
      const isOut = async (): Promise<boolean> => {
        const { entries, deliveries } = await recorded();
        const isAllSaid = deliveries.length >= entries.length;
        return isAllSaid && isAllOut(entries, await receivers.count(), subscribed);
      };
      await within(until, 'not every receiver had everything', isOut);
      const arrivals = await receivers.arrivals();
      expect(brokenPromises(await recorded(), arrivals, subscribed)).toEqual([]);
      tell(`${String(arrivals.length)} messages to ${String(subscribed.length)} subscribers`);
    },
    TEST_MS + ALL_OUT_WITHIN_MS,
  );
});
