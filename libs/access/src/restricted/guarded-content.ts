import { Inject, Injectable } from '@nestjs/common';
import { RECORDS, SEALER, groupOfField } from '@ibex/kernel';
import type { FieldGroup, RecordedFact, Records, Sealer } from '@ibex/kernel';
import { FactLog } from '@ibex/runtime';
import type { Plain } from '../plain';
import type { GuardedFactDto, WhereaboutsDto } from './api/fetches.dto';

const GUARDED: ReadonlySet<FieldGroup> = new Set(['whereabouts', 'contacts', 'narrative']);

/** What leads to a restricted child: for one reader whom a second person has let. */
@Injectable()
export class GuardedContent {
  constructor(
    private readonly log: FactLog,
    @Inject(SEALER) private readonly sealer: Sealer,
    @Inject(RECORDS) private readonly records: Pick<Records, 'identityOf'>,
  ) {}

  async of(recordRef: string, notice: string | undefined): Promise<Plain<WhereaboutsDto>> {
    const facts = notice === undefined ? [] : await this.log.readStream(notice);
    const [child, shown] = await Promise.all([
      this.records.identityOf(recordRef),
      Promise.all(facts.map((fact) => this.guardedIn(fact, recordRef))),
    ]);
    const home = child?.homePostcode;
    return { recordRef, ...(home === undefined ? {} : { homePostcode: home }), facts: shown.flat() };
  }

  private async guardedIn(fact: RecordedFact, recordRef: string): Promise<readonly Plain<GuardedFactDto>[]> {
    const { id, type, sealed, recordedAt } = fact;
    const personal = sealed === undefined ? undefined : await this.sealer.unseal(recordRef, id, sealed);
    const fields = Object.entries(personal ?? {}).filter(([name]) => GUARDED.has(groupOfField(name)));
    return fields.length === 0 ? [] : [{ factId: id, type, recordedAt, fields: Object.fromEntries(fields) }];
  }
}
