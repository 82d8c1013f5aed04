/** Tries beyond the usual number, for all feeds of a process together: many who catch up at once must not crowd out the rest. */
export class SpareTries {
  constructor(private left: number) {}

  borrow(): boolean {
    if (this.left === 0) return false;
    this.left -= 1;
    return true;
  }

  giveBack(count: number): void {
    this.left += count;
  }
}

/** `most`: tries at once of one feed, spare ones included. */
export type Widening = Readonly<{ most: number; spare: SpareTries }>;

/**
 * How many tries of a feed may be under way. One that is behind, and whose endpoint takes all it is given, gets one more
 * after as many as it has; at the first that is not taken, and once it has caught up, it is the usual number again.
 */
export class SendWidth {
  private borrowed = 0;
  private takenSince = 0;

  constructor(
    private readonly usual: number,
    private readonly widening?: Widening,
  ) {}

  get most(): number {
    return this.usual + this.borrowed;
  }

  /** One was taken; so many wait. */
  taken(waiting: number): void {
    if (waiting < this.most) {
      this.narrow();
      return;
    }
    this.takenSince += 1;
    if (this.takenSince >= this.most) this.widen();
  }

  narrow(): void {
    this.widening?.spare.giveBack(this.borrowed);
    this.borrowed = 0;
    this.takenSince = 0;
  }

  private widen(): void {
    const { widening, most } = this;
    this.takenSince = 0;
    if (widening && most < widening.most && widening.spare.borrow()) this.borrowed += 1;
  }
}
