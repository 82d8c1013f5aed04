import { CLOCK, READ_DB, londonDateOf } from '@ibex/kernel';
import type { Clock, Reader } from '@ibex/kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { Kysely } from 'kysely';
import type { Plain } from '@ibex/runtime';
import { ViewAnswers } from '../shared/view-answers';
import type {
  HostShown,
  PlacedElsewhereCountsAnswer,
  PlacedElsewhereCountsFilter,
  PlacedInCount,
} from './our-children-elsewhere.dto';
import { openOn } from './our-children-elsewhere.query';
import { PLACED_ELSEWHERE_SCHEMA } from './our-children-elsewhere.schema';
import type { PlacedElsewhereTables } from './our-children-elsewhere.schema';
import { PlacedElsewhereShowing } from './our-children-elsewhere.showing';

type Counted = Readonly<{ host: Plain<HostShown>; placements: number }>;

const keyOf = ({ kind, gss, code }: Plain<HostShown>): string => [kind, gss ?? code ?? ''].join(' ');

/** Each host once, the most first. */
const gathered = (counts: readonly Counted[]): readonly Plain<PlacedInCount>[] => {
  const byHost = new Map<string, Counted>();
  for (const { host, placements } of counts) {
    const key = keyOf(host);
    byHost.set(key, { host, placements: placements + (byHost.get(key)?.placements ?? 0) });
  }
  const all = [...byHost].sort(([a, x], [b, y]) => y.placements - x.placements || (a < b ? -1 : 1));
  return all.map(([, counted]) => counted);
};

/** How many of the reader's own children are placed where, without a look at a single one. */
@Injectable()
export class ElsewhereCountsQuery {
  constructor(
    @Inject(READ_DB) private readonly db: Kysely<PlacedElsewhereTables>,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly answers: ViewAnswers,
    private readonly showing: PlacedElsewhereShowing,
  ) {}

  async find(
    { authority }: Reader,
    asked: Plain<PlacedElsewhereCountsFilter>,
  ): Promise<Plain<PlacedElsewhereCountsAnswer>> {
    const view = await this.answers.stateOf(PLACED_ELSEWHERE_SCHEMA);
    const on = asked.on ?? londonDateOf(this.clock.now());
    const feeds = [{ authority, notification: 'placement' }];
    const [settled, moved, completeness] = await Promise.all([
      this.settled(authority, on),
      this.movedSince(authority, on),
      this.answers.completenessOf({ feeds, reader: authority }),
    ]);
    return { ...view, completeness, on, items: gathered([...settled, ...moved]) };
  }

  /** Placements whose last host is the one of that date: counted where they are kept. */
  private async settled(authority: string, on: string): Promise<readonly Counted[]> {
    const rows = await openOn(this.db.selectFrom('placedElsewhere').where('owner', '=', authority), on)
      .where('hostSince', '<=', on)
      .groupBy(['hostKind', 'hostCode'])
      .select((select) => ['hostKind', 'hostCode', select.fn.countAll<number | string>().as('placements')])
      .execute();
    return rows.map((row) => ({
      host: this.showing.hostOf({ ...row, stays: '[]' }),
      placements: Number(row.placements),
    }));
  }

  /** Those that have moved to another host since. */
  private async movedSince(authority: string, on: string): Promise<readonly Counted[]> {
    const rows = await openOn(this.db.selectFrom('placedElsewhere').where('owner', '=', authority), on)
      .where('hostSince', '>', on)
      .select(['hostKind', 'hostCode', 'stays'])
      .execute();
    return rows.map((row) => ({ host: this.showing.hostOf(row, on), placements: 1 }));
  }
}
