import { AUTHORITIES, daysBetween, isCivilDate, londonDateOf } from '@ibex/kernel';
import type { Authorities } from '@ibex/kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { Plain } from '@ibex/runtime';
import { nameOf } from '../shared/authority-name';
import { ChildrenShown } from '../shared/children/child-shown';
import type { ChildShown } from '../shared/children/child-shown';
import { present } from '../shared/present';
import { turnsEighteenOn } from './eighteen.rule';
import type { SortedRow } from './worklist-rows';
import type { WorklistLine } from './worklists.dto';

const dayOf = (when: string): string => (isCivilDate(when) ? when : londonDateOf(when));

const daysTo18 = (child: Plain<ChildShown> | undefined, today: string): number | undefined => {
  const eighteenOn = turnsEighteenOn(child?.dateOfBirth);
  return eighteenOn === undefined ? undefined : daysBetween(today, eighteenOn);
};

/** Turns rows of an authority's lists into lines: each with its dates, its source and who the child is. */
@Injectable()
export class WorklistsShowing {
  constructor(
    @Inject(AUTHORITIES) private readonly authorities: Authorities,
    private readonly children: ChildrenShown,
  ) {}

  async of(rows: readonly SortedRow[], now: string): Promise<readonly Plain<WorklistLine>[]> {
    const children = await this.children.of(rows.map(({ recordRef }) => recordRef));
    return rows.map((row) => this.toLine(row, now, children.get(row.recordRef ?? '')));
  }

  private toLine(row: SortedRow, now: string, child: Plain<ChildShown> | undefined): Plain<WorklistLine> {
    const today = londonDateOf(now);
    return {
      notice: row.stream,
      item: row.item,
      notification: row.notification,
      kind: row.kind,
      owner: row.owner,
      ownerName: nameOf(this.authorities, row.owner),
      since: row.since,
      days: daysBetween(dayOf(row.since), today),
      late: row.dueAt !== null && row.dueAt <= now,
      episodesIn90Days: Number(row.episodes),
      restricted: row.restricted === 1,
      ...present({
        recordRef: row.recordRef,
        child,
        text: row.text,
        dueAt: row.dueAt,
        isTarget: row.dueAt !== null && row.isTarget === 1 ? true : null,
        other: row.other,
        otherName: row.other === null ? null : nameOf(this.authorities, row.other),
        daysTo18: daysTo18(child, today),
      }),
    };
  }
}
