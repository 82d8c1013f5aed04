import { Inject, Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { CLOCK } from '@ibex/kernel';
import type { Clock } from '@ibex/kernel';
import { SafeLog, WorkShare, offerLook } from '@ibex/runtime';
import { LinkTable } from '../view/link-table';
import { CorrectionOrders } from './correction-orders';

/** Done by whoever keeps the views: it works from those of links and of reads. */
const GROUP = 'views';
const NAME = 'link-corrections';
const AT_A_TIME = 50;

/**
 * `graceMs`: how long after a parting it is looked who had seen the two as one, so that whoever was just being answered
 * from the joined view counts, too.
 */
export type CorrectionSettings = Readonly<{ lookEveryMs: number; graceMs: number }>;
export const CORRECTION_SETTINGS = Symbol('CorrectionSettings');
export const USUAL_CORRECTIONS: CorrectionSettings = { lookEveryMs: 2_000, graceMs: 2_000 };

/** One look at what is still to be told. */
@Injectable()
export class CorrectionLook {
  constructor(
    private readonly table: LinkTable,
    private readonly orders: CorrectionOrders,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CORRECTION_SETTINGS) private readonly settings: CorrectionSettings,
  ) {}

  async look(): Promise<void> {
    const upTo = new Date(Date.parse(this.clock.now()) - this.settings.graceMs).toISOString();
    const partings = await this.table.untold(upTo, AT_A_TIME);
    const issued = await Promise.allSettled(partings.map((parting) => this.orders.issue(parting)));
    // one that cannot be worked out now keeps nobody else from being told
    const failed = issued.find(({ status }) => status === 'rejected');
    if (failed?.status === 'rejected') throw failed.reason;
  }
}

/** Sees to it that whoever saw two children as one is told, in one process at a time. */
@Injectable()
export class CorrectionWork implements OnModuleInit {
  constructor(
    private readonly work: WorkShare,
    private readonly looking: CorrectionLook,
    private readonly log: SafeLog,
    @Inject(CORRECTION_SETTINGS) private readonly settings: CorrectionSettings,
  ) {}

  onModuleInit(): void {
    offerLook(this.work, this.log, {
      ...{ group: GROUP, name: NAME, everyMs: this.settings.lookEveryMs, failed: 'corrections-failed' },
      look: () => this.looking.look(),
    });
  }
}
