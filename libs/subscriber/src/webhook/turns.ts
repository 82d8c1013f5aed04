/** Work of one key goes one after the other in the order in which it came, that of different keys side by side. */
export class Turns {
  private readonly tails = new Map<string, Promise<void>>();
  private readonly waiting: (() => void)[] = [];
  private running = 0;
  private taken = 0;

  constructor(private readonly atOnce: number) {}

  /** How much was begun or waits. */
  get held(): number {
    return this.taken;
  }

  async take<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.tails.get(key) ?? Promise.resolve();
    let pass: () => void = () => undefined;
    const mine = new Promise<void>((resolve) => (pass = resolve));
    const tail = before.then(() => mine);
    this.tails.set(key, tail);
    this.taken += 1;
    await before;
    await this.slot();
    try {
      return await work();
    } finally {
      this.taken -= 1;
      this.leave();
      if (this.tails.get(key) === tail) this.tails.delete(key);
      pass();
    }
  }

  /** Resolves once everything that was taken is through. */
  async idle(): Promise<void> {
    while (this.tails.size > 0) await Promise.all(this.tails.values());
  }

  private async slot(): Promise<void> {
    if (this.running < this.atOnce) this.running += 1;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  private leave(): void {
    const next = this.waiting.shift();
    // whoever waited longest takes the place over
    if (next) next();
    else this.running -= 1;
  }
}
