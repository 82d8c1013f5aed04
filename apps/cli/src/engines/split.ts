import { join } from 'node:path';
import { NODE_FLAGS } from '../exchange/node-flags';
import { startEngines } from './engine-set';
import type { EngineOptions, EngineSet } from './engine-set';
import { freePort } from './free-port';
import { builtFile } from './places';
import { ServerProcess } from './server-process';
import type { ServerPlan } from './server-process';
import { makeSharedHome } from './shared-home';
import type { SharedHome, TokenFor } from './shared-home';
import { makeTopics } from './topics';

export const APPS = ['intake-api', 'relay', 'view-api'] as const;
export type AppName = (typeof APPS)[number];

export type SplitOptions = EngineOptions &
  Readonly<{
    /** How many of each app; two where nothing is said. */
    counts?: Readonly<Partial<Record<AppName, number>>>;
    /** GSS codes of the members, each with a topic; left out: the 33 London authorities. */
    members?: readonly string[];
    /** Further settings of every app; they win. */
    settings?: Readonly<Record<string, string>>;
    nodeFlags?: readonly string[];
    /** Told what is ready, for people who wait. */
    onReady?: (what: string) => void;
  }>;

/** One app's process and where its health and measures are. */
export type AppProcess = ServerProcess & Readonly<{ app: AppName; managementUrl: string }>;

export type Split = Readonly<{
  home: string;
  logs: string;
  engines: EngineSet;
  /** In the order of their numbers: `intake-api-1`, `intake-api-2`, `relay-1` … */
  apps: readonly AppProcess[];
  of(app: AppName): readonly AppProcess[];
  tokenFor: TokenFor;
  /** One more process of an app, at its own address. */
  add(app: AppName): Promise<AppProcess>;
  /** Ends everything, apps first, and removes the folder. Safe to call twice. */
  stopAll(): Promise<void>;
}>;

const READY = /ready at (http:\/\/\S+)/;
const APP_START_MS = 45_000;
const USUAL_COUNT = 2;
const LONDON = Array.from({ length: 33 }, (_, i) => `E090000${String(i + 1).padStart(2, '0')}`);

class App extends ServerProcess implements AppProcess {
  constructor(
    readonly app: AppName,
    readonly managementUrl: string,
    plan: ServerPlan,
  ) {
    super(plan);
  }
}

type Surroundings = Readonly<{
  home: SharedHome;
  settings: Readonly<Record<string, string>>;
  nodeFlags: readonly string[];
}>;

const newApp = async (app: AppName, number: number, around: Surroundings): Promise<App> => {
  const name = `${app}-${number}`;
  const [port, managementPort] = [await freePort(), await freePort()];
  const managementUrl = `http://127.0.0.1:${managementPort}`;
  return new App(app, managementUrl, {
    name,
    script: builtFile('apps', app, 'src', 'main.js'),
    nodeFlags: around.nodeFlags,
    environment: {
      IBEX_PORT: String(port),
      IBEX_METRICS_PORT: String(managementPort),
      ...around.settings,
    },
    logFile: join(around.home.logs, `${name}.log`),
    ready: READY,
    readyUrl: `${managementUrl}/health/ready`,
    startWithinMs: APP_START_MS,
  });
};

const settingsOf = (
  options: SplitOptions,
  { addresses }: EngineSet,
  home: SharedHome,
): Record<string, string> => {
  const postgres = new URL(addresses.postgres);
  const passwordFile = home.secret('postgres.password', decodeURIComponent(postgres.password));
  postgres.password = '';
  return {
    IBEX_HOME: home.folder,
    IBEX_HOST: '127.0.0.1',
    IBEX_LOG_LEVEL: 'info',
    IBEX_EVENTSTOREDB: addresses.eventStore,
    IBEX_POSTGRES: postgres.href,
    IBEX_POSTGRES_PASSWORD_FILE: passwordFile,
    IBEX_KAFKA_BROKERS: addresses.kafka,
    ...(options.members === undefined ? {} : { IBEX_MEMBERS: options.members.join(',') }),
    ...options.settings,
  };
};

/** All of them together; the first that fails is told once the others have settled, so that none is left half started. */
const startTogether = async (apps: readonly App[], onReady: (what: string) => void): Promise<void> => {
  const outcomes = await Promise.allSettled(
    apps.map((app) => app.start().then(() => onReady(`${app.name} at ${app.url}`))),
  );
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
};

const planned = (counts: SplitOptions['counts'] = {}): readonly (readonly [AppName, number])[] =>
  APPS.flatMap((app) => Array.from({ length: counts[app] ?? USUAL_COUNT }, (_, i) => [app, i + 1] as const));

/**
 * The whole split on this machine: engines, topics, apps, in a temporary folder and on free loopback ports. Throws, with
 * everything ended again, when a part does not come up; the message says which and what it said.
 */
export const startSplit = async (options: SplitOptions = {}): Promise<Split> => {
  const { onReady = () => undefined, nodeFlags = NODE_FLAGS, members = LONDON } = options;
  const home = await makeSharedHome();
  const ending: (() => Promise<void>)[] = [];
  const stopAll = async (): Promise<void> => {
    for (const end of ending.splice(0).reverse()) await end();
    home.remove();
  };
  try {
    const engines = await startEngines(options, home);
    ending.push(() => engines.stop());
    if (options.kafka !== 'none') await makeTopics(engines.addresses.kafka, members);
    onReady('engines');
    const around = { home, settings: settingsOf(options, engines, home), nodeFlags };
    const apps = await Promise.all(
      planned(options.counts).map(([app, number]) => newApp(app, number, around)),
    );
    ending.push(async () => {
      await Promise.all(apps.map((app) => app.kill('SIGTERM')));
    });
    await startTogether(apps, onReady);
    const of = (app: AppName): readonly App[] => apps.filter((process) => process.app === app);
    const add = async (app: AppName): Promise<App> => {
      const added = await newApp(app, of(app).length + 1, around);
      apps.push(added);
      await added.start();
      return added;
    };
    return { home: home.folder, logs: home.logs, engines, apps, of, add, tokenFor: home.tokenFor, stopAll };
  } catch (fault) {
    await stopAll();
    throw fault;
  }
};
