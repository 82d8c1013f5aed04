import type { ReadStreamOptions, RecordedFact } from '@ibex/kernel';
import { LongStreams } from './long-streams';

/** A store of streams that only grow, which remembers from where each was read. */
const storeOf = () => {
  const lengths = new Map<string, number>();
  const reads: string[] = [];
  const fact = (stream: string, revision: number) =>
    ({ stream, revision, id: `${stream} ${String(revision)}` }) as RecordedFact;
  const readStream = (stream: string, { from = 0 }: ReadStreamOptions = {}) => {
    reads.push(`${stream} ${String(from)}`);
    const all = Array.from({ length: lengths.get(stream) ?? 0 }, (_, revision) => fact(stream, revision));
    return Promise.resolve(all.slice(from));
  };
  const grow = (stream: string, by: number) => lengths.set(stream, (lengths.get(stream) ?? 0) + by);
  return { readStream, reads, grow };
};

const revisions = (facts: readonly RecordedFact[]) => facts.map(({ revision }) => revision);
const upTo = (length: number) => Array.from({ length }, (_, revision) => revision);

describe('long streams', () => {
  it('reads a short one whole each time', async () => {
    const store = storeOf();
    const streams = new LongStreams(store);
    store.grow('a', 3);
    await streams.read('a');
    store.grow('a', 1);
    expect(revisions(await streams.read('a'))).toEqual(upTo(4));
    expect(store.reads).toEqual(['a 0', 'a 0']);
  });

  it('reads of a long one what came since, and gives all of it', async () => {
    const store = storeOf();
    const streams = new LongStreams(store);
    store.grow('a', 100);
    const before = await streams.read('a');
    expect(await streams.read('a')).toBe(before);
    store.grow('a', 2);
    expect(revisions(await streams.read('a'))).toEqual(upTo(102));
    expect(revisions(before)).toEqual(upTo(100));
    expect(store.reads).toEqual(['a 0', 'a 100', 'a 100']);
  });

  it('gives each of two readers at once every fact once', async () => {
    const store = storeOf();
    const streams = new LongStreams(store);
    store.grow('a', 100);
    await streams.read('a');
    store.grow('a', 5);
    const both = await Promise.all([streams.read('a'), streams.read('a')]);
    for (const facts of [...both, await streams.read('a')]) expect(revisions(facts)).toEqual(upTo(105));
  });

  it('lets go of those used longest ago', async () => {
    const store = storeOf();
    const streams = new LongStreams(store, 250);
    for (const stream of ['a', 'b', 'a', 'c', 'a', 'b']) {
      if (!store.reads.some((read) => read.startsWith(stream))) store.grow(stream, 100);
      await streams.read(stream);
    }
    expect(store.reads).toEqual(['a 0', 'b 0', 'a 100', 'c 0', 'a 100', 'b 0']);
  });
});
