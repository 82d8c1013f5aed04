import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { SafeLog, WorkShare, asSystem, pause } from '@ibex/runtime';
import { ClockKeeper } from './clock-keeper';
import { SHARDS } from './duty-rows';
import { NextLook } from './next-look';
import { Recount } from './recount';
import { SilenceKeeper } from './silence-keeper';

/** Pieces of work of this group are shares of the clocks. */
export const CLOCKS_GROUP = 'clocks';

const shardOf = (name: string): string => name.slice('clocks-'.length);

/** Everything that one look at a share does. */
@Injectable()
export class ClockLook {
  constructor(
    private readonly recount: Recount,
    private readonly keeper: ClockKeeper,
    private readonly silences: SilenceKeeper,
  ) {}

  /** A date that moves is moved before anybody is told that it has passed. */
  async look(shard: string, now: string): Promise<void> {
    if ((await this.recount.look(shard, now)) > 0) return;
    await this.keeper.look(shard, now);
    await this.silences.look(shard, now);
  }
}

/** Lets the clocks run, in whichever process has them: wakes when something is due, catches up after a stop. */
@Injectable()
export class ClockWork implements OnModuleInit {
  private readonly running = new Map<string, Readonly<{ stopping: AbortController; done: Promise<void> }>>();

  constructor(
    private readonly work: WorkShare,
    private readonly clocks: ClockLook,
    private readonly next: NextLook,
    private readonly log: SafeLog,
  ) {}

  onModuleInit(): void {
    this.work.offer({
      group: CLOCKS_GROUP,
      names: SHARDS.map((shard) => `clocks-${shard}`),
      start: (name) => this.start(name),
      stop: (name) => this.stop(name),
    });
  }

  /** Which shares are looked at here. */
  shards(): ReadonlySet<string> {
    return new Set([...this.running.keys()].map(shardOf));
  }

  private start(name: string): void {
    const stopping = new AbortController();
    const done = asSystem(() => this.run(shardOf(name), stopping.signal));
    this.running.set(name, { stopping, done });
  }

  private async stop(name: string): Promise<void> {
    const running = this.running.get(name);
    running?.stopping.abort();
    await running?.done;
    this.running.delete(name);
  }

  private async run(shard: string, signal: AbortSignal): Promise<void> {
    let failures = 0;
    while (!signal.aborted) {
      try {
        await this.clocks.look(shard, this.next.now());
        await pause(await this.next.pauseMs(shard), signal);
        failures = 0;
      } catch (error) {
        failures += 1;
        // at the very first start the table is not there yet; what stays away is told at the next look
        if (failures > 1)
          this.log.warn('clocks-failed', error, { work: `clocks-${shard}`, attempts: failures });
        await pause(this.next.longestMs, signal);
      }
    }
  }
}
