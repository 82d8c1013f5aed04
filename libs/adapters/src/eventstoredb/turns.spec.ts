import { setImmediate as nextTurn } from 'node:timers/promises';
import { Turns } from './turns';

describe('turns', () => {
  it('come one after the other for a key, beside those of other keys, also after a failure', async () => {
    const turns = new Turns();
    const order: string[] = [];
    const work = (name: string) => async (): Promise<string> => {
      order.push(`${name} begins`);
      await nextTurn();
      order.push(`${name} ends`);
      if (name === 'a1') throw new Error('a1 failed');
      return name;
    };
    const outcomes = await Promise.allSettled([
      turns.take('a', work('a1')),
      turns.take('a', work('a2')),
      turns.take('b', work('b1')),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
    expect(order.indexOf('a2 begins')).toBeGreaterThan(order.indexOf('a1 ends'));
    expect(order.indexOf('b1 begins')).toBeLessThan(order.indexOf('a1 ends'));
  });
});
