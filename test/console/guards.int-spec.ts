import { request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import type { Role } from '@ibex/kernel';
import type { Agent } from './support/agent';
import { BOROUGHS, ConsoleInProcess } from './support/console-in-process';
import { consoleRoutes } from './support/console-routes';
import type { ConsoleRoute } from './support/console-routes';

const PEOPLE: readonly Role[] = ['placing-practitioner', 'duty-desk', 'mash', 'governance', 'operator'];
const POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; media-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
const SESSION = '__Host-ibex';

type Seen = Readonly<{ status: number; headers: IncomingHttpHeaders }>;
type Sent = Readonly<{ body?: string; headers?: Readonly<Record<string, string>> }>;

const routes = consoleRoutes();
const nameOf = ({ method, path }: ConsoleRoute): string => `${method} ${path}`;
const posts = routes.filter(({ method, isForm }) => method === 'POST' && isForm);

let ibex: ConsoleInProcess;
const agents = new Map<Role, Agent>();
beforeAll(async () => {
  ibex = await ConsoleInProcess.start();
  for (const role of PEOPLE) agents.set(role, await ibex.as(BOROUGHS.camden, role));
}, 120_000);
afterAll(() => ibex.stop());

const agentOf = (role: Role): Agent => {
  const agent = agents.get(role);
  if (!agent) throw new Error(`nobody is signed in as ${role}`);
  return agent;
};

/** Status and headers alone: an event stream has no end to wait for. */
const seen = ({ method, path }: ConsoleRoute, agent?: Agent, { body, headers }: Sent = {}): Promise<Seen> =>
  new Promise((resolve, reject) => {
    const session = agent?.cookie(SESSION);
    const asked = request(new URL(path, ibex.url), {
      method,
      headers: {
        ...{ accept: 'text/html', connection: 'close' },
        ...(session === undefined ? {} : { cookie: `${SESSION}=${session}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
        ...headers,
      },
    });
    asked.once('error', reject);
    asked.once('response', (answer) => {
      resolve({ status: answer.statusCode ?? 0, headers: answer.headers });
      answer.destroy();
    });
    asked.end(body);
  });

const bareOf = (headers: IncomingHttpHeaders): object => ({
  cache: headers['cache-control'],
  policy: headers['content-security-policy'],
  referrer: headers['referrer-policy'],
  sniff: headers['x-content-type-options'],
});
const STRICT = { cache: 'no-store', policy: POLICY, referrer: 'no-referrer', sniff: 'nosniff' };

const faultsOf = async (
  all: readonly ConsoleRoute[],
  check: (route: ConsoleRoute) => Promise<unknown>,
  wanted: (route: ConsoleRoute) => unknown,
): Promise<readonly string[]> => {
  const faults: string[] = [];
  for (const route of all) {
    const [got, right] = [JSON.stringify(await check(route)), JSON.stringify(wanted(route))];
    if (got !== right) faults.push(`${nameOf(route)}: ${got} instead of ${right}`);
  }
  return faults;
};

describe('every route of the console', () => {
  it('says for whom it is', () => {
    expect(routes.length).toBeGreaterThan(30);
    expect(routes.filter(({ isOpen, roles }) => !isOpen && roles.length === 0).map(nameOf)).toEqual([]);
    expect(routes.filter(({ isOpen }) => isOpen).map(nameOf)).toEqual([
      'GET /console/sign-in',
      'GET /console/sign-in/start',
      'GET /console/sign-in/callback',
      'GET /console/signed-out',
      'POST /console/back-channel-logout/1',
      'GET /console/help',
      'GET /console/help/cookies',
      'GET /console/help/accessibility',
    ]);
  });

  it('sends whoever has not signed in to do so, and is strict about what a browser may do', async () => {
    const check = async (route: ConsoleRoute): Promise<unknown> => {
      const { status, headers } = await seen(route);
      const leads =
        route.isOpen || (status === 303 && headers.location?.startsWith('/console/sign-in') === true);
      return { leads, ...bareOf(headers) };
    };
    expect(await faultsOf(routes, check, () => ({ leads: true, ...STRICT }))).toEqual([]);
  }, 120_000);

  it('is strict for whoever has', async () => {
    const check = async (route: ConsoleRoute): Promise<unknown> => {
      const { headers } = await seen(
        route,
        agentOf(route.roles.find((role) => PEOPLE.includes(role)) ?? 'mash'),
      );
      return bareOf(headers);
    };
    const reads = routes.filter(({ method }) => method === 'GET');
    expect(await faultsOf(reads, check, () => STRICT)).toEqual([]);
  }, 300_000);

  it.each(PEOPLE)(
    'is shut for %s unless it is meant for that role',
    async (role) => {
      const shut = routes.filter(({ isOpen, roles }) => !isOpen && !roles.includes(role));
      const check = async (route: ConsoleRoute): Promise<unknown> =>
        (await seen(route, agentOf(role))).status;
      expect(await faultsOf(shut, check, () => 403)).toEqual([]);
    },
    120_000,
  );
});

describe('every form', () => {
  const csrfOf = async (role: Role): Promise<string> => {
    const page = await agentOf(role).get('/console');
    return /name="csrf" value="([^"]+)"/.exec(page.html)?.[1] ?? '';
  };
  const roleOf = ({ roles }: ConsoleRoute): Role => roles.find((role) => PEOPLE.includes(role)) ?? 'mash';
  const refuses = async (sent: (route: ConsoleRoute) => Promise<Sent>): Promise<readonly string[]> =>
    faultsOf(
      posts,
      async (route) => (await seen(route, agentOf(roleOf(route)), await sent(route))).status,
      () => 403,
    );

  it('is refused without its token', async () => {
    expect(posts.length).toBeGreaterThan(5);
    expect(await refuses(() => Promise.resolve({ body: 'reason=x' }))).toEqual([]);
  }, 120_000);

  it('is refused with a token that was made up', async () => {
    expect(await refuses(() => Promise.resolve({ body: 'csrf=AAAAAAAAAAAAAAAA.AAAA' }))).toEqual([]);
  }, 120_000);

  it('is refused with the token of another session', async () => {
    const [mash, desk] = [await csrfOf('mash'), await csrfOf('duty-desk')];
    const others = (route: ConsoleRoute): string => (roleOf(route) === 'mash' ? desk : mash);
    expect(
      await refuses((route) => Promise.resolve({ body: `csrf=${encodeURIComponent(others(route))}` })),
    ).toEqual([]);
  }, 120_000);

  it.each([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.example' },
  ])(
    'is refused from elsewhere, whatever its token: %j',
    async (headers) => {
      const tokens = new Map<Role, string>();
      for (const role of PEOPLE) tokens.set(role, await csrfOf(role));
      const own = (route: ConsoleRoute): string => encodeURIComponent(tokens.get(roleOf(route)) ?? '');
      expect(await refuses((route) => Promise.resolve({ body: `csrf=${own(route)}`, headers }))).toEqual([]);
    },
    120_000,
  );
});

describe('what is not there', () => {
  it('is a page that says what to do, as strict as any', async () => {
    const page = await agentOf('mash').get('/console/nowhere');
    expect([page.status, page.heading]).toEqual([404, 'There is nothing here that you can see']);
    expect(page.headers.get('content-security-policy')).toBe(POLICY);
    expect(page.headers.get('cache-control')).toBe('no-store');
  });
});

describe('beside the console', () => {
  it('the API answers as before, and people who open the address are led to the console', async () => {
    const plain = await fetch(`${ibex.url}/v1/authorities`);
    expect([plain.status, plain.headers.get('content-type')]).toEqual([
      401,
      'application/problem+json; charset=utf-8',
    ]);
    const system = await fetch(ibex.url, { headers: { accept: 'application/json' }, redirect: 'manual' });
    expect(system.status).toBe(404);
    const person = await fetch(ibex.url, { headers: { accept: 'text/html' }, redirect: 'manual' });
    expect([person.status, person.headers.get('location')]).toEqual([303, '/console']);
  });

  it('files of the build may be kept for good, and are sent packed', async () => {
    const page = await ibex.anybody().get('/console/sign-in');
    const style = /href="(\/console\/assets\/main-[^"]+\.css)"/.exec(page.html)?.[1] ?? '';
    const answer = await fetch(`${ibex.url}${style}`, { headers: { 'accept-encoding': 'gzip' } });
    expect([
      answer.status,
      answer.headers.get('cache-control'),
      answer.headers.get('content-encoding'),
    ]).toEqual([...[200, 'public, max-age=31536000, immutable', 'gzip']]);
  });
});
