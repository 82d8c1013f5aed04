import type { ReadResp } from '@eventstore/db-client/generated/streams_pb';
import type { ClientReadableStream } from '@grpc/grpc-js';

const MOST_WAITING = 512;

/** Frames of a subscription on their way to its reader: bounded, so that a slow reader makes the server wait. */
export class FrameQueue {
  private frames: ReadResp[] = [];
  private failure: unknown;
  private isEnded = false;
  private wake: (() => void) | undefined;

  constructor(private readonly stream: ClientReadableStream<ReadResp>) {
    stream
      .on('data', (frame: ReadResp) => {
        this.frames.push(frame);
        if (this.frames.length >= MOST_WAITING) stream.pause();
        this.wake?.();
      })
      .on('end', () => this.end())
      .on('close', () => this.end())
      .on('error', (error) => this.end(error));
  }

  /** The next frame if it is here already. */
  takeNow(): ReadResp | undefined {
    const frame = this.frames.shift();
    if (this.frames.length < MOST_WAITING / 2 && this.stream.isPaused()) this.stream.resume();
    return frame;
  }

  /** True when a frame is here; false when none came in time or the subscription is over. Throws the client's error. */
  async hasNext(waitMs?: number): Promise<boolean> {
    if (this.frames.length === 0 && !this.isEnded) await this.arrival(waitMs);
    if (this.frames.length === 0 && this.failure !== undefined) throw this.failure as Error;
    return this.frames.length > 0;
  }

  get isOver(): boolean {
    return this.isEnded;
  }

  /** Ends it from our side; what waits is dropped. */
  cancel(): void {
    this.frames = [];
    if (this.isEnded) return;
    this.end();
    // A call cancelled in the turn in which it was opened is not cancelled on the server.
    setImmediate(() => this.stream.cancel());
  }

  private arrival(waitMs: number | undefined): Promise<void> {
    return new Promise((resolve) => {
      const arrived = (): void => {
        clearTimeout(timer);
        this.wake = undefined;
        resolve();
      };
      const timer = waitMs === undefined ? undefined : setTimeout(arrived, waitMs);
      this.wake = arrived;
    });
  }

  private end(failure?: unknown): void {
    if (!this.isEnded) this.failure = failure;
    this.isEnded = true;
    this.wake?.();
  }
}
