import { AUTHORITIES, RECORDS } from '@ibex/kernel';
import type { Authorities, Records, Sight } from '@ibex/kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { Plain } from '@ibex/runtime';
import { nameOf } from '../shared/authority-name';
import { ChildrenShown, toChildShown } from '../shared/children/child-shown';
import type { ChildrenByRecord } from '../shared/children/child-shown';
import { present } from '../shared/present';
import type { AskedMoment } from './asked-moment';
import type { ChronologyRecord, SightShown } from './child-chronology.dto';
import { ChronologyRows } from './chronology-rows';
import type { SeenStory } from './chronology-story';
import { basisOf } from '../shared/seen-by.rule';

export const toSightShown = (sight: Sight): SightShown =>
  sight === 'owner' || sight === 'grant' ? sight : 'addressee';

/**
 * Who the child is: for the owner; for others unless something of the record is restricted, since a new name leads to a
 * new family, and without the owner's number.
 */
export const isNamed = ({ by, isWithheld }: Pick<SeenStory, 'by' | 'isWithheld'>): boolean =>
  by.sight.groups.includes('identity') && (by.sight.sight === 'owner' || !isWithheld);

@Injectable()
export class RecordsShown {
  constructor(
    @Inject(AUTHORITIES) private readonly authorities: Authorities,
    @Inject(RECORDS) private readonly records: Pick<Records, 'identityOf'>,
    private readonly children: ChildrenShown,
    private readonly rows: ChronologyRows,
  ) {}

  async of(stories: readonly SeenStory[], moment: AskedMoment): Promise<readonly Plain<ChronologyRecord>[]> {
    const refs = stories.filter(isNamed).map(({ record }) => record.recordRef);
    const children = await this.childrenOf(refs, moment);
    return stories.map(({ record, by, isWithheld }) => {
      const { localId, ...child } = children.get(record.recordRef) ?? {};
      const isOwn = by.sight.sight === 'owner';
      const named = { ...child, ...(isOwn ? present({ localId }) : {}) };
      return {
        recordRef: record.recordRef,
        ...{ owner: record.owner, ownerName: nameOf(this.authorities, record.owner) },
        ...{ seenAs: toSightShown(by.sight.sight), basis: basisOf(by.sight), withheld: isWithheld },
        ...(children.has(record.recordRef) ? { child: named } : {}),
      };
    });
  }

  /** As last told, or as told by that moment. */
  private async childrenOf(refs: readonly string[], { asKnownAt }: AskedMoment): Promise<ChildrenByRecord> {
    if (asKnownAt === undefined) return this.children.of(refs);
    const found = refs.map(async (ref) => {
      const identity = await this.records.identityOf(ref, await this.rows.turnAfter(ref, asKnownAt));
      return identity ? ([[ref, toChildShown(identity)]] as const) : [];
    });
    return new Map((await Promise.all(found)).flat());
  }
}
