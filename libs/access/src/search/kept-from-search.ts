import { Inject, Injectable, Optional } from '@nestjs/common';
import { CLUSTERS } from '@ibex/kernel';
import type { Clusters, Purpose, Reader } from '@ibex/kernel';
import { RecordMatter } from '../policy/record-matter';
import { MetRestricted } from './met-restricted';

export type Searching = Readonly<{ reader: Reader; search: string; purpose: Purpose }>;

/** A record that nobody has: what finds nothing goes the way of what finds something. */
export const NOBODYS = 'nobodys-record';

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
