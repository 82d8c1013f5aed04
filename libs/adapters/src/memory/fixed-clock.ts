import type { Clock, Ids } from '@ibex/kernel';

/** Stands still until it is set. */
export class FixedClock implements Clock {
  constructor(private instant = '2026-03-02T09:00:00.000Z') {}

  now(): string {
    return this.instant;
  }

  set(instant: string): void {
    this.instant = instant;
  }
}

/** Moves on by the same step each time it is asked. */
export class SteppingClock implements Clock {
  private nextMs: number;

  constructor(
    start = '2026-03-02T09:00:00.000Z',
    private readonly stepMs = 1000,
  ) {
    this.nextMs = Date.parse(start);
  }

  now(): string {
    const instant = new Date(this.nextMs).toISOString();
    this.nextMs += this.stepMs;
    return instant;
  }
}

/** UUIDs that count: 00000000-0000-4000-8000-000000000001, …02, … */
export class SequentialIds implements Ids {
  private last = 0;

  next(): string {
    this.last += 1;
    return `00000000-0000-4000-8000-${this.last.toString(16).padStart(12, '0')}`;
  }
}
