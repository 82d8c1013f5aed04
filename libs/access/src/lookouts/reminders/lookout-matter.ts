import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, MISSING_OF_RECORDS } from '@ibex/kernel';
import type { Clock, MissingOfRecords } from '@ibex/kernel';
import { RESTRICTION_CATEGORY } from '../../restricted/domain/restriction.events';
import { recordsRestrictedBy } from '../../restricted/recorded-restrictions';
import { AccessBook } from '../../tail/access-book';
import { LookoutBook } from './lookout-book';
import type { Known } from './reminders.rule';

/** What is known at this moment of restricted children that are missing, and of whom was let know. */
@Injectable()
export class LookoutMatter {
  constructor(
    private readonly book: AccessBook,
    private readonly lookouts: LookoutBook,
    @Inject(MISSING_OF_RECORDS) private readonly missing: MissingOfRecords,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async known(): Promise<Known> {
    const restricted = recordsRestrictedBy(await this.book.all(RESTRICTION_CATEGORY));
    const lookouts = await this.lookouts.all();
    const open = lookouts.filter(({ isOver }) => !isOver).map(({ about }) => about);
    const episodes = await this.missing.of([...new Set([...restricted, ...open])]);
    return { lookouts, episodes, restricted, now: this.clock.now() };
  }
}
