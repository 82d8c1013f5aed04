import { GenericContainer, Wait } from 'testcontainers';

export type Server = Readonly<{ connectionString: string; stop(): Promise<void> }>;

const PORT = 2113;
const IMAGE = process.env['IBEX_TEST_EVENTSTOREDB_IMAGE'] ?? 'eventstore/eventstore:24.2.0-jammy';

const HOW =
  'No EventStoreDB (KurrentDB) server to run against. Either set IBEX_TEST_EVENTSTOREDB to the connection string of one ' +
  'that may be written to, e.g. esdb://127.0.0.1:2113?tls=false, or start Docker, and run npm run test:engines again.';

const inContainer = async (): Promise<Server> => {
  const container = await new GenericContainer(IMAGE)
    .withExposedPorts(PORT)
    .withCommand(['--insecure', '--mem-db', '--run-projections=None', '--enable-atom-pub-over-http=false'])
    .withWaitStrategy(Wait.forHttp('/health/live', PORT).forStatusCode(204))
    .withStartupTimeout(120_000)
    .start();
  const connectionString = `esdb://${container.getHost()}:${container.getMappedPort(PORT)}?tls=false`;
  return {
    connectionString,
    stop: async () => {
      await container.stop();
    },
  };
};

/** The server named by IBEX_TEST_EVENTSTOREDB, else one in a container; fails by name when there is neither. */
export const aServer = async (): Promise<Server> => {
  const connectionString = process.env['IBEX_TEST_EVENTSTOREDB'];
  if (connectionString !== undefined && connectionString !== '')
    return { connectionString, stop: () => Promise.resolve() };
  try {
    return await inContainer();
  } catch (error) {
    throw new Error(HOW, { cause: error });
  }
};
