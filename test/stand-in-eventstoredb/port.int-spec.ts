import { EventStoreDbStore } from '@ibex/adapters/eventstoredb';
import { eventStoreSuite } from '@ibex/testing';
import { StandIn } from './stand-in';

// Client and server share this process and encode every fact four times in the largest test.
jest.setTimeout(20_000);

const started: StandIn[] = [];

beforeAll(() => {
  process.stdout.write('EventStoreDB: these specs run against the stand-in, not against a real server.\n');
});

afterEach(async () => {
  for (const standIn of started.splice(0)) await standIn.stop();
});

eventStoreSuite('EventStoreDbStore on the stand-in', async () => {
  const standIn = await StandIn.start();
  started.push(standIn);
  return new EventStoreDbStore({ connectionString: standIn.connectionString });
});
