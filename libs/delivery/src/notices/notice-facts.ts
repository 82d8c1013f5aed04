import { Inject, Injectable } from '@nestjs/common';
import { RECORDS, SEALER } from '@ibex/kernel';
import type { ChildIdentity, NotificationDefinition, RecordedFact, Records, Sealer } from '@ibex/kernel';
import { FactLog } from '@ibex/runtime';

/** As whom somebody reads: the owner sees everything, an addressee not what the type withholds. */
export type ReadAs = 'owner' | 'addressee';
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
  async personalOf(
    fact: RecordedFact,
    definition: NotificationDefinition,
    as: ReadAs,
  ): Promise<Personal | undefined> {
    const { recordRef } = fact.metadata;
    if (fact.sealed === undefined || recordRef === undefined) return undefined;
    const personal = await this.sealer.unseal(recordRef, fact.id, fact.sealed);
    if (!personal || as === 'owner') return personal;
    return without(personal, definition.withheldFromAddressees(fact));
  }

  /** Who the child is, as last told. What a fact withholds of its own fields is withheld here as well. */
  async childOf(
    fact: RecordedFact,
    definition: NotificationDefinition,
    as: ReadAs,
  ): Promise<ChildIdentity | undefined> {
    const { recordRef } = fact.metadata;
    const child = recordRef === undefined ? undefined : await this.records.identityOf(recordRef);
    if (!child || as === 'owner') return child;
    return { ...without(child, definition.withheldFromAddressees(fact)), localId: child.localId };
  }
}
