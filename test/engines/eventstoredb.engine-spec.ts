import { randomUUID } from 'node:crypto';
import { EventStoreDBClient, jsonEvent, streamNameFilter } from '@eventstore/db-client';
import type { JSONEventData } from '@eventstore/db-client';
import { EventStoreDbStore } from '@ibex/adapters/eventstoredb';
import { eventStoreSuite } from '@ibex/testing';
import { EventStoreCorner } from './eventstoredb-corner';
import { aServer } from './eventstoredb-server';
import type { Server } from './eventstoredb-server';

jest.setTimeout(180_000);

let server: Server | undefined;

beforeAll(async () => {
  server = await aServer();
});

afterAll(async () => {
  await server?.stop();
});

const connectionString = (): string => {
  if (!server) throw new Error('the server was not started');
  return server.connectionString;
};

eventStoreSuite('EventStoreDbStore on a real server', () =>
  EventStoreCorner.in(new EventStoreDbStore({ connectionString: connectionString() })),
);

/** What the adapter relies on and the stand-in imitates. */
describe('a real server', () => {
  let client: EventStoreDBClient | undefined;
  let stream: string;

  beforeEach(() => {
    stream = `told-${randomUUID()}`;
  });

  afterEach(async () => {
    await client?.dispose();
  });

  const connected = (): EventStoreDBClient => {
    client = EventStoreDBClient.connectionString(connectionString());
    return client;
  };
  const events = (count: number): JSONEventData[] =>
    Array.from({ length: count }, (_, digit) => jsonEvent({ type: 'Told', data: { digit } }));

  it('gives each event of one append a position of its own, and answers with the last', async () => {
    const on = connected();
    const appended = await on.appendToStream(stream, events(3), { expectedRevision: 'no_stream' });
    const positions: bigint[] = [];
    for await (const { event } of on.readStream(stream))
      if (event) positions.push(event.position?.commit ?? -1n);
    expect(new Set(positions).size).toBe(3);
    expect(positions.at(-1)).toBe(appended.position?.commit);
  });

  it('answers a repeat at the same revision as the first time, and writes ids again at a later one', async () => {
    const [one] = events(1);
    if (!one) throw new Error('no event');
    const on = connected();
    const first = await on.appendToStream(stream, one, { expectedRevision: 'no_stream' });
    expect(await on.appendToStream(stream, one, { expectedRevision: 'no_stream' })).toEqual(first);
    const later = await on.appendToStream(stream, one, { expectedRevision: 0n });
    expect(later.nextExpectedRevision).toBe(1n);
  });

  it('sends a checkpoint for every event when the window is one', async () => {
    const on = connected();
    const last = await on.appendToStream(stream, events(5), { expectedRevision: 'no_stream' });
    const reached = new Promise<void>((resolve) => {
      const filter = streamNameFilter({
        regex: '^nobody-$',
        maxSearchWindow: 1,
        checkpointReached: (_, position) => {
          if (position.commit >= (last.position?.commit ?? 0n)) resolve();
        },
      });
      on.subscribeToAll({ filter }).on('error', () => undefined);
    });
    await expect(reached).resolves.toBeUndefined();
  });
});
