const MOST = 50_000;

/** What this process knows to be on record already, the latest of it: forgetting costs a second append, never a fact. */
export class KnownLooks<T> {
  private readonly known = new Map<string, T>();

  constructor(private readonly most = MOST) {}

  get(name: string): T | undefined {
    return this.known.get(name);
  }

  learn(name: string, value: T): void {
    this.known.delete(name);
    this.known.set(name, value);
    if (this.known.size <= this.most) return;
    const oldest = this.known.keys().next();
    if (!oldest.done) this.known.delete(oldest.value);
  }
}
