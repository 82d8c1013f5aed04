import { mkdir, open, readFile, rename } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { wordIn } from '../fault';

/** Makes sure that a file's name is on the disk, not only what it holds. */
const syncFolderOf = async (path: string): Promise<void> => {
  const folder = await open(dirname(path), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
};

const textOf = async (path: string): Promise<string> => {
  try {
    return await readFile(path, 'utf8');
  } catch (fault) {
    if (wordIn(fault, 'code') === 'ENOENT') return '';
    throw fault;
  }
};

/**
 * A file of lines that only grows, each on the disk once `append` resolves; those that come in while the disk is busy
 * share the next sync. A line that a crash cut off is dropped when the file is opened. One process at a time.
 */
export class LineFile {
  private waiting: string[] = [];
  private turn: Promise<void> = Promise.resolve();
  /** After a failed write, part of it may be in the file. */
  private isTorn = false;

  private constructor(
    private readonly path: string,
    private handle: FileHandle,
    private bytes: number,
  ) {}

  /** The file, and the lines that it holds. */
  static async open(path: string): Promise<Readonly<{ file: LineFile; lines: readonly string[] }>> {
    await mkdir(dirname(path), { recursive: true });
    const text = await textOf(path);
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    const handle = await open(path, 'a', 0o600);
    const bytes = Buffer.byteLength(whole);
    if (whole.length < text.length) await handle.truncate(bytes);
    await syncFolderOf(path);
    const file = new LineFile(path, handle, bytes);
    return { file, lines: whole === '' ? [] : whole.slice(0, -1).split('\n') };
  }

  append(line: string): Promise<void> {
    this.waiting.push(`${line}\n`);
    return this.next(() => this.flush());
  }

  /** Replaces what the file holds in one step. */
  rewrite(lines: readonly string[]): Promise<void> {
    return this.next(async () => {
      const text = lines.map((line) => `${line}\n`).join('');
      const fresh = `${this.path}.fresh`;
      const handle = await open(fresh, 'w', 0o600);
      try {
        await handle.writeFile(text);
        await handle.datasync();
      } finally {
        await handle.close();
      }
      await rename(fresh, this.path);
      await syncFolderOf(this.path);
      await this.handle.close();
      this.handle = await open(this.path, 'a', 0o600);
      this.bytes = Buffer.byteLength(text);
      this.isTorn = false;
    });
  }

  close(): Promise<void> {
    return this.next(() => this.handle.close());
  }

  private async flush(): Promise<void> {
    const lines = this.waiting;
    this.waiting = [];
    if (lines.length === 0) return;
    const text = lines.join('');
    try {
      if (this.isTorn) await this.handle.truncate(this.bytes);
      this.isTorn = true;
      await this.handle.appendFile(text);
      await this.handle.datasync();
      this.isTorn = false;
      this.bytes += Buffer.byteLength(text);
    } catch (fault) {
      // kept for whoever else waits for them; whose write this was is told
      this.waiting = [...lines, ...this.waiting];
      throw fault;
    }
  }

  private next(work: () => Promise<void>): Promise<void> {
    const mine = this.turn.then(work);
    // one failure is its caller's; the next one begins afresh
    this.turn = mine.catch(() => undefined);
    return mine;
  }
}
