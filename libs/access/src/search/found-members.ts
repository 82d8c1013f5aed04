import { Inject, Injectable, Optional } from '@nestjs/common';
import { ACCESS_POLICY, CLUSTERS, READ_LEDGER } from '@ibex/kernel';
import type {
  AccessPolicy,
  Clusters,
  FoundRecord,
  Identifier,
  LegalBasis,
  Purpose,
  ReadLedger,
  Reader,
  RecordSight,
} from '@ibex/kernel';
import { RecordMatter } from '../policy/record-matter';
import { MetRestricted } from './met-restricted';

/** What a search tells of one record: what opened it to the reader, or that its authority knows the child. */
export type Told = Readonly<{
  recordRef: string;
  owner: string;
  agreedOn: readonly Identifier[];
  seen?: RecordSight;
}>;
export type Searching = Readonly<{ reader: Reader; search: string; purpose: Purpose }>;

/**
 * Why an authority may learn that another one knows a child: a duty to make enquiries and one to help with them, for a
 * child that is identified already. No service, no reason, no worker, no address.
 */
export const BASIS_OF_POINTER: LegalBasis = {
  text: 'A search by exact identifiers: only that your authority knows the child, and how to reach it',
  source: 'Children Act 1989 ss 27 and 47(9)-(11), Children Act 2004 s 11, DPA 2018 sch 1 para 18',
};

/** A record that nobody has: what finds nothing goes the way of what finds something. */
const NOBODYS = 'nobodys-record';

/** Sorts what was found, and whatever is linked to it, into what is shown, pointed to, and kept. */
@Injectable()
export class FoundMembers {
  constructor(
    @Inject(ACCESS_POLICY) private readonly access: AccessPolicy,
    @Inject(READ_LEDGER) private readonly ledger: ReadLedger,
    private readonly kept: KeptFromSearch,
  ) {}

  /** Everything that is told is on record before this resolves. In order of the references. */
  async of(searching: Searching, found: readonly FoundRecord[]): Promise<readonly Told[]> {
    const members = await this.kept.membersOf(found.map(({ recordRef }) => recordRef));
    const refs = members.length === 0 ? [NOBODYS] : members;
    const agreed = new Map(found.map((each) => [each.recordRef, each.agreedOn]));
    const told = await Promise.all(refs.map((ref) => this.tellOf(searching, ref, agreed.get(ref) ?? [])));
    return told.flatMap((one) => one ?? []);
  }

  private async tellOf(
    searching: Searching,
    recordRef: string,
    agreedOn: readonly Identifier[],
  ): Promise<Told | undefined> {
    const { reader, purpose } = searching;
    const [owner, seen] = await Promise.all([
      this.kept.ownerToTell(reader, recordRef),
      this.access.seeRecord(reader, recordRef),
    ]);
    if (typeof owner === 'object') {
      await this.kept.note(searching, owner);
      return undefined;
    }
    const isSeen = seen.sight !== 'none';
    const basis = (isSeen ? seen.relations[0]?.basis : undefined) ?? BASIS_OF_POINTER;
    const what = isSeen ? 'mash-search' : 'mash-search-pointer';
    await this.ledger.note(reader, { what, purpose, shown: [{ recordRef, owner, basis }] });
    return { recordRef, owner, agreedOn, ...(isSeen ? { seen } : {}) };
  }
}

/** Of a record that nothing is told of: whom to tell that it was met; nobody for one that is not there. */
export type Kept = Readonly<{ restricted?: Readonly<{ recordRef: string; owner: string }> }>;

/** What a search is not told of, and who is. */
@Injectable()
export class KeptFromSearch {
  constructor(
    private readonly matter: RecordMatter,
    private readonly met: MetRestricted,
    @Optional() @Inject(CLUSTERS) private readonly clusters?: Pick<Clusters, 'membersOf'>,
  ) {}

  /** The found ones and what is linked to them, each once, in order. */
  async membersOf(recordRefs: readonly string[]): Promise<readonly string[]> {
    const asked = recordRefs.length === 0 ? [NOBODYS] : recordRefs;
    const clusters = await Promise.all(
      asked.map(async (ref) => (await this.clusters?.membersOf(ref)) ?? [ref]),
    );
    const members = [...new Set([...recordRefs, ...clusters.flat()])];
    return members.filter((ref) => ref !== NOBODYS).sort();
  }

  /** The owner of a record that may be told of; else who has to be told that it was met. */
  async ownerToTell(reader: Reader, recordRef: string): Promise<string | Kept> {
    const { record, labels, erased } = await this.matter.of(recordRef, reader);
    if (!record || erased) return {};
    return labels.length === 0 ? record.owner : { restricted: { recordRef, owner: record.owner } };
  }

  note({ reader, search, purpose }: Searching, { restricted }: Kept): Promise<void> {
    if (!restricted) return this.met.note(reader, search, { type: 'NothingMet', data: { search } });
    const { owner, recordRef } = restricted;
    return this.met.note(
      reader,
      search,
      { type: 'RestrictedMet', data: { owner, purpose, search } },
      recordRef,
    );
  }
}
