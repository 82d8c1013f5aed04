import { AUTHORITIES } from '@ibex/kernel';
import type { Authorities } from '@ibex/kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { Plain } from '@ibex/runtime';
import { nameOf } from '../shared/authority-name';
import { ChildrenShown } from '../shared/children/child-shown';
import type { ChildrenByRecord } from '../shared/children/child-shown';
import { noticeIdOf } from '../shared/notice-id';
import { toPlacementKnown } from '../shared/placement-known';
import { present } from '../shared/present';
import type { PlacedHereShown } from './register-placed-here.dto';
import type { PlacedHereRow } from './register-placed-here.schema';

/** Turns rows into what their host may see of them: who the child is, from whom, since when, in which placement. */
@Injectable()
export class PlacedHereShowing {
  constructor(
    @Inject(AUTHORITIES) private readonly authorities: Authorities,
    private readonly children: ChildrenShown,
  ) {}

  async of(rows: readonly PlacedHereRow[]): Promise<readonly Plain<PlacedHereShown>[]> {
    const children = await this.children.of(rows.map(({ recordRef }) => recordRef));
    return rows.map((row) => this.toLine(row, children));
  }

  placing(gss: string): Pick<PlacedHereShown, 'placingAuthority' | 'placingAuthorityName'> {
    return { placingAuthority: gss, placingAuthorityName: nameOf(this.authorities, gss) };
  }

  private toLine(row: PlacedHereRow, children: ChildrenByRecord): Plain<PlacedHereShown> {
    const child = children.get(row.recordRef ?? '');
    return {
      noticeId: noticeIdOf(row.stream),
      ...this.placing(row.placing),
      startsOn: row.startsOn,
      toldAt: row.toldAt,
      ...present({
        recordRef: row.recordRef,
        localId: child?.localId,
        child,
        endedOn: row.endedOn,
        acknowledgedAt: row.acknowledgedAt,
        respondedAt: row.respondedAt,
      }),
      ...toPlacementKnown(row),
    };
  }
}
