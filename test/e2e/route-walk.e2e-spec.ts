import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROLES } from '@ibex/kernel';
import type { Role } from '@ibex/kernel';
import { ExchangeUnderTest } from '../support/exchange-under-test';
import { tokensOf } from '../support/tokens';
import type { IssueToken } from '../support/tokens';
import rolesByRoute from './roles-by-route.json';

type Operation = Readonly<{ operationId: string; security?: readonly unknown[] }>;
type Route = Readonly<{ method: string; path: string; operation: Operation }>;
const CAMDEN = 'E09000007';

const HIDDEN_AND_OPEN = [
  '/.well-known/jwks.json',
  '/health/live',
  '/health/ready',
  '/health/start',
  '/openapi.json',
  '/asyncapi.json',
];

const filled = (path: string): string =>
  path.replaceAll(/\{[^}]+\}/g, '11111111-1111-8111-8111-111111111111');

describe('every route', () => {
  const home = mkdtempSync(join(tmpdir(), 'ibex-walk-'));
  let exchange: ExchangeUnderTest;
  let tokenOf: IssueToken;
  let routes: readonly Route[] = [];

  const ask = async ({ method, path }: Route, token?: string): Promise<number> => {
    const headers = {
      'content-type': 'application/json',
      'idempotency-key': `walk-${method}-${path}`.slice(0, 200),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    };
    const body = method === 'GET' ? {} : { body: '{}' };
    const answer = await fetch(`${exchange.url}${filled(path)}`, {
      method,
      headers,
      ...body,
      signal: AbortSignal.timeout(5_000),
    });
    await answer.body?.cancel();
    return answer.status;
  };

  beforeAll(async () => {
    tokenOf = tokensOf(home);
    exchange = await ExchangeUnderTest.start(home, { IBEX_LOG_LEVEL: 'silent' });
    const document = (await (await fetch(`${exchange.url}/openapi.json`)).json()) as {
      paths: Record<string, Record<string, Operation>>;
    };
    routes = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        method: method.toUpperCase(),
        path,
        operation,
      })),
    );
  }, 60_000);
  afterAll(async () => {
    await exchange.stop();
    rmSync(home, { recursive: true, force: true });
  });

  it('is found: there are at least forty', () => {
    expect(routes.length).toBeGreaterThanOrEqual(40);
  });

  it('refuses whoever shows no token', async () => {
    const answers = await Promise.all(
      routes.map(async (route) => [`${route.method} ${route.path}`, await ask(route)]),
    );
    expect(answers).toEqual(routes.map(({ method, path }) => [`${method} ${path}`, 401]));
  }, 60_000);

  it('refuses a token that carries no role', async () => {
    const token = await tokenOf(CAMDEN);
    const answers = await Promise.all(routes.map((route) => ask(route, token)));
    expect(answers.filter((status) => status !== 401 && status !== 403)).toEqual([]);
  }, 60_000);

  it('lets in exactly the roles that the table names', async () => {
    const statuses = new Map<string, Partial<Record<Role, number>>>();
    for (const role of ROLES) {
      const token = await tokenOf(CAMDEN, role);
      for (const route of routes.filter(({ path }) => !path.endsWith('/stream'))) {
        const name = `${route.method} ${route.path}`;
        statuses.set(name, { ...statuses.get(name), [role]: await ask(route, token) });
      }
    }
    const entered = [...statuses].map(([name, byRole]) => [
      name,
      ROLES.filter((role) => byRole[role] !== 403),
    ]);
    expect(Object.fromEntries(entered)).toEqual(rolesByRoute);
  }, 120_000);

  it('never lets an operator near a child', async () => {
    const token = await tokenOf(CAMDEN, 'operator');
    const answers = await Promise.all(
      routes
        .filter(({ path }) =>
          /children|placements|moves|missing|exploitation|registers|notices|inbox|records|tasks|duties|batches|previews|areas/.test(
            path,
          ),
        )
        .map(async (route) => [`${route.method} ${route.path}`, await ask(route, token)]),
    );
    expect(answers.filter(([, status]) => status !== 403)).toEqual([]);
  }, 60_000);

  it('is open to all only where it stands on the short list', async () => {
    const answers = await Promise.all(
      HIDDEN_AND_OPEN.map(async (path) => (await fetch(`${exchange.url}${path}`)).status),
    );
    expect(answers).toEqual(HIDDEN_AND_OPEN.map(() => 200));
  });
});
