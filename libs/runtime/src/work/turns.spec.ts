import { Turns } from './turns';

const workFor = (ms: number): void => {
  const until = performance.now() + ms;
  while (performance.now() < until);
};

describe('long work', () => {
  it('gives others their turn once it has taken a while, and then takes its own', async () => {
    const turns = new Turns();
    expect(turns.areDue).toBe(false);
    workFor(3);
    expect(turns.areDue).toBe(true);
    let hadTurn = false;
    setImmediate(() => (hadTurn = true));
    await turns.give();
    expect([hadTurn, turns.areDue]).toEqual([true, false]);
  });
});
