import { once } from 'node:events';
import type { Server } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { jsonOf, textOf } from './deploy-files';
import { ENDLESS, Gateway, anUpstream, placeOf } from './gateway.process';

const MEBIBYTE = 1_024 * 1_024;
const NAMES = ['intake-api', 'view-api', 'console'];

let upstreams: readonly Server[];
let gateway: Gateway;
const before = (servers: readonly Server[]): Promise<Gateway> => {
  const [intake = '', view = '', pages = ''] = servers.map(placeOf);
  return Gateway.start({ intake, view, pages });
};
const end = (servers: readonly Server[]): void => {
  for (const server of servers) server.closeAllConnections();
  for (const server of servers) server.close();
};
beforeAll(async () => {
  upstreams = await Promise.all(NAMES.map(anUpstream));
  gateway = await before(upstreams);
}, 200_000);
afterAll(async () => {
  await gateway.stop();
  end(upstreams);
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
    ['GET', '/console', 'console'],
    ['GET', '/console?from=elsewhere', 'console'],
    ['POST', '/console/tell/upload', 'console'],
    ['GET', '/console/sign-in/callback?code=a&state=b', 'console'],
    ['POST', '/console/back-channel-logout/camden', 'console'],
  ])('sends %s %s to %s', async (method, path, name) => {
    await expect(ask(method, path)).resolves.toMatchObject({ name, method, url: path });
  });

  const NOT_HERE = ['/', '/health/ready', '/metrics', '/v2/inbox', '/v1', '/consolez', '/trial-sign-in/auth'];
  it.each(NOT_HERE)('has nothing at %s', async (path) => {
    const answer = await fetch(`${gateway.url}${path}`);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(await answer.json()).toMatchObject({ code: 'not-found', status: 404 });
  });

  it('is not taken in by ways round a path', async () => {
    for (const path of [
      '/v1/inbox/%2e%2e/%2e%2e/metrics',
      '/console/%2e%2e/health/ready',
      '/console/..%2fmetrics',
    ])
      expect([path, (await fetch(`${gateway.url}${path}`)).status]).toEqual([path, 404]);
  });

  it('passes the live inbox on as it comes', async () => {
    const stop = new AbortController();
    const answer = await fetch(`${gateway.url}${ENDLESS}`, { signal: stop.signal });
    const first = await answer.body?.getReader().read();
    expect(new TextDecoder().decode(first?.value as Uint8Array)).toBe('event: entry\n\n');
    // and nobody holds it open who does not read it
    const [, , pages] = upstreams;
    const gone = pages && once(pages, 'gone');
    stop.abort();
    await expect(gone).resolves.toEqual([]);
  });

  it('takes three files of 20 MiB for the console, with what is around them', async () => {
    const bytes = 60 * MEBIBYTE + 10_000;
    const answer = await fetch(`${gateway.url}/console/tell/upload`, {
      ...{ method: 'POST', body: new Uint8Array(bytes) },
    });
    expect(await answer.json()).toMatchObject({ name: 'console', bytes });
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

  it.each([
    ['/v1/placements', 2],
    ['/console/tell/upload', 66],
  ])('takes no body for %s that is far too large', async (path, mebibytes) => {
    const body = new Uint8Array(mebibytes * MEBIBYTE);
    const outcome = await fetch(`${gateway.url}${path}`, { method: 'POST', body }).then(
      ({ status }) => status,
      () => 'cut',
    );
    // which of them depends on how far it was when the gateway had enough
    expect([413, 502, 'cut']).toContain(outcome);
  });

  it('says that a process is away, to systems in a problem and to people in words, and when to come again', async () => {
    const others = await Promise.all(NAMES.map(anUpstream));
    const alone = await before(others);
    try {
      end(others);
      await pause(50);
      const answer = await fetch(`${alone.url}/v1/placements`, { method: 'POST' });
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([502, '2']);
      expect(await answer.json()).toMatchObject({ code: 'not-reachable', status: 502 });
      const page = await fetch(`${alone.url}/console/desk`);
      expect([page.status, page.headers.get('content-type')]).toEqual([502, 'text/plain; charset=utf-8']);
      expect(await page.text()).toContain('ring the authority concerned and the police on 999');
    } finally {
      await alone.stop();
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
