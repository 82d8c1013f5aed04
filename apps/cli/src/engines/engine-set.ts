import { join } from 'node:path';
import { KafkaEngine } from './kafka-engine';
import { freePort } from './free-port';
import { builtFile } from './places';
import { PostgresEngine } from './postgres-engine';
import { ServerProcess } from './server-process';
import type { ServerPlan } from './server-process';
import type { SharedHome } from './shared-home';

export type Place = Readonly<{ host: string; port: number }>;

/** Something that stands in front of an engine, such as a proxy with faults: reached at `place`, told where to lead. */
export type Between = Readonly<{ place: Place; leadTo(engine: Place): void }>;

export type EngineOptions = Readonly<{
  /** A real server's connection string; left out: the stand-in. */
  eventStore?: string;
  /** A server's URL; left out: one of our own. */
  postgres?: string;
  /** host:port of a broker; `none`: nothing answers there; left out: one of our own. */
  kafka?: string;
  postgresFlags?: readonly string[];
  kafkaFlags?: readonly string[];
  /** Told what the scripts say while people wait, such as that they install something. */
  onSaid?: (line: string) => void;
  between?: Readonly<{ eventStore?: Between; postgres?: Between; kafka?: Between }>;
}>;

/** The stand-in for EventStoreDB; what it acknowledged is there again after a kill. */
export class StandInProcess extends ServerProcess {
  constructor(
    /** Where its faults are switched, see test/stand-in-eventstoredb/control-port.ts. */
    readonly controlUrl: string,
    plan: ServerPlan,
  ) {
    super(plan);
  }
}

/** Engines of our own are undefined where another's is used. The addresses are those that the apps are given. */
export type EngineSet = Readonly<{
  eventStore: StandInProcess | undefined;
  postgres: PostgresEngine | undefined;
  kafka: KafkaEngine | undefined;
  addresses: Readonly<{ eventStore: string; postgres: string; kafka: string }>;
  stop(): Promise<void>;
}>;

type Started<T> = Readonly<{ engine: T | undefined; address: string }>;

const STAND_IN_READY = /(esdb:\/\/\S+)/;
const STAND_IN_START_MS = 30_000;
const NOBODY = '127.0.0.1:1';

const at = ({ host, port }: Place): string => `${host}:${port}`;

const through = (between: Between | undefined, address: string): string => {
  if (!between) return address;
  const url = new URL(address);
  between.leadTo({ host: url.hostname, port: Number(url.port) });
  url.host = at(between.place);
  return url.href;
};

const startStandIn = async ({ logs, folder }: SharedHome): Promise<StandInProcess> => {
  const [port, controlPort] = [await freePort(), await freePort()];
  const standIn = new StandInProcess(`http://127.0.0.1:${controlPort}`, {
    name: 'event-store-stand-in',
    script: builtFile('test', 'stand-in-eventstoredb', 'main.js'),
    args: [
      ...['--port', String(port), '--control-port', String(controlPort)],
      ...['--folder', join(folder, 'event-store')],
    ],
    environment: {},
    logFile: join(logs, 'event-store-stand-in.log'),
    ready: STAND_IN_READY,
    startWithinMs: STAND_IN_START_MS,
  });
  await standIn.start();
  return standIn;
};

const startEventStore = async (
  { eventStore, between }: EngineOptions,
  home: SharedHome,
): Promise<Started<StandInProcess>> => {
  const engine = eventStore === undefined ? await startStandIn(home) : undefined;
  return { engine, address: through(between?.eventStore, engine?.url ?? eventStore ?? '') };
};

const startPostgres = async (options: EngineOptions): Promise<Started<PostgresEngine>> => {
  const { postgres, postgresFlags, between, onSaid } = options;
  const engine = postgres === undefined ? await PostgresEngine.start(postgresFlags, onSaid) : undefined;
  return { engine, address: through(between?.postgres, engine?.url ?? postgres ?? '') };
};

/** Clients go where the broker says that it is: behind something else, that is what it has to say. */
const advertising = ({ place }: Between): readonly string[] => [
  ...['--set', 'inter.broker.listener.name=PLAINTEXT'],
  ...['--set', `advertised.listeners=PLAINTEXT://${at(place)}`],
];

const startKafka = async ({
  kafka,
  kafkaFlags = [],
  between,
  onSaid,
}: EngineOptions): Promise<Started<KafkaEngine>> => {
  if (kafka !== undefined) return { engine: undefined, address: kafka === 'none' ? NOBODY : kafka };
  const infront = between?.kafka;
  const port = await freePort();
  infront?.leadTo({ host: '127.0.0.1', port });
  const flags = ['--port', String(port), ...(infront ? advertising(infront) : []), ...kafkaFlags];
  const engine = await KafkaEngine.start(flags, onSaid);
  return { engine, address: infront ? at(infront.place) : engine.brokers };
};

/** Starts what is not given, all at once. When one of them fails the others are stopped again. */
export const startEngines = async (options: EngineOptions, home: SharedHome): Promise<EngineSet> => {
  const [eventStore, postgres, kafka] = await Promise.allSettled([
    startEventStore(options, home),
    startPostgres(options),
    startKafka(options),
  ]);
  const stop = async (): Promise<void> => {
    if (eventStore.status === 'fulfilled') await eventStore.value.engine?.kill('SIGTERM');
    if (postgres.status === 'fulfilled') await postgres.value.engine?.stop();
    if (kafka.status === 'fulfilled') await kafka.value.engine?.stop();
  };
  if (eventStore.status === 'fulfilled' && postgres.status === 'fulfilled' && kafka.status === 'fulfilled')
    return {
      ...{ eventStore: eventStore.value.engine, postgres: postgres.value.engine, kafka: kafka.value.engine },
      addresses: {
        ...{ eventStore: eventStore.value.address, postgres: postgres.value.address },
        kafka: kafka.value.address,
      },
      stop,
    };
  await stop();
  const faults = [eventStore, postgres, kafka].flatMap((outcome) =>
    outcome.status === 'rejected'
      ? [String(outcome.reason instanceof Error ? outcome.reason.message : outcome.reason)]
      : [],
  );
  throw new Error(faults.join('\n'));
};
