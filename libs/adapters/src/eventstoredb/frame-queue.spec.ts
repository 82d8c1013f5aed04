import { PassThrough } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { ReadResp } from '@eventstore/db-client/generated/streams_pb';
import type { ClientReadableStream } from '@grpc/grpc-js';
import { FrameQueue } from './frame-queue';

/** A call as its reader sees it. */
const aCall = () => {
  const call = Object.assign(new PassThrough({ objectMode: true }), { cancel: jest.fn() });
  return { call, queue: new FrameQueue(call as unknown as ClientReadableStream<ReadResp>) };
};

describe('frames on their way to a reader', () => {
  it('are bounded: a slow reader makes the server wait, and goes on when it has taken them', async () => {
    const { call, queue } = aCall();
    let sent = 0;
    for (; sent < 2000 && call.write(new ReadResp()); sent += 1) await nextTurn();
    expect(sent).toBeGreaterThan(500);
    expect(sent).toBeLessThan(600);
    expect(call.isPaused()).toBe(true);
    for (let taken = 0; taken < 400; taken += 1) expect(queue.takeNow()).toBeDefined();
    expect(call.isPaused()).toBe(false);
  });

  it('are waited for, up to a time', async () => {
    const { call, queue } = aCall();
    expect(await queue.hasNext(5)).toBe(false);
    expect(queue.isOver).toBe(false);
    const waiting = queue.hasNext();
    call.write(new ReadResp());
    expect(await waiting).toBe(true);
  });

  it('come before the error that ended them', async () => {
    const { call, queue } = aCall();
    call.write(new ReadResp());
    await nextTurn();
    call.emit('error', new Error('cut'));
    expect(await queue.hasNext()).toBe(true);
    queue.takeNow();
    await expect(queue.hasNext()).rejects.toThrow('cut');
  });

  it('are dropped when the reader leaves, and the call is cancelled', async () => {
    const { call, queue } = aCall();
    call.write(new ReadResp());
    await nextTurn();
    queue.cancel();
    expect(await queue.hasNext()).toBe(false);
    expect(queue.isOver).toBe(true);
    await nextTurn();
    expect(call.cancel).toHaveBeenCalledTimes(1);
  });
});
