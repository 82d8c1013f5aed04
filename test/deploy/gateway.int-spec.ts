import type { Server } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { jsonOf, textOf } from './deploy-files';
import { Gateway, anUpstream } from './gateway.process';

let intake: Server;
let view: Server;
let gateway: Gateway;

beforeAll(async () => {
  [intake, view] = await Promise.all([anUpstream('intake-api'), anUpstream('view-api')]);
  gateway = await Gateway.start(intake, view);
}, 200_000);
afterAll(async () => {
  await gateway.stop();
  for (const server of [intake, view]) server.closeAllConnections();
  for (const server of [intake, view]) server.close();
});

type Seen = Readonly<{
  name: string;
  method: string;
  url: string;
  headers: Readonly<Record<string, string>>;
}>;
const ask = async (
  method: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Seen> => {
  const answer = await fetch(`${gateway.url}${path}`, { method, headers });
  return (await answer.json()) as Seen;
};
const whoAnswers = async (method: string, path: string): Promise<string> => (await ask(method, path)).name;

/** Every route that the exchange has, with the placeholders filled. */
const routes = Object.keys(jsonOf('test', 'e2e', 'roles-by-route.json') as object).map((route) => {
  const [method = '', path = ''] = route.split(' ');
  return [method, path.replaceAll(/\{[^}]+\}/g, 'x-1')] as const;
});
const TAKES_IN = /^\/v1\/(placements|moves|missing-episodes|exploitation-concerns|batches|previews)(\/|$)/;
const expected = (method: string, path: string): string =>
  (method === 'POST' && TAKES_IN.test(path)) ||
  (path.startsWith('/v1/records') && !['/v1/records/likely', '/v1/records/set-aside'].includes(path))
    ? 'intake-api'
    : 'view-api';

describe('the gateway', () => {
  it.each(routes)('sends %s %s to the process that has it', async (method, path) => {
    await expect(whoAnswers(method, path)).resolves.toBe(expected(method, path));
  });

  it.each([
    ['GET', '/v1/missing-episodes', 'view-api'],
    ['POST', '/v1/missing-episodes', 'intake-api'],
    ['POST', '/v1/missing-episodes/abc/found', 'intake-api'],
    ['POST', '/v1/exploitation-concerns/abc/review', 'intake-api'],
    ['POST', '/v1/placementsx', 'view-api'],
    ['GET', '/v1/records/abc', 'intake-api'],
    ['GET', '/v1/inbox/stream?from=1', 'view-api'],
    ['GET', '/.well-known/jwks.json', 'intake-api'],
    ['GET', '/openapi.json', 'view-api'],
    ['GET', '/asyncapi.json', 'view-api'],
  ])('sends %s %s to %s', async (method, path, name) => {
    await expect(ask(method, path)).resolves.toMatchObject({ name, method, url: path });
  });

  it.each(['/', '/health/ready', '/metrics', '/v2/inbox', '/v1'])('has nothing at %s', async (path) => {
    const answer = await fetch(`${gateway.url}${path}`);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(await answer.json()).toMatchObject({ code: 'not-found', status: 404 });
  });

  it('is not taken in by ways round a path', async () => {
    const answer = await fetch(`${gateway.url}/v1/inbox/%2e%2e/%2e%2e/metrics`);
    expect(answer.status).toBe(404);
  });

  it('passes the token and the key of a request on, and not what a client says of itself', async () => {
    const { headers } = await ask('POST', '/v1/placements', {
      ...{ authorization: 'Bearer abc', 'idempotency-key': 'k-1' },
      ...{ 'x-forwarded-for': '10.0.0.1', forwarded: 'for=10.0.0.1' },
    });
    expect(headers).toMatchObject({
      authorization: 'Bearer abc',
      'idempotency-key': 'k-1',
      'x-forwarded-for': '127.0.0.1',
    });
    expect(headers).not.toHaveProperty('forwarded');
  });

  it('takes no body that is far too large', async () => {
    const body = 'x'.repeat(2_000_000);
    const outcome = await fetch(`${gateway.url}/v1/placements`, { method: 'POST', body }).then(
      ({ status }) => status,
      () => 'cut',
    );
    // which of them depends on how far it was when the gateway had enough
    expect([413, 502, 'cut']).toContain(outcome);
  });

  it('says in a problem that a process is away, and when to come again', async () => {
    const [one, other] = await Promise.all([anUpstream('intake-api'), anUpstream('view-api')]);
    const alone = await Gateway.start(one, other);
    try {
      one.closeAllConnections();
      one.close();
      await pause(50);
      const answer = await fetch(`${alone.url}/v1/placements`, { method: 'POST' });
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([502, '2']);
      expect(await answer.json()).toMatchObject({ code: 'not-reachable', status: 502 });
    } finally {
      await alone.stop();
      other.closeAllConnections();
      other.close();
    }
  });
});

describe('the chart’s gateway', () => {
  it('routes as this one does', () => {
    expect(textOf('deploy', 'helm', 'ibex', 'files', 'Caddyfile')).toBe(
      textOf('deploy', 'gateway', 'Caddyfile'),
    );
  });
});
