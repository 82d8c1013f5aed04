/** Remembers that something was seen, up to so many; the oldest is forgotten first. */
export class Lately {
  private readonly seen = new Set<string>();

  constructor(private readonly limit: number) {}

  has(key: string): boolean {
    return this.seen.has(key);
  }

  add(key: string): void {
    this.seen.add(key);
    if (this.seen.size <= this.limit) return;
    const [oldest] = this.seen;
    if (oldest !== undefined) this.seen.delete(oldest);
  }
}
