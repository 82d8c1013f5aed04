import { LineFile } from './line-file';
import type { Quarantine, Quarantined } from './quarantine.port';

type Line = Readonly<{ put: Quarantined }> | Readonly<{ removed: string }>;

/** Keeps poison over restarts, in a plain file of JSON lines. */
export class FileQuarantine implements Quarantine {
  private constructor(
    private readonly file: LineFile,
    private readonly entries: Map<string, Quarantined>,
  ) {}

  static async open(path: string): Promise<FileQuarantine> {
    const { file, lines } = await LineFile.open(path);
    const entries = new Map<string, Quarantined>();
    for (const text of lines) {
      const line = JSON.parse(text) as Line;
      if ('put' in line) entries.set(line.put.id, line.put);
      else entries.delete(line.removed);
    }
    return new FileQuarantine(file, entries);
  }

  async put(entry: Quarantined): Promise<void> {
    await this.write({ put: entry });
    this.entries.set(entry.id, entry);
  }

  list(): Promise<readonly Quarantined[]> {
    return Promise.resolve([...this.entries.values()]);
  }

  async remove(id: string): Promise<void> {
    if (!this.entries.has(id)) return;
    await this.write({ removed: id });
    this.entries.delete(id);
    if (this.entries.size === 0) await this.file.rewrite([]);
  }

  close(): Promise<void> {
    return this.file.close();
  }

  private write(line: Line): Promise<void> {
    return this.file.append(JSON.stringify(line));
  }
}
