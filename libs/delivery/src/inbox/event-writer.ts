import type { HeartbeatMessage } from '../heartbeat/heartbeat.message';
import type { InboxMessage } from './inbox.message';

/** What is needed of a response that is written bit by bit. */
export interface RawResponse {
  writeHead(status: number, headers: Readonly<Record<string, string>>): unknown;
  /** False when the client reads too slowly: wait for `drain`. */
  write(text: string): boolean;
  end(): unknown;
  once(event: 'close' | 'drain', listener: () => void): unknown;
  off(event: 'close' | 'drain', listener: () => void): unknown;
}

/** Writes server-sent events, no faster than the client reads them. */
export class EventWriter {
  constructor(
    private readonly response: RawResponse,
    /** Aborts when the client is gone or the stream has to end. */
    readonly done: AbortSignal,
    /** Whether the reader’s access was taken away. */
    private readonly isForbidden: () => Promise<boolean>,
  ) {}

  isOver(): boolean {
    return this.done.aborted;
  }

  open(): void {
    this.response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      // kept alive, it could become idle just after a stopping server looked for idle ones, and hold it up for a minute
      connection: 'close',
    });
    // tells proxies and clients at once that the stream stands, and how soon to come back when it breaks
    this.response.write('retry: 2000\n: open\n\n');
  }

  /** False where the stream is over: by itself, or because the reader may not read this any more, and nothing was sent. */
  async send(id: number, message: InboxMessage): Promise<boolean> {
    if (await this.isForbidden()) return false;
    await this.write(`id: ${id}\nevent: ${message.type}\ndata: ${JSON.stringify(message)}\n\n`);
    return !this.isOver();
  }

  /** Without an id: whoever resumes goes on after the last entry. */
  heartbeat(message: HeartbeatMessage): Promise<void> {
    return this.write(`event: ${message.type}\ndata: ${JSON.stringify(message)}\n\n`);
  }

  close(): void {
    this.response.end();
  }

  private async write(text: string): Promise<void> {
    if (this.done.aborted || this.response.write(text)) return;
    await new Promise<void>((resolve) => {
      const go = (): void => {
        this.response.off('drain', go);
        this.done.removeEventListener('abort', go);
        resolve();
      };
      this.response.once('drain', go);
      this.done.addEventListener('abort', go, { once: true });
    });
  }
}
