import type { PlaceKept } from '../keeping/place-kept';

/** Keeps how far a mailbox is dealt with, one write at a time and none for what was passed meanwhile. */
export class SettledPlace {
  private settledUpTo = 0;
  private written = 0;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly kept: PlaceKept,
    private readonly onTrouble: ((error: unknown) => void) | undefined,
  ) {}

  /** The number to go on after. */
  async begin(): Promise<number> {
    this.written = this.settledUpTo = await this.kept.read();
    return this.written;
  }

  move(to: number): void {
    if (to <= this.settledUpTo) return;
    this.settledUpTo = to;
    this.writing = this.writing.then(() => this.write());
  }

  end(): Promise<void> {
    return this.writing;
  }

  private async write(): Promise<void> {
    const to = this.settledUpTo;
    // several that were settled while one was written need one write only
    if (to === this.written) return;
    try {
      await this.kept.move(to);
      this.written = to;
    } catch (error) {
      this.onTrouble?.(error);
    }
  }
}
