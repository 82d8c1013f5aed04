import { Beats } from './beats';

const EVERY = 1_000;
const quickly = { name: 'quick', send: () => Promise.resolve() };

describe('the times of signs of life', () => {
  it('are one interval after something was first seen, and then each interval', async () => {
    const beats = new Beats(EVERY);
    const begun: number[] = [];
    for (const ms of [0, 999, 1_000, 1_500, 2_000]) {
      begun.push(beats.look([quickly], ms));
      await new Promise(setImmediate);
    }
    expect(begun).toEqual([0, 0, 1, 0, 1]);
  });

  it('pass while the one before is still under way: a slow receiver is never told twice at once', async () => {
    const beats = new Beats(EVERY);
    let end = (): void => undefined;
    const slowly = { name: 'slow', send: () => new Promise<void>((resolve) => (end = resolve)) };
    expect([0, 1_000, 2_000, 3_000].map((ms) => beats.look([slowly], ms))).toEqual([0, 1, 0, 0]);
    end();
    await new Promise(setImmediate);
    expect(beats.look([slowly], 4_000)).toBe(1);
  });

  it('go on after one that failed', async () => {
    const beats = new Beats(EVERY);
    const failing = { name: 'down', send: () => Promise.reject(new Error('down')) };
    expect([0, 1_000].map((ms) => beats.look([failing], ms))).toEqual([0, 1]);
    await new Promise(setImmediate);
    expect(beats.look([failing], 2_000)).toBe(1);
  });

  it('begin anew for what was away in between', () => {
    const beats = new Beats(EVERY);
    expect([beats.look([quickly], 0), beats.look([], 500), beats.look([quickly], 1_200)]).toEqual([0, 0, 0]);
    expect(beats.look([quickly], 2_200)).toBe(1);
  });
});
