import { Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { Position } from '@ibex/kernel';
import { FactLog } from '../decision/fact-log';
import { HeadTimeline } from './head-timeline';

const SAMPLE_EVERY_MS = 1_000;

/** Looks at the head of the log once a second, so that anybody can ask how late a follower is. */
@Injectable()
export class LagWatch implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly timeline = new HeadTimeline();
  private timer: ReturnType<typeof setInterval> | undefined;
  private looking = false;

  constructor(private readonly facts: FactLog) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.look(), SAMPLE_EVERY_MS);
    this.timer.unref();
    void this.look();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /**
   * How long there has been something beyond a follower's position; 0 at the head. undefined while its position or the
   * head is not known. A second exact; at least this much where `isOlderThanWatch`.
   */
  lagMs(position: Position | undefined): number | undefined {
    return position === undefined ? undefined : this.timeline.lagMs(position, performance.now());
  }

  /** True for a follower that has not yet reached where the log stood when this process first looked. */
  isOlderThanWatch(position: Position): boolean {
    return this.timeline.isOlderThanMemory(position);
  }

  /** Asks the log now. A log that is away leaves what is known: what asks for a lag must not fail with it. */
  async look(): Promise<void> {
    if (this.looking) return;
    this.looking = true;
    try {
      this.timeline.saw(await this.facts.head(), performance.now());
    } catch {
      // whoever reads the log tells that it is away
    } finally {
      this.looking = false;
    }
  }
}
