import { LatestByRecord } from './latest-by-record';
import { LineFile } from './line-file';
import { MOST_REMEMBERED } from './seen-events.port';
import type { SeenEvent, SeenEvents } from './seen-events.port';

const parsed = (line: string): SeenEvent => {
  const [sequence = '', id = '', recordRef] = line.split(' ', 3);
  const about = recordRef === undefined ? {} : { recordRef: decodeURIComponent(recordRef) };
  return { id: decodeURIComponent(id), sequence: Number(sequence), ...about };
};

// an id may hold anything; a line may not hold a line's end
const lineOf = ({ id, sequence, recordRef }: SeenEvent): string =>
  [
    String(sequence),
    ...[id, recordRef].flatMap((each) => (each === undefined ? [] : [encodeURIComponent(each)])),
  ].join(' ');

/** Remembers over restarts, in a plain file of one line an event: its number, its id and the record that it is about. */
export class FileSeenEvents implements SeenEvents {
  /** Lines of events that are forgotten, still in the file. */
  private stale = 0;
  private readonly latest = new LatestByRecord();

  private constructor(
    private readonly file: LineFile,
    private readonly events: Map<string, SeenEvent>,
    private readonly most: number,
  ) {
    for (const event of events.values()) this.latest.note(event);
  }

  static async open(path: string, most = MOST_REMEMBERED): Promise<FileSeenEvents> {
    const { file, lines } = await LineFile.open(path);
    const seen = new FileSeenEvents(file, new Map(lines.map(parsed).map((event) => [event.id, event])), most);
    await seen.forget();
    return seen;
  }

  has(id: string): Promise<boolean> {
    return Promise.resolve(this.events.has(id));
  }

  async add(event: SeenEvent): Promise<void> {
    if (this.events.has(event.id)) return;
    await this.file.append(lineOf(event));
    this.events.set(event.id, event);
    this.latest.note(event);
    await this.forget();
  }

  sequences(): Promise<readonly number[]> {
    return Promise.resolve([...this.events.values()].map(({ sequence }) => sequence));
  }

  latestOf(recordRef: string): Promise<number | undefined> {
    return Promise.resolve(this.latest.of(recordRef));
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
    await this.file.rewrite([...this.events.values()].map(lineOf));
  }
}
