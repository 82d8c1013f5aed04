import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, MAILBOX } from '@ibex/kernel';
import type { Clock, Instant, Mailbox } from '@ibex/kernel';
import { bodyProblem } from '@ibex/runtime';
import type { ProblemError } from '@ibex/runtime';
import type { StartsAt } from './own.fields';

const ahead = (detail: string, mend: string): ProblemError =>
  bodyProblem([{ field: 'startsAt', rule: 'not-ahead', detail, mend }]);

/** Turns where somebody wants to begin into the number of the entry after which that is. */
@Injectable()
export class StartPlace {
  constructor(
    @Inject(MAILBOX) private readonly mailbox: Mailbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Throws the 422 problem for an entry or a moment that is still to come. */
  async of(authority: string, startsAt: StartsAt = 'now'): Promise<number> {
    if (startsAt === 'beginning') return 0;
    const head = await this.mailbox.head(authority);
    if (startsAt === 'now') return head;
    if (typeof startsAt === 'string') return this.lastBefore(authority, startsAt, head);
    if (startsAt > head) {
      throw ahead(
        `is ahead of your mailbox, whose newest entry is ${String(head)}`,
        `Give a number from 0 to ${String(head)}, or now.`,
      );
    }
    return startsAt;
  }

  /** Entries are numbered in the order in which they came, so that half of them can be left out at each look. */
  private async lastBefore(authority: string, moment: Instant, head: number): Promise<number> {
    if (moment > this.clock.now())
      throw ahead('is still to come', 'Give a moment that is past, or leave it out to begin now.');
    let [last, behind] = [0, head + 1];
    while (behind - last > 1) {
      const middle = Math.floor((last + behind) / 2);
      const entry = await this.mailbox.find(authority, middle);
      if (entry && entry.putAt < moment) last = middle;
      else behind = middle;
    }
    return last;
  }
}
