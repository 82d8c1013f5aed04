import type { RecordedFact } from '@ibex/kernel';
import { aNewFact } from '@ibex/testing';
import { StreamMemory } from './stream-memory';

const recorded = (stream: string, from: number, count: number): readonly RecordedFact[] =>
  Array.from({ length: count }, (_, index) => ({
    ...aNewFact(`${stream}-${from + index}`),
    stream,
    category: stream,
    revision: from + index,
    position: from + index,
  }));

describe('what is remembered of streams', () => {
  it('is their ids up to the newest fact seen without a gap', () => {
    const memory = new StreamMemory();
    memory.note('a', 0, recorded('a', 0, 3));
    memory.note('a', 5, recorded('a', 5, 2));
    expect(memory.of('a').last).toBe(2);
    memory.note('a', 2, recorded('a', 2, 4));
    expect(memory.of('a').last).toBe(5);
    expect(memory.of('a').heldOf([{ id: 'a-6' }, { id: 'a-4' }, { id: 'a-0' }])).toEqual([4, 0]);
  });

  it('is bounded: streams not in use are forgotten whole', () => {
    const memory = new StreamMemory(12);
    memory.note('a', 0, recorded('a', 0, 4));
    memory.note('b', 0, recorded('b', 0, 4));
    memory.of('a');
    memory.note('c', 0, recorded('c', 0, 4));
    expect(memory.of('b').last).toBe(-1);
    expect(memory.of('a').last).toBe(3);
    expect(memory.of('c').last).toBe(3);
  });

  it('is bounded in streams that hold nothing, too', () => {
    const memory = new StreamMemory(3);
    memory.note('a', 0, recorded('a', 0, 1));
    for (const stream of ['b', 'c', 'd', 'e']) memory.note(stream, 0, []);
    expect(memory.of('a').last).toBe(-1);
  });
});
