import type { Position } from '@ibex/kernel';

type Sample = Readonly<{ head: Position; atMs: number }>;

/** An hour of a log that grows every second. */
const MOST_SAMPLES = 3_600;

/**
 * When the log was first seen to reach which position. Positions only tell order (a store may count bytes), so how far a
 * follower is behind can only be told in time: since when there was something beyond where it stands.
 */
export class HeadTimeline {
  private samples: Sample[] = [];

  constructor(private readonly mostSamples = MOST_SAMPLES) {}

  /** To be told the head now and then; `atMs` on any clock that never goes back. */
  saw(head: Position, atMs: number): void {
    const newest = this.samples.at(-1);
    if (newest !== undefined && head <= newest.head) return;
    this.samples.push({ head, atMs });
    if (this.samples.length > this.mostSamples)
      this.samples = this.samples.slice(Math.ceil(this.mostSamples / 10));
  }

  /** 0 at the head; at least this much where `isOlderThanMemory`; undefined before the head was ever seen. */
  lagMs(position: Position, nowMs: number): number | undefined {
    if (this.samples.length === 0) return undefined;
    const beyond = this.samples[this.firstBeyond(position)];
    return beyond === undefined ? 0 : Math.max(nowMs - beyond.atMs, 0);
  }

  /** True where the follower stands before the first head remembered: nobody knows since when it is behind. */
  isOlderThanMemory(position: Position): boolean {
    const [oldest] = this.samples;
    return oldest !== undefined && position < oldest.head;
  }

  /** Index of the first sample whose head is beyond a position; past the end when there is none. */
  private firstBeyond(position: Position): number {
    let [low, high] = [0, this.samples.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.samples[middle]?.head ?? position) > position) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
