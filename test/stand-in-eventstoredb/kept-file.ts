import {
  closeSync,
  existsSync,
  fsync,
  mkdirSync,
  openSync,
  readFileSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Keeper, StoredEvent } from './log-book';

type Line = Omit<StoredEvent, 'data' | 'metadata'> & Readonly<{ data: string; metadata: string }>;

const toLine = (event: StoredEvent): string =>
  `${JSON.stringify({
    ...event,
    data: Buffer.from(event.data).toString('base64'),
    metadata: Buffer.from(event.metadata).toString('base64'),
  })}\n`;

const ofLine = (line: string): StoredEvent => {
  const { data, metadata, ...rest } = JSON.parse(line) as Line;
  return { ...rest, data: Buffer.from(data, 'base64'), metadata: Buffer.from(metadata, 'base64') };
};

type Waiting = Readonly<{ lines: string; done: () => void; failed: (error: Error) => void }>;

/** Events as lines of a file, one sync for all that came in a turn; a last line cut off by a kill is dropped. */
export class KeptFile implements Keeper {
  private readonly file: string;
  private readonly descriptor: number;
  private waiting: Waiting[] = [];
  private isWriting = false;

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    this.file = join(folder, 'stand-in-eventstoredb.jsonl');
    if (existsSync(this.file)) this.dropTornLine();
    this.descriptor = openSync(this.file, 'a');
  }

  load(): readonly StoredEvent[] {
    return readFileSync(this.file, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map(ofLine);
  }

  keep(events: readonly StoredEvent[]): Promise<void> {
    return new Promise((done, failed) => {
      this.waiting.push({ lines: events.map(toLine).join(''), done, failed });
      if (!this.isWriting) this.write();
    });
  }

  close(): void {
    closeSync(this.descriptor);
  }

  private write(): void {
    this.isWriting = true;
    setImmediate(() => {
      const group = this.waiting;
      this.waiting = [];
      writeSync(this.descriptor, group.map(({ lines }) => lines).join(''));
      fsync(this.descriptor, (error) => {
        for (const { done, failed } of group)
          if (error) failed(error);
          else done();
        this.isWriting = false;
        if (this.waiting.length > 0) this.write();
      });
    });
  }

  private dropTornLine(): void {
    const held = readFileSync(this.file);
    const whole = held.lastIndexOf('\n') + 1;
    if (whole < held.length) truncateSync(this.file, whole);
  }
}
