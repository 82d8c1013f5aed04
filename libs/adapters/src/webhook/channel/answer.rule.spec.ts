import { toOutcome, toRetryAfterMs } from './answer.rule';

const NOW = Date.parse('2026-03-02T09:00:00.000Z');
const of = (status: number, retryAfter?: string) => toOutcome({ status, retryAfter }, NOW);

describe('the answer of a webhook’s endpoint', () => {
  it.each([200, 201, 202, 204, 299])('%i: it was taken', (status) => {
    expect(of(status)).toEqual({ kind: 'taken', status });
  });

  it.each([
    [301, 'webhook/redirected'],
    [307, 'webhook/redirected'],
    [401, 'webhook/not-let-in'],
    [403, 'webhook/not-let-in'],
    [404, 'webhook/not-found'],
    [408, 'webhook/timed-out'],
    [429, 'webhook/busy'],
    [500, 'webhook/server-fault'],
    [502, 'webhook/server-fault'],
    [503, 'webhook/server-fault'],
    [599, 'webhook/server-fault'],
    [0, 'webhook/server-fault'],
  ])('%i: the endpoint is in trouble (%s)', (status, reason) => {
    expect(of(status)).toEqual({ kind: 'later', reason, status });
  });

  it.each([400, 402, 405, 406, 409, 411, 413, 415, 418, 422, 451])(
    '%i: it does not want this one',
    (status) => {
      expect(of(status)).toEqual({ kind: 'refused', reason: 'webhook/refused', status });
    },
  );

  it('410: it wants nothing more', () => {
    expect(of(410)).toEqual({ kind: 'gone', reason: 'webhook/gone', status: 410 });
  });

  it('may say when to come again, in seconds or as a date', () => {
    expect(of(429, '120')).toMatchObject({ kind: 'later', retryAfterMs: 120_000 });
    expect(of(503, 'Mon, 02 Mar 2026 09:05:00 GMT')).toMatchObject({ kind: 'later', retryAfterMs: 300_000 });
  });

  it.each([undefined, '', '0', '-5', '1.5', 'soon', 'Mon, 02 Mar 2026 08:00:00 GMT'])(
    'tells no time by %p',
    (value) => {
      expect(toRetryAfterMs(value, NOW)).toBeUndefined();
    },
  );
});
