import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { codeOf } from './disk';
import type { Disk } from './disk';
import { DropFault } from './drop-fault';

/** A try ends before; whoever holds it longer was killed. */
const HELD_AT_MOST_MS = 30_000;
const WAITED_AT_MOST_MS = 5_000;
const LOOK_AGAIN_MS = 40;

/** What stands in a drop's folders for us alone begins with this; a leading dot keeps it from people's eyes. */
export const OURS = '.ibex-';

/** Only one writer of a file at a time, on this machine or on another with the same share. */
export class WriterLock {
  constructor(private readonly disk: Disk) {}

  /** Throws DropFault `files/in-use`. */
  async hold<T>(folder: string, name: string, work: () => Promise<T>): Promise<T> {
    const path = join(folder, `${OURS}lock-${name}`);
    await this.take(path);
    try {
      return await work();
    } finally {
      await this.disk.remove(path).catch(() => undefined);
    }
  }

  private async take(path: string): Promise<void> {
    const lastMs = performance.now() + WAITED_AT_MOST_MS;
    while (!(await this.tryOnce(path))) {
      if (performance.now() > lastMs) throw new DropFault('files/in-use');
      await pause(LOOK_AGAIN_MS);
    }
  }

  private async tryOnce(path: string): Promise<boolean> {
    try {
      await this.disk.writeNew(path, '');
      return true;
    } catch (fault) {
      if (codeOf(fault) !== 'EEXIST') throw fault;
      await this.clearIfLeft(path);
      return false;
    }
  }

  /** The age is told by the disk's own clock, which may be another machine's. */
  private async clearIfLeft(path: string): Promise<void> {
    const mark = path + randomUUID();
    try {
      await this.disk.writeNew(mark, '');
      const [held, now] = await Promise.all([this.disk.look(path), this.disk.look(mark)]);
      if (held && now && now.mtimeMs - held.mtimeMs > HELD_AT_MOST_MS) await this.disk.rename(path, mark);
    } finally {
      await this.disk.remove(mark).catch(() => undefined);
    }
  }
}
