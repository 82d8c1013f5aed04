import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap } from '@nestjs/common';
import { GUARDED_PARTS } from '@ibex/kernel';
import type { GuardedParts, RecordLabel } from '@ibex/kernel';
import { isKeptByTwo } from '../policy/need-to-know.rule';
import { AccessBook } from '../tail/access-book';
import { AccessWatch } from '../tail/access-watch';
import { RESTRICTION_CATEGORY, restrictionStream } from './domain/restriction.events';
import { restrictionsIn } from './recorded-restrictions';

/**
 * Keeps the keys of what leads to a child apart for as long as a label of its record says so. Whoever orders it waits for
 * that; every process that takes such orders also sees to it at its start and at any news, in case another one died halfway.
 */
@Injectable()
export class GuardedKeys implements OnApplicationBootstrap {
  constructor(
    private readonly book: AccessBook,
    private readonly news: AccessWatch,
    @Inject(GUARDED_PARTS) private readonly guarded: Omit<GuardedParts, 'unsealWhole'>,
  ) {}

  onApplicationBootstrap(): void {
    const look = (): void => {
      // a store that is away is told by those who need it; the next news, such as that it is back, looks again
      this.bringAll().catch(() => undefined);
    };
    this.news.listen(look);
    look();
  }

  /** Before the label is on record, so that there is no moment between. */
  async aheadOf(recordRef: string, label: RecordLabel): Promise<void> {
    if (isKeptByTwo([label])) await this.guarded.keepApart(recordRef);
  }

  /** As the labels on record say. */
  async bring(recordRef: string): Promise<void> {
    const [should, is] = await Promise.all([this.isKept(recordRef), this.guarded.isApart(recordRef)]);
    if (should === is) return;
    if (!should) await this.guarded.giveBack(recordRef);
    // also where it was restricted while it was given back
    if (await this.isKept(recordRef)) await this.guarded.keepApart(recordRef);
  }

  private async isKept(recordRef: string): Promise<boolean> {
    return isKeptByTwo([...restrictionsIn(await this.book.stream(restrictionStream(recordRef))).keys()]);
  }

  private async bringAll(): Promise<void> {
    const streams = await this.book.all(RESTRICTION_CATEGORY);
    for (const [first] of streams) await this.bring(first?.metadata.recordRef ?? '');
  }
}
