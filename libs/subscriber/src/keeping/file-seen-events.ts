import { LineFile } from './line-file';
import { MOST_REMEMBERED } from './seen-events.port';
import type { SeenEvent, SeenEvents } from './seen-events.port';

const parsed = (line: string): readonly [string, number] => {
  const [sequence = '', id = ''] = line.split(' ', 2);
  return [decodeURIComponent(id), Number(sequence)];
};

// an id may hold anything; a line may not hold a line's end
const lineOf = (id: string, sequence: number): string => `${sequence} ${encodeURIComponent(id)}`;

/** Remembers over restarts, in a plain file of one line an event: its number and its id. */
export class FileSeenEvents implements SeenEvents {
  /** Lines of events that are forgotten, still in the file. */
  private stale = 0;

  private constructor(
    private readonly file: LineFile,
    private readonly events: Map<string, number>,
    private readonly most: number,
  ) {}

  static async open(path: string, most = MOST_REMEMBERED): Promise<FileSeenEvents> {
    const { file, lines } = await LineFile.open(path);
    const seen = new FileSeenEvents(file, new Map(lines.map(parsed)), most);
    await seen.forget();
    return seen;
  }

  has(id: string): Promise<boolean> {
    return Promise.resolve(this.events.has(id));
  }

  async add({ id, sequence }: SeenEvent): Promise<void> {
    if (this.events.has(id)) return;
    await this.file.append(lineOf(id, sequence));
    this.events.set(id, sequence);
    await this.forget();
  }

  sequences(): Promise<readonly number[]> {
    return Promise.resolve([...this.events.values()]);
  }

  close(): Promise<void> {
    return this.file.close();
  }

  private async forget(): Promise<void> {
    for (const [oldest] of this.events) {
      if (this.events.size <= this.most) break;
      this.events.delete(oldest);
      this.stale += 1;
    }
    if (this.stale <= this.most) return;
    this.stale = 0;
    await this.file.rewrite([...this.events].map(([id, sequence]) => lineOf(id, sequence)));
  }
}
