import { KafkaNoticeSource } from '@ibex/adapters/kafka';
import { MemoryQuarantine, Subscriber } from '@ibex/subscriber';
import type { Heartbeat, Silence } from '@ibex/subscriber';
import type { Role } from '@ibex/kernel';
import { startSplit } from '../../apps/cli/src/engines/split';
import type { Split } from '../../apps/cli/src/engines/split';
import { Desk, eventually } from '../support/desk';
import type { Body } from '../support/desk';

const CAMDEN = 'E09000007';
const CROYDON = 'E09000008';

jest.setTimeout(60_000);

describe('signs of life of an exchange split over processes', () => {
  let split: Split;
  const beats: Heartbeat[] = [];
  const silences: Silence[] = [];
  const got: string[] = [];
  let subscriber: Subscriber;
  let running: Promise<void>;

  beforeAll(async () => {
    const settings = { IBEX_HEARTBEAT_SECONDS: '1', IBEX_CANARY_MINUTES: '1' };
    const counts = { 'intake-api': 1, relay: 2, 'view-api': 1 };
    split = await startSplit({ members: [CAMDEN, CROYDON], counts, settings });
    const connection = { brokers: split.engines.addresses.kafka.split(','), clientId: 'croydon' };
    subscriber = new Subscriber({
      source: new KafkaNoticeSource({ connection, authority: CROYDON }),
      ...{ handlers: {}, quarantine: new MemoryQuarantine() },
      fallback: ({ type }) => Promise.resolve(void got.push(type)),
      onHeartbeat: (beat) => beats.push(beat),
      onSilence: (silence) => silences.push(silence),
    });
    running = subscriber.run();
  }, 180_000);
  afterAll(async () => {
    await subscriber.stop();
    await running;
    await split.stopAll();
  }, 60_000);

  const desk = (authority: string, role: Role): Desk => {
    const [intake, view] = [split.of('intake-api')[0]?.url ?? '', split.of('view-api')[0]?.url ?? ''];
    const token = (gss: string, given = role): Promise<string> => split.tokenFor(gss, given);
    return new Desk({ commands: intake, questions: view }, token, authority, role);
  };

  it('come on the topic of an authority that has been told something, and are none of its notices', async () => {
    const child = { localId: 'LIFE-1', forename: 'Invented', surname: 'Child' };
    const stay = { notice: 'planned', startsOn: '2026-03-02', host: CROYDON, placementType: 'U6' };
    const posted = await desk(CAMDEN, 'placing-practitioner').post('/v1/placements', { child, ...stay });
    expect(posted.status).toBe(201);
    const heard = await eventually(
      () => Promise.resolve(beats.length),
      (count) => count > 1 && got.length > 0,
    );
    expect(heard).toBeGreaterThan(1);
    expect(got).toEqual(['uk.ibex.placement.notified']);
    expect(beats.at(-1)?.event).toMatchObject({
      subject: CROYDON,
      data: { head: 1, upTo: 1, everySeconds: 1 },
    });
    expect(silences).toEqual([]);
  });

  it('a canary ordered at one process is routed by another, and its time is read at the first', async () => {
    const operator = desk(CROYDON, 'operator');
    // only a process that has the clocks sees canaries arrive
    const view = split.of('view-api')[0]?.url ?? '';
    const headers = {
      authorization: `Bearer ${await split.tokenFor(CROYDON, 'operator')}`,
      'idempotency-key': 'life-canary',
    };
    const sent = await fetch(`${view}/v1/status/canary`, { method: 'POST', headers });
    expect(sent.status).toBe(200);
    const places = async (): Promise<readonly Body[]> => {
      const { body } = await operator.get('/v1/status/canary');
      return (body['places'] as readonly Body[]).toSorted((a, b) =>
        String(a['place']) < String(b['place']) ? -1 : 1,
      );
    };
    const seen = await eventually(
      places,
      (all) => all.filter((place) => place['isLatest'] === true).length === 2,
    );
    expect(seen).toMatchObject([
      { place: 'kafka', isLatest: true },
      { place: 'mailbox', isLatest: true },
    ]);
    expect((await desk(CROYDON, 'duty-desk').get('/v1/inbox')).body).toMatchObject({ head: 1 });
  });

  it('say in the register how the placing authority posts', async () => {
    const { body } = await desk(CROYDON, 'duty-desk').get('/v1/registers/placed-here');
    expect(body['completeness']).toMatchObject({
      feeds: [{ authority: CAMDEN, state: 'too-few-to-say' }],
      link: '/v1/status/authorities',
    });
    const status = await desk(CAMDEN, 'duty-desk').get('/v1/status/authorities');
    expect(status.body['items']).toMatchObject([{ authority: CAMDEN }, { authority: CROYDON }]);
  });
});
