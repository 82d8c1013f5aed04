import {
  EventStoreDBClient,
  excludeSystemEvents,
  jsonEvent,
  MaxAppendSizeExceededError,
  NotLeaderError,
  StreamDeletedError,
  StreamNotFoundError,
  streamNameFilter,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import type { AppendResult, JSONEventData, Position } from '@eventstore/db-client';
import { temporaryFolders } from '@ibex/testing';
import { openControlPort, portOf } from './control-port';
import { StandIn } from './stand-in';

const newFolder = temporaryFolders();

let standIn: StandIn;
let client: EventStoreDBClient;

beforeEach(async () => {
  standIn = await StandIn.start();
  client = EventStoreDBClient.connectionString(standIn.connectionString);
});

afterEach(async () => {
  await client.dispose();
  await standIn.stop();
});

const idOf = (digit: number): string => `00000000-0000-4000-8000-${String(digit).padStart(12, '0')}`;
const event = (digit: number): JSONEventData => jsonEvent({ id: idOf(digit), type: 'Told', data: { digit } });
const events = (...digits: readonly number[]): JSONEventData[] => digits.map(event);

type Expected = 'any' | 'no_stream' | 'stream_exists' | bigint;
/** The client appends in batches where it may; with credentials of a call's own it appends by itself. */
const WAYS = {
  batch: {},
  single: { credentials: { username: 'admin', password: 'changeit' } },
} as const;
type Way = keyof typeof WAYS;

const append = (way: Way, expectedRevision: Expected, ...digits: readonly number[]): Promise<AppendResult> =>
  client.appendToStream('told-1', events(...digits), { expectedRevision, ...WAYS[way] });

const digitsOf = async (stream = 'told-1'): Promise<readonly number[]> => {
  const found: number[] = [];
  for await (const { event: read } of client.readStream(stream))
    if (read) found.push((read.data as unknown as { digit: number }).digit);
  return found;
};

describe.each(['batch', 'single'] as const)('appends as the server takes them (%s)', (way) => {
  it('answers with the last revision and position, which grow by the size of what was written', async () => {
    const first = await append(way, 'no_stream', 1, 2);
    const second = await append(way, 1n, 3);
    expect(first).toMatchObject({ success: true, nextExpectedRevision: 1n });
    expect(second).toMatchObject({ success: true, nextExpectedRevision: 2n });
    const [from, to] = [first.position?.commit ?? 0n, second.position?.commit ?? 0n];
    expect(first.position?.prepare).toBe(from);
    expect(to - from).toBeGreaterThan(50n);
  });

  it.each([
    ['no_stream', 'no_stream'],
    ['an exact revision', 0n],
    ['any, while it remembers the ids', 'any'],
  ] as const)('takes the same ids at the same place for a repeat (%s)', async (_, expected) => {
    if (expected === 0n) await append(way, 'no_stream', 9);
    const first = await append(way, expected, 1, 2);
    await append(way, 'any', 3);
    expect(await append(way, expected, 1, 2)).toEqual(first);
    expect((await digitsOf()).filter((digit) => digit < 9)).toEqual([1, 2, 3]);
  });

  it('writes the same ids again at the revision where the stream stands: it does not look back', async () => {
    await append(way, 'no_stream', 1);
    await append(way, 0n, 1);
    expect(await digitsOf()).toEqual([1, 1]);
  });

  it.each([
    ['another expected revision', 5n, [1]],
    ['ids that follow only in part', 'no_stream', [1, 7]],
    ['other ids where there are some', 'no_stream', [7]],
    ['some remembered and others not, expecting nothing', 'any', [1, 7]],
  ] as const)('refuses %s, and says where the stream stands', async (_, expected, digits) => {
    await append(way, 'no_stream', 1, 2);
    const refused = append(way, expected, ...digits);
    await expect(refused).rejects.toBeInstanceOf(WrongExpectedVersionError);
    await expect(refused).rejects.toMatchObject({
      streamName: 'told-1',
      expectedVersion: expected,
      actualVersion: 1n,
    });
    expect(await digitsOf()).toEqual([1, 2]);
  });

  it('refuses a stream that must be there and is not', async () => {
    await expect(append(way, 'stream_exists', 1)).rejects.toMatchObject({ actualVersion: 'no_stream' });
    await expect(append(way, 0n, 1)).rejects.toMatchObject({ actualVersion: 'no_stream' });
  });

  it('refuses more than it takes at once', async () => {
    const large = jsonEvent({ type: 'Told', data: { text: 'x'.repeat(1_100_000) } });
    const refused = client.appendToStream('told-1', [large], WAYS[way]);
    await expect(refused).rejects.toBeInstanceOf(MaxAppendSizeExceededError);
    await expect(refused).rejects.toMatchObject({ maxAppendSize: 1_048_576 });
  });

  it('names the leader when it is not the one', async () => {
    const leader = await StandIn.start({ sharing: standIn });
    standIn.faults.plan('not-leader');
    standIn.follow(leader);
    const refused = append(way, 'any', 1);
    await expect(refused).rejects.toBeInstanceOf(NotLeaderError);
    await expect(refused).rejects.toMatchObject({
      leader: { address: leader.endpoint.host, port: leader.endpoint.port },
    });
    await leader.stop();
  });
});

describe('deleting', () => {
  it('softly ends what is there; the stream goes on with its numbers', async () => {
    await append('single', 'no_stream', 1, 2);
    await client.deleteStream('told-1');
    await expect(digitsOf()).rejects.toBeInstanceOf(StreamNotFoundError);
    expect(await append('single', 'no_stream', 3)).toMatchObject({ nextExpectedRevision: 2n });
    expect(await digitsOf()).toEqual([3]);
  });

  it('for good leaves a stream nobody can append to', async () => {
    await append('single', 'no_stream', 1);
    await client.tombstoneStream('told-1');
    await expect(append('single', 'any', 2)).rejects.toBeInstanceOf(StreamDeletedError);
    await expect(append('batch', 'any', 2)).rejects.toBeInstanceOf(StreamDeletedError);
    await expect(digitsOf()).rejects.toBeInstanceOf(StreamDeletedError);
  });

  it('at a wrong revision is refused', async () => {
    await append('single', 'no_stream', 1);
    await expect(client.deleteStream('told-1', { expectedRevision: 4n })).rejects.toMatchObject({
      type: 'wrong-expected-version',
      actualVersion: 0n,
    });
  });
});

describe('reading the whole log', () => {
  const positions = async (
    options: Parameters<EventStoreDBClient['readAll']>[0],
  ): Promise<readonly bigint[]> => {
    const found: bigint[] = [];
    for await (const { event: read } of client.readAll(options)) if (read) found.push(read.position.commit);
    return found;
  };

  it('gives the server’s own events as well, in order of position, from a position on or before it', async () => {
    await append('single', 'no_stream', 1, 2, 3);
    const all = await positions({});
    expect(all.length).toBeGreaterThan(3);
    expect(all).toEqual([...all].sort((a, b) => Number(a - b)));
    const [middle = 0n] = all.slice(3);
    const fromPosition: Position = { commit: middle, prepare: middle };
    expect(await positions({ fromPosition })).toEqual(all.slice(3));
    expect(await positions({ fromPosition, direction: 'backwards' })).toEqual(all.slice(0, 3).reverse());
    expect(await positions({ direction: 'backwards', fromPosition: 'end', maxCount: 2 })).toEqual(
      all.slice(-2).reverse(),
    );
  });

  it('refuses a place where no record begins', async () => {
    await append('single', 'no_stream', 1);
    await expect(positions({ fromPosition: { commit: 7n, prepare: 7n } })).rejects.toThrow(
      'Invalid position',
    );
  });
});

describe('a subscription', () => {
  it('begins behind its position, catches up, says so, and lets through what its filter asks for', async () => {
    const first = await append('single', 'no_stream', 1);
    await append('single', 0n, 2);
    const said: string[] = [];
    const subscription = client.subscribeToAll({
      ...(first.position ? { fromPosition: first.position } : {}),
      filter: excludeSystemEvents(),
    });
    subscription.on('caughtUp', () => said.push('caught up'));
    const taken: unknown[] = [];
    for await (const { event: read } of subscription) {
      taken.push(read?.data);
      if (taken.length === 1) await append('single', 1n, 3);
      if (taken.length === 2) break;
    }
    await subscription.unsubscribe();
    expect(taken).toEqual([{ digit: 2 }, { digit: 3 }]);
    expect(said).toEqual(['caught up']);
  });

  it('sends a checkpoint after each window of events, whether they pass or not', async () => {
    const checkpoints: bigint[] = [];
    const filter = streamNameFilter({
      prefixes: ['none-'],
      maxSearchWindow: 4,
      checkpointInterval: 2,
      checkpointReached: (_, position) => void checkpoints.push(position.commit),
    });
    await append('single', 'no_stream', ...Array.from({ length: 20 }, (_, digit) => digit));
    const subscription = client.subscribeToAll({ filter });
    await new Promise((resolve) => subscription.once('caughtUp', resolve).on('data', resolve));
    await subscription.unsubscribe();
    const records = standIn.node.book.log.map((record) => BigInt(record.position));
    expect(checkpoints).toEqual(records.filter((_, index) => index % 8 === 7));
  });
});

describe('what is kept in a folder', () => {
  it('is there again with the same revisions, positions and ids', async () => {
    const folder = newFolder();
    const kept = await StandIn.start({ folder });
    const writer = EventStoreDBClient.connectionString(kept.connectionString);
    await writer.appendToStream('told-1', events(1, 2), { expectedRevision: 'no_stream' });
    const before = kept.node.book.log.map(({ position, id, stream, revision }) => [
      position,
      id,
      stream,
      revision,
    ]);
    await writer.dispose();
    await kept.stop();
    const again = await StandIn.start({ folder });
    expect(
      again.node.book.log.map(({ position, id, stream, revision }) => [position, id, stream, revision]),
    ).toEqual(before);
    await again.stop();
  });
});

describe('the control port', () => {
  it('switches faults, and knows no others', async () => {
    const control = await openControlPort(standIn, 0);
    const order = async (path: string): Promise<number> =>
      (await fetch(`http://127.0.0.1:${portOf(control)}${path}`, { method: 'POST' })).status;
    expect(await order('/append/late?times=2&ms=5')).toBe(204);
    expect([standIn.faults.next(), standIn.faults.next(), standIn.faults.next()]).toEqual([
      'late',
      'late',
      undefined,
    ]);
    expect(await order('/duplicates')).toBe(204);
    expect(standIn.faults.duplicates).toBe(true);
    expect(await order('/clear')).toBe(204);
    expect(standIn.faults.duplicates).toBe(false);
    expect(await order('/append/sideways')).toBe(404);
    control.close();
  });
});
