import { ACCESS_POLICY, CLUSTERS } from '@ibex/kernel';
import type { AccessPolicy, Clusters, Instant, Reader, RecordSight } from '@ibex/kernel';
import { notFound } from '@ibex/runtime';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { PictureRows } from './picture-rows';

/** A record of the child that the policy opens to the reader. */
export type OpenRecord = Readonly<{ recordRef: string; owner: string; sight: RecordSight }>;

/** Of which child, and whether as known at a moment of the past. */
export type AskedPicture = Readonly<{ recordRef: string; asKnownAt?: Instant | undefined }>;

const toOpen = (recordRef: string, sight: RecordSight): readonly OpenRecord[] =>
  sight.sight === 'none' || sight.owner === undefined ? [] : [{ recordRef, owner: sight.owner, sight }];

@Injectable()
export class PictureRecords {
  constructor(
    @Inject(ACCESS_POLICY) private readonly access: Pick<AccessPolicy, 'seeRecord'>,
    private readonly rows: PictureRows,
    // an exchange that links no records knows each child by one
    @Optional() @Inject(CLUSTERS) private readonly clusters?: Clusters,
  ) {}

  /** The asked one first. Throws the one 404 for a record that is unknown or that the reader may not see. */
  async open(reader: Reader, asked: AskedPicture): Promise<readonly OpenRecord[]> {
    const { recordRef } = asked;
    const own = toOpen(recordRef, await this.access.seeRecord(reader, recordRef));
    if (own.length === 0) throw notFound();
    const others = (await this.membersOf(asked)).filter((ref) => ref !== recordRef);
    const sights = others.map(async (ref) => toOpen(ref, await this.access.seeRecord(reader, ref)));
    return [...own, ...(await Promise.all(sights)).flat()];
  }

  /** As the links stood then. */
  private async membersOf({ recordRef, asKnownAt }: AskedPicture): Promise<readonly string[]> {
    if (!this.clusters) return [recordRef];
    const before = asKnownAt === undefined ? undefined : await this.rows.turnAfter('link', asKnownAt);
    return this.clusters.membersOf(recordRef, before);
  }
}
