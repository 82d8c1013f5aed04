import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Cipheriv } from 'node:crypto';
import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const CIPHER = 'aes-256-ctr';
const BUFFERED_RECORDS = 64;
type Entry<R> = readonly [child: string, record: R];

type Spill = Readonly<{ folder: string; file: FileHandle; cipher: Cipheriv; key: Buffer; iv: Buffer }>;

const openSpill = async (): Promise<Spill> => {
  const folder = await mkdtemp(join(tmpdir(), 'ibex-import-'));
  const [key, iv] = [randomBytes(32), randomBytes(16)];
  return {
    folder,
    file: await open(join(folder, 'rows'), 'wx', 0o600),
    cipher: createCipheriv(CIPHER, key, iv),
    key,
    iv,
  };
};

/** Records of the children of one partition: in memory, or with `spilt` in one enciphered file. */
export class Partition<R extends object> {
  private buffered: Entry<R>[] = [];
  private constructor(private readonly spill: Spill | undefined) {}

  static async open<R extends object>(spilt: boolean): Promise<Partition<R>> {
    return new Partition<R>(spilt ? await openSpill() : undefined);
  }

  async put(child: string, record: R): Promise<void> {
    this.buffered.push([child, record]);
    if (this.spill && this.buffered.length >= BUFFERED_RECORDS) await this.flush(this.spill);
  }

  async *records(): AsyncGenerator<Entry<R>> {
    if (this.spill) {
      await this.flush(this.spill);
      yield* await this.readBack(this.spill);
      return;
    }
    yield* this.buffered;
    this.buffered = [];
  }

  async close(): Promise<void> {
    if (!this.spill) return;
    await this.spill.file.close();
    await rm(this.spill.folder, { recursive: true, force: true });
  }

  private async flush(spill: Spill): Promise<void> {
    const text = this.buffered.map((entry) => `${JSON.stringify(entry)}\n`).join('');
    this.buffered = [];
    await spill.file.appendFile(spill.cipher.update(text, 'utf8'));
  }

  // One partition is small by construction, so it is read in one go.
  private async readBack({ folder, key, iv }: Spill): Promise<readonly Entry<R>[]> {
    const decipher = createDecipheriv(CIPHER, key, iv);
    const text = decipher.update(await readFile(join(folder, 'rows')), undefined, 'utf8');
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Entry<R>);
  }
}
