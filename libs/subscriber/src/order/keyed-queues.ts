/** `againInMs`: it did not work; the key waits that long, and all others go on. */
export type Verdict = 'done' | Readonly<{ againInMs: number }>;
/** `atOnce`: keys worked on at the same time. `mostWaiting`: items held in all before whoever adds has to wait. */
export type QueueLimits = Readonly<{ atOnce: number; mostWaiting: number }>;

/** Works off items: those of one key one after the other in their order, different keys side by side. */
export class KeyedQueues<T> {
  private readonly queues = new Map<string, T[]>();
  /** Keys whose first item may be worked on, in the order in which they became so. */
  private readonly ready = new Set<string>();
  private readonly parked = new Map<string, NodeJS.Timeout>();
  private readonly waiters: (() => void)[] = [];
  private held = 0;
  private running = 0;
  private stopped = false;

  /** `work` never rejects. */
  constructor(
    private readonly work: (item: T) => Promise<Verdict>,
    private readonly limits: QueueLimits,
  ) {}

  /** Resolves once the item is held. After `stop` items are dropped. */
  async add(key: string, item: T): Promise<void> {
    while (this.held >= this.limits.mostWaiting && !this.stopped)
      await new Promise<void>((resolve) => this.waiters.push(resolve));
    if (this.stopped) return;
    this.held += 1;
    const queue = this.queues.get(key);
    if (queue) {
      queue.push(item);
      return;
    }
    this.queues.set(key, [item]);
    this.ready.add(key);
    this.pump();
  }

  /** Begins nothing more. What is being worked on goes on: see `idle`. */
  stop(): void {
    this.stopped = true;
    for (const timer of this.parked.values()) clearTimeout(timer);
    this.parked.clear();
    this.ready.clear();
    this.wake();
  }

  /** Resolves once nothing is worked on. Parked keys do not count. */
  async idle(): Promise<void> {
    while (this.running > 0) await new Promise<void>((resolve) => this.waiters.push(resolve));
  }

  private pump(): void {
    for (const key of this.ready) {
      if (this.running >= this.limits.atOnce) return;
      this.ready.delete(key);
      const first = this.queues.get(key)?.[0];
      if (first !== undefined) void this.workOn(key, first);
    }
  }

  private async workOn(key: string, item: T): Promise<void> {
    this.running += 1;
    const verdict = await this.work(item);
    this.running -= 1;
    if (verdict === 'done') this.finish(key);
    else this.park(key, verdict.againInMs);
    this.wake();
    this.pump();
  }

  private finish(key: string): void {
    this.held -= 1;
    const queue = this.queues.get(key) ?? [];
    queue.shift();
    if (queue.length === 0) this.queues.delete(key);
    else if (!this.stopped) this.ready.add(key);
  }

  private park(key: string, forMs: number): void {
    if (this.stopped) return;
    const back = (): void => {
      this.parked.delete(key);
      this.ready.add(key);
      this.pump();
    };
    this.parked.set(key, setTimeout(back, forMs));
  }

  private wake(): void {
    for (const waiter of this.waiters.splice(0)) waiter();
  }
}
