import { Turns } from './turns';

describe('long work', () => {
  it('gives others their turn once it has taken a while, and then takes its own', async () => {
    const clock = jest.spyOn(performance, 'now').mockReturnValue(0);
    const turns = new Turns();
    let given = 0;
    const givenAt = async (ms: number): Promise<number> => {
      clock.mockReturnValue(ms);
      setImmediate(() => (given += 1));
      await turns.giveIfDue();
      return given;
    };
    expect(await givenAt(1)).toBe(0);
    expect(await givenAt(2)).toBe(2);
    expect(await givenAt(3)).toBe(2);
    clock.mockRestore();
  });
});
