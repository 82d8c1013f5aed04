import { Inject, Injectable } from '@nestjs/common';
import { ACCESS_POLICY, BASIS_OF_OWNER, READ_LEDGER } from '@ibex/kernel';
import type { AccessPolicy, ReadLedger, Reader, RecordSight } from '@ibex/kernel';
import { purposeOr } from '@ibex/runtime';
import type { Reading } from '@ibex/runtime';

const WHAT = 'likely-records';

type Found = Readonly<{ recordRef: string; owner: string }>;
type Seen<F extends Found> = F & Readonly<{ seen: RecordSight }>;

/** What of the records found a reader may see, and that it was shown them. */
@Injectable()
export class LikelyLooks {
  constructor(
    @Inject(ACCESS_POLICY) private readonly access: Pick<AccessPolicy, 'seeRecord'>,
    @Inject(READ_LEDGER) private readonly ledger: ReadLedger,
  ) {}

  /** Only such as open who the child is: to be told of a likeness is to be told a little of that. */
  async seen<F extends Found>(reader: Reader, found: readonly F[]): Promise<readonly Seen<F>[]> {
    const asked = await Promise.all(
      found.map(async (one) => ({ ...one, seen: await this.access.seeRecord(reader, one.recordRef) })),
    );
    return asked.filter(({ seen: { sight, groups } }) => sight !== 'none' && groups.includes('identity'));
  }

  /** Of each record of another authority by itself, so that its owner is told. */
  async note(
    { reader, said }: Reading,
    own: readonly Found[],
    others: readonly Seen<Found>[],
  ): Promise<void> {
    const shown = own.map(({ recordRef, owner }) => ({ recordRef, owner, basis: BASIS_OF_OWNER }));
    await this.ledger.note(reader, { what: WHAT, purpose: purposeOr(said, 'owner'), shown, asList: true });
    for (const { recordRef, owner, seen } of others) {
      const [relation] = seen.relations;
      if (!relation) continue;
      const one = [{ recordRef, owner, basis: relation.basis }];
      await this.ledger.note(reader, { what: WHAT, purpose: purposeOr(said, seen.sight), shown: one });
    }
  }
}
