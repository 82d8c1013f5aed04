const MOST_KEPT = 50_000;

/** Unwrapped keys in memory, those used longest ago dropped first. */
export class RecentKeys {
  private readonly keys = new Map<string, Uint8Array>();

  constructor(private readonly most = MOST_KEPT) {}

  get(recordRef: string): Uint8Array | undefined {
    const key = this.keys.get(recordRef);
    if (key) this.keep(recordRef, key);
    return key;
  }

  keep(recordRef: string, key: Uint8Array): void {
    this.keys.delete(recordRef);
    this.keys.set(recordRef, key);
    const oldest = this.keys.keys().next();
    if (this.keys.size > this.most && oldest.done !== true) this.keys.delete(oldest.value);
  }

  forget(recordRef: string): void {
    this.keys.delete(recordRef);
  }

  clear(): void {
    this.keys.clear();
  }
}
