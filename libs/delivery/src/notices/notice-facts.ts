import { Inject, Injectable } from '@nestjs/common';
import { RECORDS, SEALER } from '@ibex/kernel';
import type { ChildIdentity, RecordedFact, Records, Sealer } from '@ibex/kernel';
import { FactLog } from '@ibex/runtime';

export type Personal = Readonly<Record<string, unknown>>;

const without = (fields: Personal, withheld: readonly string[]): Personal =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !withheld.includes(name)));

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
  async personalOf(fact: RecordedFact, withheld: readonly string[]): Promise<Personal | undefined> {
    const { recordRef } = fact.metadata;
    if (fact.sealed === undefined || recordRef === undefined) return undefined;
    const personal = await this.sealer.unseal(recordRef, fact.id, fact.sealed);
    return personal && without(personal, withheld);
  }

  /** Who the child is, as last told. What is withheld of a fact is withheld here under the same names; `child` is all. */
  async childOf({ metadata }: RecordedFact, withheld: readonly string[]): Promise<ChildIdentity | undefined> {
    if (metadata.recordRef === undefined || withheld.includes('child')) return undefined;
    const child = await this.records.identityOf(metadata.recordRef);
    return child && { ...without(child, withheld), localId: child.localId };
  }
}
