import { Injectable } from '@nestjs/common';
import { IbexError } from '@ibex/kernel';
import type { Position, ReadOnRecord, ReadsOnRecord } from '@ibex/kernel';
import { FactLog, SubscriptionRunner, asSystem, pause } from '@ibex/runtime';
import { ReadList } from './read-list';
import { READS_SCHEMA } from './reads.schema';
import type { ReadRow } from './reads.schema';

const LOOK_EVERY_MS = 25;
const LOOKS = 400;
const never = new AbortController().signal;

const toRead = (row: ReadRow): ReadOnRecord => ({
  ...{ recordRef: row.recordRef, owner: row.owner, what: row.what, purpose: row.purpose },
  by: { authority: row.byAuthority, person: row.person, role: row.role },
  basis: { text: row.basisText, source: row.basisSource },
  ...{ at: row.at, lastAt: row.lastAt, position: row.lastPosition },
});

/** The kernel's port, from the view once that has everything that is on record at the moment of asking. */
@Injectable()
export class RecordedLooks implements ReadsOnRecord {
  constructor(
    private readonly list: ReadList,
    private readonly log: FactLog,
    private readonly subscriptions: SubscriptionRunner,
  ) {}

  /** Throws IbexError `access/reads-behind` where the view has not come so far in ten seconds. */
  async since(recordRefs: readonly string[], position: Position): Promise<readonly ReadOnRecord[]> {
    await this.upToDate();
    // who has to be told does not depend on who asks: looks by every authority, at records of every owner
    const rows = await asSystem(() => this.list.since(recordRefs, position));
    return rows.map(toRead);
  }

  private async upToDate(): Promise<void> {
    const head = await this.log.head();
    for (let look = 0; look < LOOKS; look += 1) {
      const reached = await this.subscriptions.reachedBy(`view:${READS_SCHEMA.name}`);
      if (reached !== undefined && reached >= head) return;
      await pause(LOOK_EVERY_MS, never);
    }
    throw new IbexError('access/reads-behind', 'the view of reads has not caught up with the log');
  }
}
