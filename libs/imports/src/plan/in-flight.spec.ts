import { InFlight } from './in-flight';

describe('jobs in flight', () => {
  it('are never more than the limit, and all are done in the end', async () => {
    const inFlight = new InFlight(2);
    let [running, most, done] = [0, 0, 0];
    for (let index = 0; index < 7; index += 1) {
      await inFlight.add(async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setImmediate(resolve));
        running -= 1;
        done += 1;
      });
    }
    await inFlight.drained();
    expect([most, done]).toStrictEqual([2, 7]);
  });

  it('tell the first failure and start no more', async () => {
    const inFlight = new InFlight(1);
    await inFlight.add(() => Promise.reject(new Error('gone')));
    await expect(inFlight.add(() => Promise.resolve())).rejects.toThrow('gone');
    await expect(inFlight.drained()).rejects.toThrow('gone');
  });
});
