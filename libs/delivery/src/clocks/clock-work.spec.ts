import type { Work } from '@ibex/runtime';
import { silentLog } from '@ibex/runtime';
import { ClockWork } from './clock-work';

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 30));
const until = async (holds: () => boolean): Promise<void> => {
  for (let left = 200; left > 0 && !holds(); left -= 1) await settle();
};
const aWork = (look: (shard: string) => Promise<void>, log = silentLog()) => {
  const offered: Work[] = [];
  const share = { offer: (work: Work) => offered.push(work) };
  const next = { now: () => '2026-03-02T09:00:00.000Z', pauseMs: () => Promise.resolve(5), longestMs: 5 };
  new ClockWork(share as never, { look } as never, next as never, log).onModuleInit();
  const [work] = offered;
  if (!work) throw new Error('nothing was offered');
  return work;
};

describe('the work of the clocks', () => {
  it('is offered in shares, to be spread over the processes that do it', () => {
    const { group, names } = aWork(() => Promise.resolve());
    expect({ group, names }).toEqual({
      ...{ group: 'clocks', names: ['clocks-0', 'clocks-1', 'clocks-2', 'clocks-3'] },
    });
  });

  it('looks at a share again and again while it is ours, also after a look has failed', async () => {
    const looked: string[] = [];
    const work = aWork((shard) => {
      looked.push(shard);
      return looked.length === 1 ? Promise.reject(new Error('the store is away')) : Promise.resolve();
    });
    work.start('clocks-2');
    await until(() => looked.length > 2);
    await work.stop('clocks-2');
    const times = looked.length;
    expect(times).toBeGreaterThan(2);
    expect(new Set(looked)).toEqual(new Set(['2']));
    await settle();
    expect(looked.length).toBe(times);
  });

  it('tells what stays away, and nothing of a table that is only about to be there', async () => {
    const told: unknown[] = [];
    const log = { warn: (event: string, _: unknown, fields: object) => told.push([event, fields]) } as never;
    let looks = 0;
    const failing = (times: number) => () => {
      looks += 1;
      return looks <= times ? Promise.reject(new Error('no such table')) : Promise.resolve();
    };
    for (const times of [1, 2]) {
      looks = 0;
      const work = aWork(failing(times), log);
      work.start('clocks-0');
      await until(() => looks > 3);
      await work.stop('clocks-0');
    }
    expect(told).toEqual([['clocks-failed', { work: 'clocks-0', attempts: 2 }]]);
  });
});
