import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { anEvent } from '../subscriber.fixture';
import { exchangeAt } from '../handling/exchange-ports';
import { ExchangeClient } from './exchange-client';
import type { ExchangeOptions } from './exchange-client';
import { ExchangeRefused, ExchangeUnavailable, UnsafeAddress } from './exchange-faults';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
let answers: Answer[];
let asked: IncomingMessage[];
let server: Server;
let url: string;

beforeEach(async () => {
  answers = [];
  asked = [];
  server = createServer((request, response) => {
    asked.push(request);
    const answer = answers.shift() ?? ((_, to) => void to.end('{"last":true}'));
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const status =
  (code: number, headers: Record<string, string> = {}, body = '{}'): Answer =>
  (_, response) =>
    void response.writeHead(code, headers).end(body);
const client = (more: Partial<ExchangeOptions> = {}): ExchangeClient =>
  new ExchangeClient({ url, token: (again) => Promise.resolve(again ? 'fresh' : 'old'), ...more });
const tokens = (): readonly (string | undefined)[] => asked.map(({ headers }) => headers.authorization);

describe('asking an exchange', () => {
  it('takes a fresh token once when the last one is not accepted', async () => {
    answers.push(status(401));
    expect(await client().ask('/x')).toEqual({ status: 200, body: { last: true } });
    expect(tokens()).toEqual(['Bearer old', 'Bearer fresh']);
  });

  it('gives up when the fresh one is not accepted either', async () => {
    answers.push(status(401), status(401));
    await expect(client().ask('/x')).rejects.toEqual(new ExchangeRefused(401, 'token-not-accepted'));
    expect(asked).toHaveLength(2);
  });

  it.each([429, 503])('waits as long as Retry-After says after %s, then asks again', async (code) => {
    answers.push(status(code, { 'retry-after': '1' }));
    const from = Date.now();
    expect((await client().ask('/x')).status).toBe(200);
    expect(Date.now() - from).toBeGreaterThanOrEqual(990);
  });

  it('gives up for now when it is told to wait too long, and says how long', async () => {
    answers.push(status(503, { 'retry-after': '120' }));
    const fault = await client()
      .ask('/x')
      .catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(ExchangeUnavailable);
    expect(fault).toHaveProperty('retryAfterMs', 120_000);
    expect(asked).toHaveLength(1);
  });

  it('gives up after some tries', async () => {
    const busy = status(503, { 'retry-after': '0' });
    answers.push(busy, busy, busy);
    await expect(client({ tries: 3 }).ask('/x')).rejects.toThrow('it answered 503');
    expect(asked).toHaveLength(3);
  });

  it('waits no longer than it may for an answer, to its last byte', async () => {
    answers.push((_, response) => void response.write('{'));
    await expect(client({ timeoutMs: 100 }).ask('/x')).rejects.toThrow(ExchangeUnavailable);
    answers.push(() => undefined);
    await expect(client({ timeoutMs: 100 }).ask('/x')).rejects.toThrow('TimeoutError');
  });

  it('reads no more than it may', async () => {
    answers.push(status(200, {}, JSON.stringify('x'.repeat(1000))));
    await expect(client({ mostBytes: 500 }).ask('/x')).rejects.toEqual(
      new ExchangeRefused(200, 'answer-too-large'),
    );
  });

  it('follows no redirect: the token is for the exchange alone', async () => {
    answers.push(status(302, { location: `${url}/elsewhere` }));
    await expect(client().ask('/x')).rejects.toEqual(new ExchangeRefused(302, 'redirect'));
    expect(asked).toHaveLength(1);
  });

  it('is unavailable when nobody is there, and quotes no address', async () => {
    const gone = client({ url: 'http://127.0.0.1:1' }).ask('/v1/notices/some');
    await expect(gone).rejects.toEqual(new ExchangeUnavailable('TypeError'));
  });

  it('speaks https, or to this machine', () => {
    expect(() => client({ url: 'http://exchange.example' })).toThrow(UnsafeAddress);
    expect(client({ url: 'https://exchange.example' })).toBeInstanceOf(ExchangeClient);
  });
});

describe('fetching and acknowledging', () => {
  it('takes 500 for a failure of this notice, not for an outage', async () => {
    answers.push(status(500, {}, '{"code":"internal"}'));
    const { details } = exchangeAt({ url, token: () => Promise.resolve('t') });
    await expect(details.fetch(anEvent(1))).rejects.toEqual(new ExchangeRefused(500, 'internal'));
  });

  it('acknowledges under the same key for the same event and words', async () => {
    const acknowledged = '{"sequence":1,"acknowledgedAt":"2026-03-02T09:00:00.000Z","person":"p","role":"r"}';
    answers.push(...Array.from({ length: 4 }, () => status(200, {}, acknowledged)));
    const { acknowledgements } = exchangeAt({ url, token: () => Promise.resolve('t') });
    await acknowledgements.acknowledge(anEvent(1), {});
    await acknowledgements.acknowledge(anEvent(1), {});
    await acknowledgements.acknowledge(anEvent(1), { note: 'a' });
    await acknowledgements.acknowledge(anEvent(2), {});
    const keys = asked.map(({ headers }) => headers['idempotency-key']);
    expect(keys[0]).toMatch(/^acknowledge-[0-9a-f]{40}$/);
    expect(keys[1]).toBe(keys[0]);
    expect(new Set(keys).size).toBe(3);
    expect(asked.map(({ url: path, method }) => `${String(method)} ${String(path)}`)[0]).toBe(
      'POST /v1/inbox/1/acknowledgement',
    );
  });
});
