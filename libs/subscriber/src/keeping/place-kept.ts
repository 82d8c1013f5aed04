import { LineFile } from './line-file';

/** Where a feed is read on after a restart: the number of the last entry that is dealt with, 0 for none. */
export interface PlaceKept {
  read(): Promise<number>;
  move(to: number): Promise<void>;
}

/** Lines in the file before it is written anew. */
const MOST_LINES = 10_000;

/** Keeps the place in a plain file; the last line counts. */
export class FilePlace implements PlaceKept {
  private constructor(
    private readonly file: LineFile,
    private place: number,
    private lines: number,
  ) {}

  static async open(path: string): Promise<FilePlace> {
    const { file, lines } = await LineFile.open(path);
    return new FilePlace(file, Number(lines.at(-1) ?? 0), lines.length);
  }

  read(): Promise<number> {
    return Promise.resolve(this.place);
  }

  async move(to: number): Promise<void> {
    if (this.lines >= MOST_LINES) await this.file.rewrite([String(to)]);
    else await this.file.append(String(to));
    this.lines = this.lines >= MOST_LINES ? 1 : this.lines + 1;
    this.place = to;
  }

  close(): Promise<void> {
    return this.file.close();
  }
}
