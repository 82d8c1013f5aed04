import { Inject, Injectable } from '@nestjs/common';
import { RECORDS, SEALER, withoutFields } from '@ibex/kernel';
import type { ChildIdentity, RecordedFact, Records, Sealer, Withheld } from '@ibex/kernel';
import { FactLog } from '@ibex/runtime';

export type Personal = Readonly<Record<string, unknown>>;

/** Reads the facts of a notice and, for those entitled, who it is about. */
@Injectable()
export class NoticeFacts {
  constructor(
    @Inject(SEALER) private readonly sealer: Sealer,
    @Inject(RECORDS) private readonly records: Records,
    private readonly log: FactLog,
  ) {}

  of(stream: string): Promise<readonly RecordedFact[]> {
    return this.log.readStream(stream);
  }

  /** The personal part of one fact; undefined where there is none, or where the record was erased. */
  async personalOf(fact: RecordedFact, withheld: Withheld): Promise<Personal | undefined> {
    const { recordRef } = fact.metadata;
    if (fact.sealed === undefined || recordRef === undefined) return undefined;
    const personal = await this.sealer.unseal(recordRef, fact.id, fact.sealed);
    return personal && withoutFields(personal, withheld.personal);
  }

  /** Who the child is, as last told. What is withheld of a fact is withheld here under the same names; `child` is all. */
  async childOf({ metadata }: RecordedFact, { personal }: Withheld): Promise<ChildIdentity | undefined> {
    if (metadata.recordRef === undefined || personal.includes('child')) return undefined;
    const child = await this.records.identityOf(metadata.recordRef);
    return child && { ...withoutFields(child, personal), localId: child.localId };
  }
}
