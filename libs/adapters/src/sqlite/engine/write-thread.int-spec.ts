import { join } from 'node:path';
import { StoreUnavailable } from '@ibex/kernel';
import { temporaryFolders } from '@ibex/testing';
import { packAppends } from '../log/append-protocol';
import type { AppendRequest } from '../log/append-protocol';
import { WriteThread } from './write-thread';

const newFolder = temporaryFolders();
const logTasks = join(__dirname, '..', 'log', 'log.tasks');
const anAppend = (id: string): AppendRequest => ({
  stream: `placement-${id}`,
  category: 'placement',
  expected: 'none',
  facts: [[id, 'PlacementNotified', '2026-03-02T09:00:00.000Z', '{}', null, '{}']],
});

const startLog = (): Promise<WriteThread> =>
  WriteThread.start(
    logTasks,
    { file: join(newFolder(), 'log.sqlite') },
    {
      pack: (requests) => packAppends(requests as readonly AppendRequest[]),
      startsAtOnce: true,
    },
  );

describe('a writer’s thread', () => {
  it('answers every request in the order asked, also those asked just before it closed', async () => {
    const writer = await startLog();
    const answers = Array.from({ length: 500 }, (_, index) => writer.perform(anAppend(`a-${index}`)));
    await writer.close();
    expect(await Promise.all(answers)).toEqual(Array.from({ length: 500 }, (_, index) => [index, 0]));
  });

  it('takes nothing more once it is closed', async () => {
    const writer = await startLog();
    await Promise.all([writer.close(), writer.close()]);
    await expect(writer.perform(anAppend('late'))).rejects.toMatchObject({ code: 'store/closed' });
  });

  it('fails what is under way and all that follows when it dies, rather than leave them waiting', async () => {
    const file = join(newFolder(), 'any.sqlite');
    const writer = await WriteThread.start(join(__dirname, 'broken-tasks.fixture'), { file });
    const underWay = await Promise.allSettled([writer.perform(1), writer.perform(2)]);
    for (const outcome of underWay) {
      const reason: unknown = outcome.status === 'rejected' ? outcome.reason : undefined;
      expect(reason).toBeInstanceOf(StoreUnavailable);
      expect(reason).toMatchObject({
        fault: 'store/failed',
        message: expect.stringContaining(file) as string,
      });
    }
    await expect(writer.perform(3)).rejects.toThrow(/start the process again/);
    await writer.close();
  });

  it('refuses to start without its tasks', async () => {
    const starting = WriteThread.start(join(__dirname, 'no-such-tasks'), { file: join(newFolder(), 'x') });
    await expect(starting).rejects.toMatchObject({ code: 'store/failed' });
  });
});
