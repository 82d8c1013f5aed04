import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { StoreUnavailable } from '@ibex/kernel';
import type { Failure } from './faults';
import type { FromWriter, ToWriter, WriterSetup } from './write-protocol';

/**
 * `pack`: makes of requests what is cheap to copy to the other thread; the tasks unpack it there. `startsAtOnce`: a writer
 * at rest does not wait for what else this turn of the event loop will ask for: whoever asked may work on meanwhile.
 */
type Ways = Readonly<{ pack?: (requests: readonly unknown[]) => unknown; startsAtOnce?: boolean }>;
type Waiting = Readonly<{ resolve(value: unknown): void; reject(reason: StoreUnavailable): void }>;

/** One group is being committed while the next one is at hand. */
const MOST_GROUPS_UNDER_WAY = 2;
/** A part of this many goes ahead of the rest of its group, so that both threads work at it at once. */
const PART_SIZE = 8;

const unavailable = ({ fault, message }: Failure): StoreUnavailable => new StoreUnavailable(fault, message);

/** The thread that owns a file's only writing connection. The main thread never waits for an fsync. */
export class WriteThread {
  private waiting: Waiting[] = [];
  private readonly sizes: number[] = [];
  private outbox: unknown[] = [];
  private sentAhead = 0;
  private isFlushDue = false;
  private gone: Failure | undefined;
  private readonly ended: Promise<void>;

  private constructor(
    private readonly worker: Worker,
    private readonly file: string,
    private readonly ways: Ways,
  ) {
    this.ended = new Promise((resolve) => {
      worker.once('exit', () => {
        this.lose({
          fault: 'store/failed',
          message: `${file}: its writer has stopped; start the process again`,
        });
        resolve();
      });
    });
    worker.on('error', (error: unknown) => {
      const name = error instanceof Error ? error.name : 'unknown';
      this.lose({ fault: 'store/failed', message: `${file}: its writer failed (${name})` });
    });
  }

  /** `tasks`: path of the tasks' module without extension. Throws StoreUnavailable when the file cannot be opened. */
  static async start(
    tasks: string,
    options: Readonly<{ file: string }>,
    ways: Ways = {},
  ): Promise<WriteThread> {
    const extension = extname(__filename);
    const workerData: WriterSetup = { tasks: `${tasks}${extension}`, extension, options };
    const worker = new Worker(join(__dirname, `writer.entry${extension}`), {
      workerData,
      execArgv: ['--disable-warning=ExperimentalWarning', '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON'],
    });
    const thread = new WriteThread(worker, options.file, ways);
    const first = await new Promise<FromWriter>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
    });
    if (first.kind === 'refused') throw unavailable(first.failure);
    worker.on('message', (message: FromWriter) => thread.settle(message));
    return thread;
  }

  /** Resolves with the tasks' answer once it is durable. */
  perform<T>(request: unknown): Promise<T> {
    const { gone } = this;
    if (gone) return Promise.reject(unavailable(gone));
    return new Promise<T>((resolve, reject) => {
      this.waiting.push({ resolve, reject });
      this.outbox.push(request);
      if (this.outbox.length >= PART_SIZE && this.mayStart()) this.post(true);
      this.flushSoon();
    });
  }

  /** After everything asked for before it. Idempotent. */
  async close(): Promise<void> {
    if (!this.gone) {
      this.gone = { fault: 'store/closed', message: `${this.file}: it is closed` };
      this.post(false);
      this.worker.postMessage(null satisfies ToWriter);
    }
    await this.ended;
  }

  /** At the end of this turn of the event loop, so that all of its requests travel in one message. */
  private flushSoon(): void {
    if (this.isFlushDue) return;
    this.isFlushDue = true;
    const later = this.ways.startsAtOnce && this.sizes.length === 0 ? queueMicrotask : setImmediate;
    later(() => {
      this.isFlushDue = false;
      const isDue = this.sentAhead > 0 || this.outbox.length > 0;
      if (isDue && this.mayStart()) this.post(false);
    });
  }

  private mayStart(): boolean {
    return this.sentAhead > 0 || this.sizes.length < MOST_GROUPS_UNDER_WAY;
  }

  private post(more: boolean): void {
    const batch = this.ways.pack?.(this.outbox) ?? this.outbox;
    this.worker.postMessage({ batch, more } satisfies ToWriter);
    this.sentAhead += this.outbox.length;
    this.outbox = [];
    if (more) return;
    this.sizes.push(this.sentAhead);
    this.sentAhead = 0;
  }

  private settle(message: FromWriter): void {
    if (message.kind !== 'answers') return;
    const { values, failures } = message;
    const answered = this.waiting.splice(0, values.length);
    for (const [index, failure] of failures) answered[index]?.reject(unavailable(failure));
    // A promise settles once: resolving those that failed has no effect.
    values.forEach((value, index) => answered[index]?.resolve(value));
    this.markAnswered(values.length);
    if (this.outbox.length > 0) this.flushSoon();
  }

  private markAnswered(answers: number): void {
    let left = answers;
    while (left > 0 && this.sizes.length > 0) left -= this.sizes.shift() ?? 0;
  }

  private lose(failure: Failure): void {
    this.gone ??= failure;
    const lost = this.gone;
    for (const waiting of this.waiting.splice(0)) waiting.reject(unavailable(lost));
  }
}
