import { join } from 'node:path';
import type { Stats } from 'node:fs';
import type { Disk } from './disk';
import { codeOf } from './disk';
import { DropFault } from './drop-fault';

const GSS = /^[A-Z]\d{8}$/;
const NAME = /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/;

const isFolder = (found: Stats | undefined): boolean => found?.isDirectory() === true;

/** Made where it is missing. A link that somebody put in its place leads nowhere. */
const folderIn = async (disk: Disk, parent: string, name: string): Promise<string> => {
  const path = join(parent, name);
  if (!(await disk.look(path))) {
    try {
      await disk.makeFolder(path);
    } catch (fault) {
      // another process was quicker
      if (codeOf(fault) !== 'EEXIST') throw fault;
    }
    await disk.syncFolder(parent);
  }
  if (!isFolder(await disk.look(path))) throw new DropFault('files/not-a-folder');
  return path;
};

/**
 * The folder of a target within an authority's own. The root is never made: a share that is not mounted would else fill
 * the disk under it, and nobody would find the files.
 */
export const dropFolder = async (
  disk: Disk,
  root: string,
  { authority, target = '' }: Readonly<{ authority: string; target?: string }>,
): Promise<string> => {
  if (!GSS.test(authority) || !NAME.test(target)) throw new DropFault('files/not-a-folder');
  if (!isFolder(await disk.look(root))) throw new DropFault('files/no-root');
  return folderIn(disk, await folderIn(disk, root, authority), target);
};
