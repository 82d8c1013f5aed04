import { ACCESS_POLICY, CLUSTERS } from '@ibex/kernel';
import type { AccessPolicy, Clusters, Reader, RecordSight } from '@ibex/kernel';
import { notFound } from '@ibex/runtime';
import { Inject, Injectable, Optional } from '@nestjs/common';
import type { AskedMoment } from './asked-moment';
import { LINK_CATEGORY } from './child-chronology.projection';
import { ChronologyRows } from './chronology-rows';

/** A record of the child's cluster that the policy opens to the reader. */
export type SeenRecord = Readonly<{ recordRef: string; owner: string; sight: RecordSight }>;

const toSeen = (recordRef: string, sight: RecordSight): readonly SeenRecord[] =>
  sight.sight === 'none' || sight.owner === undefined ? [] : [{ recordRef, owner: sight.owner, sight }];

/** Which records are held to be of one child, as far as a reader may see them: of others not even that they are there. */
@Injectable()
export class SeenRecords {
  constructor(
    @Inject(ACCESS_POLICY) private readonly access: AccessPolicy,
    private readonly rows: ChronologyRows,
    // an exchange that links no records knows each child by one
    @Optional() @Inject(CLUSTERS) private readonly clusters?: Clusters,
  ) {}

  /**
   * The asked one first. Throws the one 404 for a record that is unknown or that the reader may not see, before anything
   * is asked about its links.
   */
  async of(reader: Reader, recordRef: string, moment: AskedMoment): Promise<readonly SeenRecord[]> {
    const asked = toSeen(recordRef, await this.access.seeRecord(reader, recordRef));
    if (asked.length === 0) throw notFound();
    const members = (await this.membersOf(recordRef, moment)).filter((ref) => ref !== recordRef);
    const others = members.map(async (ref) => toSeen(ref, await this.access.seeRecord(reader, ref)));
    return [...asked, ...(await Promise.all(others)).flat()];
  }

  /** As the links stood at that moment. */
  private async membersOf(recordRef: string, { asKnownAt }: AskedMoment): Promise<readonly string[]> {
    if (!this.clusters) return [recordRef];
    const before = asKnownAt === undefined ? undefined : await this.rows.turnAfter(LINK_CATEGORY, asKnownAt);
    return this.clusters.membersOf(recordRef, before);
  }
}
