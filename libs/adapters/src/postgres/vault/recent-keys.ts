const MOST_KEPT = 50_000;
const LIFE_MS = 60_000;

type Kept = Readonly<{ key: Uint8Array; until: number }>;

/** Unwrapped keys in memory for a while, those used longest ago dropped first. */
export class RecentKeys {
  private readonly kept = new Map<string, Kept>();
  private drops = 0;

  constructor(
    private readonly most = MOST_KEPT,
    private readonly lifeMs = LIFE_MS,
    private readonly now = () => performance.now(),
  ) {}

  /** Changes whenever a key was dropped: what was read before may be out of date. */
  get age(): number {
    return this.drops;
  }

  get(recordRef: string): Uint8Array | undefined {
    const found = this.kept.get(recordRef);
    if (found && found.until > this.now()) return found.key;
    this.kept.delete(recordRef);
    return undefined;
  }

  keep(recordRef: string, key: Uint8Array): void {
    this.kept.delete(recordRef);
    this.kept.set(recordRef, { key, until: this.now() + this.lifeMs });
    const oldest = this.kept.keys().next();
    if (this.kept.size > this.most && oldest.done !== true) this.kept.delete(oldest.value);
  }

  forget(recordRef: string): void {
    this.drops += 1;
    this.kept.delete(recordRef);
  }

  clear(): void {
    this.drops += 1;
    this.kept.clear();
  }
}
