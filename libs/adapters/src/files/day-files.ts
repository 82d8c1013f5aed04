import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Stats } from 'node:fs';
import type { BatchedEntry } from '@ibex/kernel';
import { readRows, withEntries } from './day-file.rule';
import type { DayRows, RowWords } from './day-file.rule';
import { codeOf } from './disk';
import type { Disk } from './disk';
import { DropFault } from './drop-fault';
import { OURS, WriterLock } from './writer-lock';

const LEFT_KEPT_MS = 3_600_000;
const MOST_BYTES = 16 * 1024 * 1024;
/** How many files of a day that are not ours, or no longer, before it is given up for now. */
const MOST_STRANGERS = 8;
/** How often somebody may save the file at the very moment. */
const TRIES = 3;

/** `found`: as it was when its rows were read; undefined: there was none. */
type Standing = Readonly<{ path: string; rows: DayRows; found: Stats | undefined }>;

const markOf = (found: Stats | undefined): string =>
  found ? [found.ino, found.mtimeMs, found.size].join(' ') : 'nothing';

export type Day = Readonly<{ folder: string; name: string; entries: readonly BatchedEntry[] }>;

/** Files of a day that only ever grow, and are there as a whole or not at all. */
export class DayFiles {
  private readonly lock: WriterLock;

  constructor(
    private readonly disk: Disk,
    private readonly words: RowWords,
  ) {
    this.lock = new WriterLock(disk);
  }

  /** Resolves once the day's file holds these entries for certain. `mayGoOn`: asked before anything is seen by others. */
  add(day: Day, mayGoOn: () => boolean): Promise<void> {
    return this.lock.hold(day.folder, day.name, () => this.addAlone(day, mayGoOn));
  }

  /** What a process that was killed has left behind, once it is certain that it is not at it any more. */
  async sweep(folder: string): Promise<void> {
    for (const name of await this.disk.list(folder)) {
      if (!name.startsWith(OURS)) continue;
      const found = await this.disk.look(join(folder, name));
      if (found && Date.now() - found.mtimeMs > LEFT_KEPT_MS) await this.disk.remove(join(folder, name));
    }
  }

  private async addAlone(day: Day, mayGoOn: () => boolean): Promise<void> {
    for (let left = TRIES; left > 0; left -= 1) {
      const standing = await this.standing(day);
      const news = day.entries.filter(({ sequence }) => !standing.rows.has(sequence));
      if (news.length === 0) return this.disk.syncFolder(day.folder);
      const text = withEntries(standing.rows, news, this.words);
      if (await this.replace(day.folder, standing, { text, mayGoOn })) return undefined;
    }
    throw new DropFault('files/in-use');
  }

  /** The first file of this day that is ours as it was written; one that somebody changed is left to them. */
  private async standing({ folder, name }: Day): Promise<Standing> {
    for (let number = 1; number <= MOST_STRANGERS; number += 1) {
      const path = join(folder, `${name}${number === 1 ? '' : `-${number}`}.csv`);
      const found = await this.disk.look(path);
      const rows = found ? await this.rowsOf(path, found) : new Map<number, string>();
      if (rows) return { path, rows, found };
    }
    throw new DropFault('files/strange-files');
  }

  private async rowsOf(path: string, found: Stats): Promise<DayRows | undefined> {
    if (!found.isFile()) return undefined;
    try {
      return readRows(await this.disk.read(path, MOST_BYTES));
    } catch (fault) {
      if (codeOf(fault) === 'EFBIG') return undefined;
      throw fault;
    }
  }

  /** False: somebody else has changed it meanwhile. */
  private async replace(
    folder: string,
    { path, found }: Standing,
    { text, mayGoOn }: Readonly<{ text: string; mayGoOn: () => boolean }>,
  ): Promise<boolean> {
    const part = join(folder, `${OURS}part-${randomUUID()}`);
    try {
      await this.disk.writeNew(part, text);
      if (markOf(found) !== markOf(await this.disk.look(path))) return false;
      if (!mayGoOn()) throw new DropFault('files/cut-off');
      await this.disk.rename(part, path);
    } finally {
      await this.disk.remove(part).catch(() => undefined);
    }
    await this.disk.syncFolder(folder);
    return true;
  }
}
