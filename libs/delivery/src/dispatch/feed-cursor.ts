import { Overtaken } from '@ibex/kernel';
import type { Cursors } from '@ibex/kernel';
import { pause } from '@ibex/runtime';
import { Trouble } from '../channels/trouble';
import type { Patience } from '../channels/trouble';

export type CursorPorts = Readonly<{
  cursors: Pick<Cursors, 'at' | 'move'>;
  channel: string;
  authority: string;
  patience: Patience;
  /** Another process has this feed by now. */
  overtaken: () => void;
}>;

/** Where a feed would go on from after a crash. Moves one at a time; a store that is away is waited out. */
export class FeedCursor {
  readonly moving: Trouble;
  private stored = 0;
  private wanted = 0;
  private moves: Promise<void> | undefined;
  private readonly stopping = new AbortController();

  constructor(private readonly ports: CursorPorts) {
    this.moving = new Trouble(ports.patience);
  }

  /** Everything up to here is dealt with for certain. */
  get at(): number {
    return this.stored;
  }

  async read(): Promise<number> {
    this.stored = await this.ports.cursors.at(this.ports.channel, this.ports.authority);
    this.wanted = this.stored;
    return this.stored;
  }

  moveTo(sequence: number): void {
    this.wanted = Math.max(this.wanted, sequence);
    if (this.wanted > this.stored)
      this.moves ??= this.moveOn().finally(() => {
        this.moves = undefined;
      });
  }

  /** Stores what can be stored at once, and tries no longer. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.moves;
    if (this.wanted > this.stored) await this.moveOnce().catch(() => undefined);
  }

  private async moveOn(): Promise<void> {
    const { signal } = this.stopping;
    while (this.wanted > this.stored && !signal.aborted) {
      try {
        await this.moveOnce();
        this.moving.over();
      } catch (error) {
        if (error instanceof Overtaken) {
          this.wanted = this.stored;
          this.ports.overtaken();
          return;
        }
        this.moving.failed(error);
        await pause(this.moving.dueInMs, signal);
      }
    }
  }

  private async moveOnce(): Promise<void> {
    const { cursors, channel, authority } = this.ports;
    const to = this.wanted;
    await cursors.move(channel, authority, this.stored, to);
    this.stored = to;
  }
}
