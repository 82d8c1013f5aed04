import { Inject, Injectable } from '@nestjs/common';
import { ACCESS_POLICY, READ_LEDGER } from '@ibex/kernel';
import type {
  AccessPolicy,
  FoundRecord,
  Identifier,
  LegalBasis,
  ReadLedger,
  RecordSight,
} from '@ibex/kernel';
import { KeptFromSearch, NOBODYS } from './kept-from-search';
import type { Searching } from './kept-from-search';

/** What a search tells of one record: what opened it to the reader, or that its authority knows the child. */
export type Told = Readonly<{
  recordRef: string;
  owner: string;
  agreedOn: readonly Identifier[];
  seen?: RecordSight;
}>;

/**
 * Why an authority may learn that another one knows a child: a duty to make enquiries and one to help with them, for a
 * child that is identified already. No service, no reason, no worker, no address.
 */
export const BASIS_OF_POINTER: LegalBasis = {
  text: 'A search by exact identifiers: only that your authority knows the child, and how to reach it',
  source: 'Children Act 1989 ss 27 and 47(9)-(11), Children Act 2004 s 11, DPA 2018 sch 1 para 18',
};

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
