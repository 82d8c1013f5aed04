/** Something that is to be told of from time to time. */
export type Beating = Readonly<{ name: string; send: () => Promise<void> }>;

/**
 * When each of several is due: the first time one interval after it was first seen, and never while the one before is
 * still under way, so that whoever is slow is told less often instead of ever more at once.
 */
export class Beats {
  private readonly dueMs = new Map<string, number>();
  private readonly underWay = new Set<string>();

  constructor(private readonly everyMs: number) {}

  /** Begins what is due; what fails is nobody's loss. Returns how many. */
  look(beating: readonly Beating[], nowMs: number): number {
    const names = new Set(beating.map(({ name }) => name));
    for (const name of this.dueMs.keys()) if (!names.has(name)) this.dueMs.delete(name);
    return beating.filter((each) => this.begin(each, nowMs)).length;
  }

  private begin({ name, send }: Beating, nowMs: number): boolean {
    const due = this.dueMs.get(name);
    if (due === undefined || (due <= nowMs && this.underWay.has(name))) {
      this.dueMs.set(name, nowMs + this.everyMs);
      return false;
    }
    if (due > nowMs) return false;
    this.dueMs.set(name, nowMs + this.everyMs);
    this.underWay.add(name);
    void send()
      // neither counted nor tried again: the next one says the same
      .catch(() => undefined)
      .finally(() => this.underWay.delete(name));
    return true;
  }
}
