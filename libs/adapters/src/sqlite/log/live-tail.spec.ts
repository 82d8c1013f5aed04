import type { RecordedFact } from '@ibex/kernel';
import { aNewFact } from '@ibex/testing';
import { LiveTail } from './live-tail';

const at = (position: number): RecordedFact => ({
  ...aNewFact(`fact-${position}`),
  stream: 'placement-1',
  category: 'placement',
  revision: position,
  position,
});
const filled = (tail: LiveTail, from: number, to: number, bytes = 100): LiveTail => {
  for (let position = from; position <= to; position += 1) tail.push(at(position), bytes);
  return tail;
};
const positions = (facts: readonly RecordedFact[] | undefined): readonly number[] | undefined =>
  facts?.map((fact) => fact.position);

describe('live tail', () => {
  it('gives the facts after a position, up to a limit', () => {
    const tail = filled(new LiveTail(), 0, 9);
    expect(positions(tail.after(-1, 3))).toEqual([0, 1, 2]);
    expect(positions(tail.after(6, 10))).toEqual([7, 8, 9]);
    expect(tail.after(9, 10)).toEqual([]);
  });

  it('knows nothing of what came before its first fact', () => {
    expect(new LiveTail().after(-1, 10)).toBeUndefined();
    const tail = filled(new LiveTail(), 50, 55);
    expect(tail.after(48, 10)).toBeUndefined();
    expect(positions(tail.after(49, 2))).toEqual([50, 51]);
  });

  it('keeps a bounded number of facts, the newest', () => {
    const tail = filled(new LiveTail(10), 0, 99);
    expect(tail.after(60, 10)).toBeUndefined();
    expect(positions(tail.after(94, 10))).toEqual([95, 96, 97, 98, 99]);
  });

  it('keeps a bounded number of bytes', () => {
    const tail = filled(new LiveTail(1000, 1000), 0, 50, 400);
    expect(tail.after(40, 10)).toBeUndefined();
    expect(positions(tail.after(49, 10))).toEqual([50]);
  });

  it('starts anew rather than have a gap', () => {
    const tail = filled(filled(new LiveTail(), 0, 4), 7, 8);
    expect(tail.after(3, 10)).toBeUndefined();
    expect(positions(tail.after(6, 10))).toEqual([7, 8]);
  });
});
