import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plainName } from './upload';
import type { UploadedFile } from './upload';

/** Begins the name of every folder, so that those of a program that was killed are found again. */
const PREFIX = 'ibex-upload-';

/** Files of one upload on this machine, readable to this program’s account alone. */
export class UploadFolder {
  private constructor(readonly path: string) {}

  static async of(files: readonly UploadedFile[]): Promise<UploadFolder> {
    const folder = new UploadFolder(await mkdtemp(join(tmpdir(), PREFIX)));
    try {
      for (const { filename, data } of files)
        await writeFile(join(folder.path, plainName(filename)), data, { mode: 0o600, flag: 'wx' });
      return folder;
    } catch (error) {
      await folder.remove();
      throw error;
    }
  }

  /** What was left behind by a program that could not tidy up. */
  static async left(): Promise<readonly string[]> {
    return (await readdir(tmpdir())).filter((name) => name.startsWith(PREFIX));
  }

  remove(): Promise<void> {
    return rm(this.path, { recursive: true, force: true });
  }
}
