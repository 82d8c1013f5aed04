import { EventStoreDbStore } from '@ibex/adapters/eventstoredb';
import type { RecordedFact, Role } from '@ibex/kernel';
import { startSplit } from '../../apps/cli/src/engines/split';
import type { AppProcess, Split } from '../../apps/cli/src/engines/split';
import { Desk } from '../support/desk';
import type { Body } from '../support/desk';
import { leasesHeld } from '../support/engines/leases-held';
import { openWebhook } from '../support/receivers/open-webhook';
import { Receivers } from '../support/receivers/receivers';
import type { Arrival } from '../support/receivers/receiver.orders';

const CAMDEN = 'E09000007';
const CROYDON = 'E09000008';
/** What a killed process held is taken over within this, measured by what a receiver sees. */
const REPLACED_WITHIN_MS = 10_000;
const HOUR_MS = 3_600_000;

jest.setTimeout(60_000);

const hoursAgo = (hours: number): string => new Date(Date.now() - hours * HOUR_MS).toISOString();
const aChild = (localId: string): object => ({
  ...{ localId, forename: 'Invented', surname: 'Child', dateOfBirth: '2012-04-05' },
});
const until = async (what: string, isSo: () => Promise<boolean>, forMs = 40_000): Promise<void> => {
  const lastAtMs = performance.now() + forMs;
  while (!(await isSo())) {
    if (performance.now() > lastAtMs) throw new Error(`waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

describe('subscriptions, mending, clocks and desks over two relays and a view-api', () => {
  let receivers: Receivers;
  let split: Split;
  let webhook = '';

  beforeAll(async () => {
    receivers = await Receivers.start();
    split = await startSplit({
      ...{ kafka: 'none', members: [CAMDEN, CROYDON], settings: receivers.environment() },
      counts: { 'intake-api': 1, relay: 2, 'view-api': 1 },
    });
  }, 120_000);
  afterAll(async () => {
    await split.stopAll();
    await receivers.stop();
  }, 60_000);

  const only = (app: 'intake-api' | 'view-api'): string => split.of(app)[0]?.url ?? '';
  const desk = (authority: string, role: Role): Desk =>
    new Desk(
      { commands: only('intake-api'), questions: only('view-api') },
      (gss, given) => split.tokenFor(gss, given),
      ...([authority, role] as const),
    );
  /** An authority's desk at the view-api, which takes what it manages itself. */
  const own = (authority: string): Desk =>
    new Desk(only('view-api'), (gss) => split.tokenFor(gss, 'duty-desk'), authority, 'duty-desk');
  const camden = (): Desk => desk(CAMDEN, 'placing-practitioner');
  const post = async (from: Desk, path: string, body: object): Promise<Body> => {
    const answer = await from.post(path, body);
    expect([answer.status < 300, answer.body]).toEqual([true, answer.body]);
    return answer.body;
  };
  const place = async (localId: string): Promise<Body> =>
    post(camden(), '/v1/placements', {
      ...{ child: aChild(localId), notice: 'planned', startsOn: '2026-03-02', host: CROYDON },
      placementType: 'U6',
    });
  const holderOf = async (group: string): Promise<AppProcess> => {
    const relays = split.of('relay').filter(({ isRunning }) => isRunning);
    const held = await Promise.all(relays.map((relay) => leasesHeld(relay, group)));
    const [holder] = relays.filter((_, at) => (held[at] ?? 0) > 0);
    if (!holder) throw new Error(`no relay has work of ${group}`);
    return holder;
  };
  const arrived = async (): Promise<readonly Arrival[]> =>
    (await receivers.arrivals()).filter(({ to }) => to === 'well-1');
  const inbox = async (authority: string): Promise<readonly Body[]> => {
    const { body } = await own(authority).get('/v1/inbox?limit=500');
    return body['entries'] as readonly Body[];
  };
  const recorded = async (category: string): Promise<readonly RecordedFact[]> => {
    const store = new EventStoreDbStore({ connectionString: split.engines.addresses.eventStore });
    const found: RecordedFact[] = [];
    for await (const facts of store.readAll({ filter: { categories: [category] } })) found.push(...facts);
    await store.close();
    return found;
  };

  it('bring out by a relay what was subscribed to at the view-api, and show the tries there', async () => {
    webhook = await openWebhook(only('view-api'), await split.tokenFor(CROYDON, 'duty-desk'), {
      receiver: 'well-1',
    });
    const { recordRef } = await place('SD-1');
    await until('the webhook has arrived', async () =>
      (await arrived()).some((one) => one.child === recordRef),
    );
    const attempts = async (query = ''): Promise<readonly Body[]> => {
      const { body } = await own(CROYDON).get(`/v1/subscriptions/${webhook}/attempts${query}`);
      return body['attempts'] as readonly Body[];
    };
    await until('the try is listed', async () => (await attempts()).length > 0);
    expect(await attempts('?outcome=taken')).toEqual([
      {
        ...{ sequence: 1, outcome: 'taken', status: 204 },
        ...{ at: expect.any(String) as string, durationMs: expect.any(Number) as number },
      },
    ]);
    expect(await attempts('?outcome=refused')).toEqual([]);
    expect((await own(CAMDEN).get(`/v1/subscriptions/${webhook}/attempts`)).status).toBe(404);
  });

  it('go on within ten seconds when the relay that posts is killed: nothing lost, in order per child', async () => {
    const told: string[] = [];
    const over = new AbortController();
    const posting = (async () => {
      for (let turn = 0; !over.signal.aborted; turn += 1) {
        const { id } = await place(`SD-load-${String(turn % 5)}-${String(turn)}`);
        told.push(String(id));
        await new Promise((resolve) => setTimeout(resolve, 60));
      }
    })();
    await until('some have arrived', async () => (await arrived()).length > 20);
    const holder = await holderOf('channels');
    await holder.kill('SIGKILL');
    const before = (await arrived()).length;
    const killedAtMs = performance.now();
    await until('another posts', async () => (await arrived()).length > before + 3);
    const goesOnAfterMs = performance.now() - killedAtMs;
    over.abort();
    await posting;
    process.stdout.write(`${holder.name} killed: webhooks go on after ${Math.round(goesOnAfterMs)} ms\n`);
    expect(goesOnAfterMs).toBeLessThan(REPLACED_WITHIN_MS);
    const entries = async (): Promise<number> => (await inbox(CROYDON)).length;
    await until('all are in the mailbox', async () => (await entries()) >= told.length + 1);
    const wanted = await entries();
    const different = async (): Promise<number> => new Set((await arrived()).map(({ id }) => id)).size;
    await until('all have arrived', async () => (await different()) >= wanted);
    const seen = new Map((await arrived()).map(({ id, sequence, child }) => [id, { sequence, child }]));
    const numbers = [...seen.values()].map(({ sequence }) => sequence);
    expect([...numbers].sort((a, b) => a - b)).toEqual(numbers.map((_, at) => at + 1));
    for (const child of new Set([...seen.values()].map((one) => one.child))) {
      const ours = [...seen.values()].filter((one) => one.child === child).map(({ sequence }) => sequence);
      expect(ours).toEqual([...ours].sort((a, b) => a - b));
    }
    await holder.start();
  });

  it('send history again by order from the view-api, with the same ids', async () => {
    const before = await arrived();
    const { id: replayId } = await post(own(CROYDON), `/v1/subscriptions/${webhook}/replay`, {
      fromSequence: 1,
    });
    expect(replayId).toEqual(expect.any(String));
    const again = async (): Promise<readonly Arrival[]> => (await arrived()).slice(before.length);
    const wanted = new Set(before.map(({ id }) => id));
    await until('it was sent again', async () => (await again()).length >= wanted.size);
    expect(new Set((await again()).map(({ id }) => id))).toEqual(wanted);
    await until('it is on record as finished', async () =>
      (await recorded('mending')).some(({ type }) => type === 'ReplayFinished'),
    );
  });

  it('wait while a subscription is paused at the view-api, and go on when it is resumed', async () => {
    await post(own(CROYDON), `/v1/subscriptions/${webhook}/pause`, { forHours: 1, because: 'maintenance' });
    const shown = async (): Promise<Body> => (await own(CROYDON).get(`/v1/subscriptions/${webhook}`)).body;
    expect(await shown()).toMatchObject({ state: 'paused', pausedUntil: expect.any(String) as string });
    const held = async (): Promise<number> => {
      const counts = await Promise.all(split.of('relay').map((relay) => leasesHeld(relay, 'channels')));
      return counts.reduce((sum, count) => sum + count, 0);
    };
    await until('no relay has it', async () => (await held()) === 0);
    const { recordRef } = await place('SD-paused');
    await until('it is in the mailbox', async () =>
      (await inbox(CROYDON)).some(({ subject }) => subject === recordRef),
    );
    expect((await arrived()).some(({ child }) => child === recordRef)).toBe(false);
    await post(own(CROYDON), `/v1/subscriptions/${webhook}/resume`, {});
    await until('it has arrived', async () => (await arrived()).some(({ child }) => child === recordRef));
  });

  it('find a late duty and pass it to the desk that its authority named, once, with two relays', async () => {
    await post(own(CAMDEN), '/v1/desks', { desk: 'night-team', role: 'Night team', always: true });
    await post(own(CAMDEN), '/v1/desks/escalations', {
      kind: 'return-interview',
      steps: [{ desk: 'night-team', afterMinutes: 0 }],
    });
    const late = async (localId: string): Promise<string> => {
      const { id } = await post(camden(), '/v1/missing-episodes', {
        ...{ child: aChild(localId), kind: 'M', from: 'care', host: CROYDON, risk: 'high' },
        lastSeen: { at: hoursAgo(120) },
      });
      await post(camden(), `/v1/missing-episodes/${String(id)}/found`, { when: { at: hoursAgo(80) } });
      return `missing-${String(id)}`;
    };
    const steps = async (notice: string): Promise<readonly unknown[]> =>
      (await recorded('clock'))
        .filter(({ data }) => data['notice'] === notice && data['kind'] === 'return-interview')
        .map(({ type, data }) => [type, data['told']]);
    const escalated = [
      ['DutyWarned', undefined],
      ['DutyLate', undefined],
      ['EscalationStepped', 'night-team'],
    ];
    const first = await late('SD-late-1');
    await until('it was passed on', async () => (await steps(first)).length >= escalated.length);
    const holder = await holderOf('clocks');
    await holder.kill('SIGKILL');
    const second = await late('SD-late-2');
    await until('the other has passed it on', async () => (await steps(second)).length >= escalated.length);
    await holder.start();
    const messages = async (): Promise<readonly Body[]> =>
      (await inbox(CAMDEN)).filter(({ type }) => type === 'uk.ibex.clock.escalation-stepped');
    await until('both are in the mailbox', async () => (await messages()).length >= 2);
    // both relays look again at the shares that moved
    await until('both have clocks', async () => {
      const held = await Promise.all(split.of('relay').map((relay) => leasesHeld(relay, 'clocks')));
      return held.every((count) => count > 0);
    });
    expect([await steps(first), await steps(second)]).toEqual([escalated, escalated]);
    expect(await messages()).toHaveLength(2);
  });
});
