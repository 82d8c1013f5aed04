import { Inject, Injectable } from '@nestjs/common';
import { GUARDED_PARTS, GUARDED_RECORDS, leadsToChild } from '@ibex/kernel';
import type { GuardedParts, GuardedRecords, RecordedFact } from '@ibex/kernel';
import { FactLog } from '@ibex/runtime';
import type { Plain } from '@ibex/runtime';
import type { GuardedFactDto, WhereaboutsDto } from './api/fetches.dto';

/** What leads to a restricted child: for one reader whom a second person has let. */
@Injectable()
export class GuardedContent {
  constructor(
    private readonly log: FactLog,
    @Inject(GUARDED_PARTS) private readonly guarded: Pick<GuardedParts, 'unsealWhole'>,
    @Inject(GUARDED_RECORDS) private readonly records: GuardedRecords,
  ) {}

  async of(recordRef: string, notice: string | undefined): Promise<Plain<WhereaboutsDto>> {
    const facts = notice === undefined ? [] : await this.log.readStream(notice);
    const [child, shown] = await Promise.all([
      this.records.wholeIdentityOf(recordRef),
      Promise.all(facts.map((fact) => this.guardedIn(fact, recordRef))),
    ]);
    const home = child?.homePostcode;
    return { recordRef, ...(home === undefined ? {} : { homePostcode: home }), facts: shown.flat() };
  }

  private async guardedIn(fact: RecordedFact, recordRef: string): Promise<readonly Plain<GuardedFactDto>[]> {
    const { id, type, sealed, recordedAt } = fact;
    const personal = sealed && (await this.guarded.unsealWhole(recordRef, id, sealed));
    const fields = Object.entries(personal || {}).filter(([name]) => leadsToChild(name));
    return fields.length === 0 ? [] : [{ factId: id, type, recordedAt, fields: Object.fromEntries(fields) }];
  }
}
