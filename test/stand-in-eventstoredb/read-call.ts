import type { ServerWritableStream } from '@grpc/grpc-js';
import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb';

export type ReadCall = ServerWritableStream<ReadReq, ReadResp>;

const ENDINGS = ['drain', 'cancelled', 'close'] as const;

/** Sends one frame and waits while the reader's window is full. */
export const send = (call: ReadCall, frame: ReadResp): Promise<void> | undefined => {
  if (call.cancelled || call.destroyed || call.write(frame)) return undefined;
  return new Promise((resolve) => {
    const done = (): void => {
      for (const name of ENDINGS) call.off(name, done);
      resolve();
    };
    for (const name of ENDINGS) call.on(name, done);
  });
};
