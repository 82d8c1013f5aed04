import { RECORDS, isCivilDate } from '@ibex/kernel';
import type { Instant, Records } from '@ibex/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { ChildrenShown } from '../shared/children/child-shown';
import type { PictureRecord } from './picture';
import type { OpenRecord } from './picture-records';
import { PictureRows } from './picture-rows';
import { basisOf } from '../shared/seen-by.rule';

/** What an answer says of the records that it draws on, and their dates of birth for those who may know them. */
@Injectable()
export class PictureBirths {
  constructor(
    @Inject(RECORDS) private readonly records: Pick<Records, 'identityOf'>,
    private readonly children: ChildrenShown,
    private readonly rows: PictureRows,
  ) {}

  /** `isRestricted`: something of it is kept from this reader, who then does not learn who the child is either. */
  async described(
    open: readonly OpenRecord[],
    asKnownAt: Instant | undefined,
    isRestricted: (recordRef: string) => boolean,
  ): Promise<readonly PictureRecord[]> {
    const named = open.filter(
      ({ recordRef, sight }) =>
        sight.groups.includes('identity') && (sight.sight === 'owner' || !isRestricted(recordRef)),
    );
    const births = await this.birthsOf(
      named.map(({ recordRef }) => recordRef),
      asKnownAt,
    );
    return open.map(({ recordRef, owner, sight }) => {
      const dateOfBirth = births.get(recordRef);
      return {
        ...{ recordRef, owner, sight: sight.sight, groups: sight.groups, basis: basisOf(sight) },
        ...(dateOfBirth !== undefined && isCivilDate(dateOfBirth) && { dateOfBirth }),
      };
    });
  }

  private async birthsOf(
    refs: readonly string[],
    asKnownAt: Instant | undefined,
  ): Promise<ReadonlyMap<string, string | undefined>> {
    if (asKnownAt === undefined) {
      const children = await this.children.of(refs);
      return new Map(refs.map((ref) => [ref, children.get(ref)?.dateOfBirth]));
    }
    const known = refs.map(async (ref) => {
      const identity = await this.records.identityOf(ref, await this.rows.turnAfter(ref, asKnownAt));
      return [ref, identity?.dateOfBirth] as const;
    });
    return new Map(await Promise.all(known));
  }
}
