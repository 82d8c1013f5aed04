import { AttemptLines } from './attempt-lines';
import type { OneTry } from './attempt-lines';

const SECOND = 1_000;
const aTry = (sequence: number, change: Partial<OneTry> = {}): OneTry => ({
  ...{ subscriptionId: 's-1', authority: 'E09000008', sequence, at: '2026-03-02T09:00:00.000Z' },
  ...{ outcome: 'taken', status: 204, durationMs: 3 },
  ...change,
});
const failed = (sequence: number, reason: string, status = 500): OneTry =>
  aTry(sequence, { outcome: 'later', reason, status });
const lines = () => new AttemptLines({ atOnce: 3, everyMs: 10 * SECOND, sumEveryMs: 60 * SECOND });

describe('the lines of the log of tries', () => {
  it('are one per try, while there are few', () => {
    const log = lines();
    log.note(aTry(1), 0);
    log.note(failed(2, 'webhook/timed-out'), 5);
    expect(log.take(10)).toEqual([
      { ...aTry(1), more: 0 },
      { ...failed(2, 'webhook/timed-out'), more: 0 },
    ]);
    expect(log.take(20)).toEqual([]);
  });

  it('are one per kind and minute for an endpoint that fails fast, and say how many more there were', () => {
    const log = lines();
    for (let at = 0; at < 100; at += 1) log.note(failed(at, at % 2 === 0 ? 'a/a' : 'b/b', 500 + at), at);
    expect(log.take(SECOND).map(({ sequence, more }) => [sequence, more])).toEqual([
      [0, 0],
      [1, 0],
      [2, 0],
    ]);
    expect(log.take(59 * SECOND)).toEqual([]);
    expect(log.take(61 * SECOND)).toEqual([
      { ...failed(99, 'b/b', 599), more: 48 },
      { ...failed(98, 'a/a', 598), more: 47 },
    ]);
  });

  it('are bounded for a day, however often it is tried', () => {
    const log = lines();
    let written = 0;
    for (let second = 0; second < 86_400; second += 1) {
      for (let time = 0; time < 5; time += 1) log.note(failed(second, 'a/a'), second * SECOND + time);
      written += log.take(second * SECOND + 10).length;
    }
    expect(written).toBeLessThanOrEqual(3 + 8_640 + 1_440);
  });

  it('keep failures singly though many entries are taken', () => {
    const log = lines();
    for (let at = 0; at < 100; at += 1) log.note(aTry(at), 0);
    log.note(failed(200, 'a/a'), 0);
    expect(log.take(0).map(({ sequence }) => sequence)).toEqual([0, 1, 2, 200]);
    expect(log.takeAll()).toEqual([{ ...aTry(99), more: 96 }]);
  });

  it('are gained again with time, each subscription its own', () => {
    const log = lines();
    for (let at = 0; at < 4; at += 1) log.note(aTry(at), 0);
    log.note(aTry(9, { subscriptionId: 's-2' }), 0);
    log.note(aTry(5), 10 * SECOND);
    expect(log.take(10 * SECOND).map(({ sequence, more }) => [sequence, more])).toEqual([
      [0, 0],
      [1, 0],
      [2, 0],
      [9, 0],
      [5, 0],
    ]);
  });
});
