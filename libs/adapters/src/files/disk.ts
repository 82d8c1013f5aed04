import { constants } from 'node:fs';
import type { Stats } from 'node:fs';
import { lstat, mkdir, open, readdir, rename, rm } from 'node:fs/promises';

/** What a drop does on a disk: nothing follows a link, and what is written or made is on the disk for certain. */
export interface Disk {
  /** Undefined where nothing is. */
  look(path: string): Promise<Stats | undefined>;
  makeFolder(path: string): Promise<void>;
  /** Throws EFBIG beyond so many bytes. */
  read(path: string, mostBytes: number): Promise<string>;
  /** Throws EEXIST where something is. */
  writeNew(path: string, text: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  syncFolder(path: string): Promise<void>;
  list(folder: string): Promise<readonly string[]>;
  remove(path: string): Promise<void>;
}

const FOLDER_MODE = 0o750;
const FILE_MODE = 0o640;
const { O_CREAT, O_DIRECTORY, O_EXCL, O_NOFOLLOW, O_NONBLOCK, O_RDONLY, O_WRONLY } = constants;

export const codeOf = (fault: unknown): string =>
  typeof fault === 'object' && fault !== null && 'code' in fault ? String(fault.code) : '';

/** Some shares cannot flush a folder, and have nothing to flush. */
const CANNOT_SYNC: ReadonlySet<string> = new Set(['EINVAL', 'ENOTSUP', 'EISDIR']);

const tooBig = (): Error => Object.assign(new Error('too big'), { code: 'EFBIG' });

export const nodeDisk: Disk = {
  look: async (path) => {
    try {
      return await lstat(path);
    } catch (fault) {
      if (codeOf(fault) === 'ENOENT') return undefined;
      throw fault;
    }
  },
  makeFolder: (path) => mkdir(path, { mode: FOLDER_MODE }),
  read: async (path, mostBytes) => {
    // a pipe that somebody put there must not hold us up
    const file = await open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    try {
      if ((await file.stat()).size > mostBytes) throw tooBig();
      return await file.readFile('utf8');
    } finally {
      await file.close();
    }
  },
  writeNew: async (path, text) => {
    const file = await open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, FILE_MODE);
    try {
      await file.writeFile(text, 'utf8');
      // whatever mask the process runs under
      await file.chmod(FILE_MODE);
      await file.sync();
    } finally {
      await file.close();
    }
  },
  rename,
  syncFolder: async (path) => {
    const folder = await open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
    try {
      await folder.sync();
    } catch (fault) {
      if (!CANNOT_SYNC.has(codeOf(fault))) throw fault;
    } finally {
      await folder.close();
    }
  },
  list: (folder) => readdir(folder),
  remove: (path) => rm(path, { force: true }),
};
