import { DEFINITIONS } from '@ibex/runtime';
import type { Definitions, Plain } from '@ibex/runtime';
import { Inject, Injectable } from '@nestjs/common';
import { ChildrenShown } from '../shared/children/child-shown';
import { noticeIdOf } from '../shared/notice-id';
import { present } from '../shared/present';
import { ToldReaches } from './told-reach';
import type { WhatWeToldLine } from './what-we-told.dto';
import type { ToldFactRow } from './what-we-told.schema';

/** Turns rows of what an authority told into lines: what it was, of whom, and how far it has come. */
@Injectable()
export class WhatWeToldShowing {
  constructor(
    @Inject(DEFINITIONS) private readonly definitions: Definitions,
    private readonly children: ChildrenShown,
    private readonly reaches: ToldReaches,
  ) {}

  async of(rows: readonly ToldFactRow[]): Promise<readonly Plain<WhatWeToldLine>[]> {
    // of others' records the reader finds who the child is in the notice, as far as it may still see that
    const own = rows.filter(({ authority, owner }) => authority === owner);
    const [children, reachOf] = await Promise.all([
      this.children.of(own.map(({ recordRef }) => recordRef)),
      this.reaches.of(rows.map(({ factId }) => factId)),
    ]);
    return rows.map((row) => ({
      ...this.open(row),
      ...present({ recordRef: row.recordRef, child: children.get(row.recordRef ?? '') }),
      reach: reachOf(row.factId),
    }));
  }

  private open(row: ToldFactRow): Omit<Plain<WhatWeToldLine>, 'reach' | 'recordRef' | 'child'> {
    return {
      ...{ factId: row.factId, notice: row.stream, noticeId: noticeIdOf(row.stream) },
      ...{ notification: row.notification, kind: row.kind, title: this.titleOf(row) },
      recordOwner: row.owner,
      ...{ occurredAt: row.occurredAt, recordedAt: row.recordedAt },
      ...{ role: row.role, state: row.state },
    };
  }

  private titleOf({ notification, kind }: ToldFactRow): string {
    const definition = this.definitions.find(({ name }) => name === notification);
    return definition?.facts[kind]?.title ?? kind;
  }
}
