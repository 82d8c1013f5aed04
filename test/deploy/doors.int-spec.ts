import type { JoseOptions } from '@ibex/adapters/jose';
import type { SplitConfig } from '@ibex/runtime';
import { addressOf } from '../../apps/cli/src/exchange/doors';
import { AppModule as IntakeModule } from '../../apps/intake-api/src/app.module';
import { AppModule as ViewModule } from '../../apps/view-api/src/app.module';
import rolesByRoute from '../e2e/roles-by-route.json';
import { textOf } from './deploy-files';
import { routesIn } from './served-routes';

type Door = 'intake-api' | 'view-api';
type Routed = (method: string, path: string) => Door;

/** What an app is made of does not depend on where its stores are. */
const config = {
  server: {
    masterKey: new Uint8Array(32),
    pseudonymKey: new Uint8Array(32),
    logLevel: 'silent',
    gathering: {},
    receivers: {},
  },
  eventStore: {},
  postgres: {},
} as unknown as SplitConfig;
const keys = { issuers: [], signingKey: undefined } as unknown as JoseOptions;
const served: Readonly<Record<Door, ReadonlySet<string>>> = {
  'intake-api': routesIn(IntakeModule.forRoot(config, keys)),
  'view-api': routesIn(ViewModule.forRoot(config, keys)),
};

const routes = Object.keys(rolesByRoute).map((route) => route.split(' ') as [method: string, path: string]);
/** A path with its placeholders filled, as it is asked for. */
const asked = (path: string): string => path.replaceAll(/\{[^}]+\}/g, 'x-1234567');

const isBelow = (path: string, prefix: string): boolean => path === prefix || path.startsWith(`${prefix}/`);
/** Caddy: what ends with a star takes everything that begins so, what does not takes itself. */
const isTakenBy = (path: string, patterns: readonly string[]): boolean =>
  patterns.some((pattern) =>
    pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern,
  );
const wordsIn = (text: string, pattern: RegExp): readonly string[] =>
  (pattern.exec(text)?.[1] ?? '').split(/\s+/).filter(Boolean);

const byCaddy = (...file: readonly string[]): Routed => {
  const text = textOf(...file);
  const notices = wordsIn(text, /@notices \{\s+method POST\s+path ([^\n]+)/);
  const records = wordsIn(text, /@records \{\s+path ([^\n]+)/);
  const notRecords = wordsIn(text, /@records \{[^}]*?\snot path ([^\n]+)/);
  return (method, path) =>
    (method === 'POST' && isTakenBy(path, notices)) ||
    (isTakenBy(path, records) && !isTakenBy(path, notRecords))
      ? 'intake-api'
      : 'view-api';
};

const namedIn = (text: string, pattern: RegExp): readonly string[] =>
  Array.from(text.matchAll(pattern), ([, name = '']) => name);

const matchesOf = (text: string) => {
  const intake = text.slice(0, text.indexOf('backendRefs'));
  const views = text.slice(intake.length);
  return {
    ranged: namedIn(/range list ([^}]+)\}/.exec(intake)?.[1] ?? '', /"([^"]+)"/g),
    exact: namedIn(intake, /method: POST, path: \{ type: Exact, value: (\/\S+) \}/g),
    always: namedIn(intake, /- \{ path: \{ type: PathPrefix, value: (\/\S+) \}/g),
    views: namedIn(views, /- \{ path: \{ type: Exact, value: (\/\S+) \}/g),
  };
};

const byHttpRoute: Routed = (method, path) => {
  const text = textOf('deploy', 'helm', 'ibex', 'templates', 'httproute.yaml');
  const { ranged, exact, always, views } = matchesOf(text);
  // an exact path goes before any prefix
  if (views.includes(path)) return 'view-api';
  const isPosted = ranged.some((name) => isBelow(path, `/v1/${name}`)) || exact.includes(path);
  const isTaken = always.some((prefix) => isBelow(path, prefix));
  return (method === 'POST' && isPosted) || isTaken ? 'intake-api' : 'view-api';
};

/** What the chart tells whoever routes by hand. */
const byNotes: Routed = (method, path) => {
  const text = textOf('deploy', 'helm', 'ibex', 'templates', 'NOTES.txt').replaceAll(/\s+/g, ' ');
  const [posted] = namedIn(text, /send POST on (.+?) and everything/g);
  const [always] = namedIn(text, /everything on (\S+) but/g);
  const isPosted = namedIn(posted ?? '', /(\/v1\/[a-z-]+)/g).some((prefix) => isBelow(path, prefix));
  const [butFor = ''] = namedIn(text, /everything on \S+ but (.+?) to /g);
  if (butFor.split(' and ').includes(path)) return 'view-api';
  return (method === 'POST' && isPosted) || isBelow(path, always ?? '') ? 'intake-api' : 'view-api';
};

const byClients: Routed = (method, path) => {
  const doors = { commands: 'http://intake-api', questions: 'http://view-api' };
  return addressOf(doors, method, path).hostname as Door;
};

const ROUTINGS: Readonly<Record<string, Routed>> = {
  'the command line and the clients': byClients,
  'the gateway': byCaddy('deploy', 'gateway', 'Caddyfile'),
  'the gateway of the chart': byCaddy('deploy', 'helm', 'ibex', 'files', 'Caddyfile'),
  'the HTTPRoute of the chart': byHttpRoute,
  'the notes of the chart': byNotes,
};

describe('every route that there is', () => {
  it('is of one of the two apps, and no other route is', () => {
    const all = new Set(
      [...served['intake-api'], ...served['view-api']].filter((route) => route.includes(' /v1/')),
    );
    // an event stream has no end that a walk of all routes could wait for
    const known = [...Object.keys(rolesByRoute), 'GET /v1/inbox/stream'];
    expect([...all].sort()).toEqual(known.sort());
  });

  it.each(Object.keys(ROUTINGS))('is sent to an app that has it by %s', (name) => {
    const routed = ROUTINGS[name];
    const astray = routes.filter(([method, path]) => {
      const door = routed?.(method, asked(path));
      return door === undefined || !served[door].has(`${method} ${path}`);
    });
    expect(astray.map((route) => route.join(' '))).toEqual([]);
  });

  it('would be found astray', () => {
    const toViews: Routed = () => 'view-api';
    expect(routes.some(([method, path]) => !served[toViews(method, path)].has(`${method} ${path}`))).toBe(
      true,
    );
    expect(served['intake-api'].size).toBeGreaterThan(10);
    expect(served['view-api'].size).toBeGreaterThan(10);
  });
});
