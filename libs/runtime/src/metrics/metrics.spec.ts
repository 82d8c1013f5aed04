import { METRIC_NAMES } from './metric-names';
import { atMostEvery } from './collected-gauge';
import { LabelValues } from './label-values';
import { Metrics } from './metrics';

const linesOf = async (metrics: Metrics, start: string): Promise<readonly string[]> =>
  (await metrics.text()).split('\n').filter((line) => line.startsWith(start));

describe('what a process counts', () => {
  it('is commands by type, refusals by code and answers by the pattern of the route', async () => {
    const metrics = new Metrics();
    metrics.accepted('NotifyPlacement');
    metrics.accepted('NotifyPlacement');
    metrics.refused('placement/not-active');
    metrics.answered({ route: '/v1/placements/:id', method: 'POST', status: 409, seconds: 0.004 });
    metrics.appended(0.0004);
    expect(await linesOf(metrics, 'ibex_commands')).toEqual([
      'ibex_commands_accepted_total{type="NotifyPlacement"} 2',
      'ibex_commands_refused_total{code="placement/not-active"} 1',
    ]);
    expect(await linesOf(metrics, 'ibex_http_request_seconds_count')).toEqual([
      'ibex_http_request_seconds_count{route="/v1/placements/:id",method="POST",status="409"} 1',
    ]);
    expect(await linesOf(metrics, 'ibex_append_seconds_bucket{le="0.001"}')).toEqual([
      'ibex_append_seconds_bucket{le="0.001"} 1',
    ]);
  });

  it('is tries to reach subscribers by outcome, and how long entries took to be taken', async () => {
    const metrics = new Metrics();
    metrics.attempted('webhook', 'later');
    metrics.attempted('webhook', 'later');
    metrics.delivered({ channel: 'webhook', lane: 'urgent', seconds: 0.2 });
    expect(await linesOf(metrics, 'ibex_delivery_attempts_total{')).toEqual([
      'ibex_delivery_attempts_total{channel="webhook",outcome="later"} 2',
    ]);
    expect(await linesOf(metrics, 'ibex_delivery_seconds_sum')).toEqual([
      'ibex_delivery_seconds_sum{channel="webhook",lane="urgent"} 0.2',
    ]);
  });

  it('is its own: two applications in one process do not share it', async () => {
    const [one, other] = [new Metrics(), new Metrics()];
    one.accepted('NotifyPlacement');
    expect(await linesOf(other, 'ibex_commands_accepted_total{')).toEqual([]);
  });

  it('has memory and processor only once somebody wants to read them', async () => {
    const metrics = new Metrics();
    expect(await linesOf(metrics, 'process_')).toEqual([]);
    metrics.observeProcess();
    metrics.observeProcess();
    expect((await linesOf(metrics, 'process_resident_memory_bytes')).length).toBe(1);
  });
});

describe('a label', () => {
  it('takes no sentence, name with a space or address', async () => {
    const metrics = new Metrics();
    for (const text of ['Ada Canary', 'ada@example.org', '1 Lovelace Road', 'x'.repeat(121), '', 'a"b'])
      metrics.refused(text);
    expect(await linesOf(metrics, 'ibex_commands_refused_total{')).toEqual([
      'ibex_commands_refused_total{code="other"} 6',
    ]);
  });

  it('has a bounded number of values, whatever is sent', () => {
    const values = new LabelValues(2);
    expect(['a', 'b', 'c', 'a'].map((value) => values.safe(value))).toEqual(['a', 'b', 'other', 'a']);
  });
});

describe('a gauge that is read from its sources', () => {
  const gauged = (kind: string, value: number) => ({ labels: { kind }, value });

  it('shows what they say when somebody looks, side by side, and no old figures', async () => {
    const metrics = new Metrics();
    let late = [gauged('visit', 2), gauged('review', 1)];
    metrics.gaugeFrom('ibex_duties_late', 'Late.', ['kind'], () => late);
    metrics.gaugeFrom('ibex_duties_late', 'Late.', ['kind'], () => Promise.resolve([gauged('call', 7)]));
    expect(await linesOf(metrics, 'ibex_duties_late')).toEqual([
      'ibex_duties_late{kind="visit"} 2',
      'ibex_duties_late{kind="review"} 1',
      'ibex_duties_late{kind="call"} 7',
    ]);
    late = [];
    expect(await linesOf(metrics, 'ibex_duties_late')).toEqual(['ibex_duties_late{kind="call"} 7']);
  });

  it('leaves out a source that fails, and the others stand', async () => {
    const metrics = new Metrics();
    metrics.gaugeFrom('ibex_duties_late', 'Late.', ['kind'], () => Promise.reject(new Error('away')));
    metrics.gaugeFrom('ibex_leases_held', 'Held.', ['group'], () => [{ labels: { group: 'bus' }, value: 3 }]);
    expect(await linesOf(metrics, 'ibex_duties_late')).toEqual([]);
    expect(await linesOf(metrics, 'ibex_leases_held')).toEqual(['ibex_leases_held{group="bus"} 3']);
  });

  it('does not wait for a source that hangs', async () => {
    jest.useFakeTimers();
    const metrics = new Metrics();
    metrics.gaugeFrom('ibex_duties_late', 'Late.', ['kind'], () => new Promise(() => undefined));
    const reading = linesOf(metrics, 'ibex_duties_late');
    await jest.advanceTimersByTimeAsync(2_000);
    jest.useRealTimers();
    expect(await reading).toEqual([]);
  });

  it('is counted no oftener than asked for', async () => {
    let counts = 0;
    const count = atMostEvery(60_000, () => (counts += 1));
    expect([await count(), await count(), counts]).toEqual([1, 1, 1]);
  });
});

describe('the names of measures', () => {
  it('are those that dashboards are checked against', async () => {
    const metrics = new Metrics();
    const known = await metrics.text();
    const counted = METRIC_NAMES.filter((name) => known.includes(`# TYPE ${name} `));
    expect(counted).toEqual([
      'ibex_commands_accepted_total',
      'ibex_commands_refused_total',
      'ibex_append_seconds',
      'ibex_http_request_seconds',
      'ibex_channel_set_aside_total',
      'ibex_delivery_attempts_total',
      'ibex_delivery_seconds',
    ]);
  });
});
