import { Overtaken } from '@ibex/kernel';
import type { Clock, FeedMemories, FeedMemory } from '@ibex/kernel';
import { pause } from '@ibex/runtime';
import { Trouble } from '../channels/trouble';
import type { Patience } from '../channels/trouble';
import type { Flow } from './flow';
import { Moments } from './moments';

export type MemoryPorts = Readonly<{
  memories: Pick<FeedMemories, 'read' | 'save'>;
  feed: string;
  patience: Patience;
  /** Of the subscription as it stands. */
  revision: number;
  clock: Clock;
  flow: () => Flow;
  /** Another process has this feed by now. */
  overtaken: () => void;
}>;

/** No oftener than this: what an endpoint does that fails fast changes many times a second. */
const EVERY_MS = 1_000;

/** Has what a feed learns of its receiver kept, behind the deliveries: a crash loses the last second of it. */
export class MemoryKeeper {
  readonly saving: Trouble;
  private version = 0;
  private kept: FeedMemory | undefined;
  private seen = 0;
  private isChanged = false;
  private saves: Promise<void> | undefined;
  private readonly stopping = new AbortController();

  constructor(private readonly ports: MemoryPorts) {
    this.saving = new Trouble(ports.patience);
  }

  async read(): Promise<void> {
    const { version, memory } = await this.ports.memories.read(this.ports.feed);
    this.version = version;
    this.kept = memory;
  }

  /** What its authority has changed since is taken up as if nothing had ever failed. */
  recallInto(flow: Flow): void {
    if (this.kept?.revision === this.ports.revision) flow.recall(this.kept, this.moments());
    this.seen = flow.memoryChanges;
  }

  /** Looks whether there is something else to keep. */
  look(): void {
    const { memoryChanges } = this.ports.flow();
    if (memoryChanges === this.seen) return;
    this.seen = memoryChanges;
    this.isChanged = true;
    this.saves ??= this.saveOn().finally(() => {
      this.saves = undefined;
    });
  }

  /** Saves what can be saved at once, and tries no longer. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.saves;
    if (this.isChanged) await this.saveOnce().catch(() => undefined);
  }

  private async saveOn(): Promise<void> {
    const { signal } = this.stopping;
    while (this.isChanged && !signal.aborted) {
      try {
        await this.saveOnce();
        this.saving.over();
        await pause(EVERY_MS, signal);
      } catch (error) {
        if (error instanceof Overtaken) {
          this.isChanged = false;
          this.ports.overtaken();
          return;
        }
        this.saving.failed(error);
        await pause(this.saving.dueInMs, signal);
      }
    }
  }

  private async saveOnce(): Promise<void> {
    const { memories, feed, revision, flow } = this.ports;
    const memory: FeedMemory = { revision, ...flow().memory(this.moments()) };
    this.isChanged = false;
    try {
      this.version = await memories.save(feed, this.version, memory);
      this.kept = memory;
    } catch (error) {
      this.isChanged = true;
      throw error;
    }
  }

  private moments(): Moments {
    return new Moments(performance.now(), this.ports.clock.now());
  }
}
