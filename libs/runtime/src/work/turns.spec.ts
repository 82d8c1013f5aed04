import { Turns } from './turns';

const workFor = (ms: number): void => {
  const until = performance.now() + ms;
  while (performance.now() < until);
};

describe('long work', () => {
  it('gives others their turn once it has taken a while, and then takes its own', async () => {
    const turns = new Turns();
    let given = 0;
    const othersHadTheirs = async (): Promise<number> => {
      setImmediate(() => (given += 1));
      await turns.giveIfDue();
      return given;
    };
    expect(await othersHadTheirs()).toBe(0);
    workFor(3);
    const had = await othersHadTheirs();
    expect(had).toBeGreaterThan(0);
    expect(await othersHadTheirs()).toBe(had);
  });
});
