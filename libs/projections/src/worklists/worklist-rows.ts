import { CLOCK, addDays, londonDateOf, READ_DB, RESTRICTIONS } from '@ibex/kernel';
import type { Clock, Reader, Restrictions } from '@ibex/kernel';
import { fromCursor } from '@ibex/runtime';
import { Inject, Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Kysely, RawBuilder, SelectQueryBuilder } from 'kysely';
import type { WorklistName, WorklistSort } from './worklists.lists';
import type { WorklistRow, WorklistTables } from './worklists.schema';
import { WORKLIST_SETTINGS } from './worklists.settings';
import type { WorklistSettings } from './worklists.settings';

const EPISODES_WITHIN_DAYS = 90;
const AFTER_ALL_DATES = '9999';
/** By what a row is one of its list. */
const PLACE = ['begins', 'item', 'list', 'authority'] as const;

/** From when a line stands on its list. */
const STANDS = {
  'missing-ours': 'while-open',
  'missing-here': 'while-open',
  'missing-heading-here': 'while-open',
  'placed-here-unacknowledged': 'while-open',
  'not-risk-assessed': 'not-assessed',
  'duties-due': 'soon',
  'owed-to-us-late': 'late',
  'transfers-stuck': 'late',
  'links-to-review': 'while-open',
} as const satisfies Readonly<Record<WorklistName, string>>;

/** What is asked: by whom, of which list, at which instant. */
export type Asking = Readonly<{ reader: Reader; list: WorklistName; now: string }>;
export type Ordered = Readonly<{ sort: WorklistSort; cursor?: string | undefined; limit: number }>;
export type SortedRow = WorklistRow & Readonly<{ sortKey: string | number; episodes: number | string }>;

type Selected = SelectQueryBuilder<WorklistTables, 'worklistItems', object>;

/** Every sort is ascending by one key: what has no date comes last, more episodes come first. */
const sortKeyOf = (sort: WorklistSort, episodes: RawBuilder<number>): RawBuilder<string | number> => {
  switch (sort) {
    case 'since':
      return sql`"worklistItems"."since"`;
    case 'due':
      return sql`coalesce("worklistItems"."dueAt", ${sql.lit(AFTER_ALL_DATES)})`;
    case 'days-to-18':
      return sql`coalesce((select "eighteenIn" from "worklistEighteens" where "worklistEighteens"."recordRef" = "worklistItems"."recordRef"), ${sql.lit(AFTER_ALL_DATES)})`;
    case 'episodes-in-90-days':
      return sql`-(${episodes})`;
  }
};

const episodesOf = (authority: string, now: string): RawBuilder<number> => {
  const today = londonDateOf(now);
  const first = addDays(today, 1 - EPISODES_WITHIN_DAYS);
  return sql<number>`(select count(*) from "worklistEpisodes" where "worklistEpisodes"."recordRef" = "worklistItems"."recordRef" and "worklistEpisodes"."authority" = ${authority} and "worklistEpisodes"."startedOn" between ${first} and ${today})`;
};

/**
 * Whoever has assessed the risk of exploitation since the child came has assessed its risk, by whatever notice it said so:
 * of the record that it was told of, or of its own one that is linked to it.
 */
const isNotAssessedSince = sql<boolean>`not exists (select 1 from "worklistAssessments" where "worklistAssessments"."authority" = "worklistItems"."authority" and "worklistAssessments"."assessedOn" >= substr("worklistItems"."since", 1, 10) and ("worklistAssessments"."recordRef" = "worklistItems"."recordRef" or "worklistAssessments"."recordRef" in (select "other" from "worklistSameChild" where "worklistSameChild"."recordRef" = "worklistItems"."recordRef")))`;

/** The rows of one authority's lists as they stand at an instant, without those of restricted records of others. */
@Injectable()
export class WorklistRows {
  constructor(
    @Inject(READ_DB) private readonly db: Kysely<WorklistTables>,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(WORKLIST_SETTINGS) private readonly settings: WorklistSettings,
    @Inject(RESTRICTIONS) private readonly restrictions: Restrictions,
  ) {}

  /** Of this moment. */
  asking(reader: Reader, list: WorklistName): Asking {
    return { reader, list, now: this.clock.now() };
  }

  async count(asking: Asking): Promise<number> {
    const rows = await this.openOn(asking);
    const { lines } = await rows
      .select(({ fn }) => fn.countAll<number | string>().as('lines'))
      .executeTakeFirstOrThrow();
    return Number(lines);
  }

  /** One row more than the page, where there is one. */
  async page(asking: Asking, { sort, cursor, limit }: Ordered): Promise<readonly SortedRow[]> {
    const episodes = episodesOf(asking.reader.authority, asking.now);
    const key = sortKeyOf(sort, episodes);
    const rows = (await this.openOn(asking)).select([...PLACE, key.as('sortKey')]);
    const [after, begins, item] = cursor === undefined ? [] : fromCursor(cursor, 3);
    const rest =
      cursor === undefined
        ? rows
        : rows.where(sql<boolean>`(${key}, "begins", "item") > (${after}, ${begins}, ${item})`);
    const chosen = rest
      .orderBy('sortKey')
      .orderBy('begins')
      .orderBy('item')
      .limit(limit + 1)
      .as('chosen');
    // the order is found in an index; whole rows, and what is counted for each, are read of the page alone
    return this.db
      .selectFrom(chosen)
      .innerJoin('worklistItems', (join) =>
        PLACE.reduce((on, column) => on.onRef(`worklistItems.${column}`, '=', `chosen.${column}`), join),
      )
      .selectAll('worklistItems')
      .select(['chosen.sortKey', episodes.as('episodes')])
      .orderBy('chosen.sortKey')
      .orderBy('chosen.begins')
      .orderBy('chosen.item')
      .execute();
  }

  /** Restricted records of others are neither listed nor counted, from the very moment of their restriction. */
  private async openOn(asking: Asking): Promise<Selected> {
    const hidden = [...(await this.restrictions.ofOthers(asking.reader.authority))];
    const rows = this.standing(asking);
    if (hidden.length === 0) return rows;
    return rows
      .where((where) => where.or([where('recordRef', 'is', null), where('recordRef', 'not in', hidden)]))
      .where((where) => where.or([where('alsoAbout', 'is', null), where('alsoAbout', 'not in', hidden)]));
  }

  /** Time passes without facts: what is late, or soon to be, is worked out at the question. */
  private standing({ reader, list, now }: Asking): Selected {
    const rows: Selected = this.db
      .selectFrom('worklistItems')
      .where('authority', '=', reader.authority)
      .where('list', '=', list);
    switch (STANDS[list]) {
      case 'while-open':
        return rows;
      case 'soon':
        return rows.where('dueAt', '<=', this.ahead(now));
      case 'late':
        return rows.where('dueAt', '<=', now);
      case 'not-assessed':
        return this.notAssessed(rows, now);
    }
  }

  private notAssessed(rows: Selected, now: string): Selected {
    const within = this.settings.riskAssessedWithinDays;
    const open = rows.where(isNotAssessedSince);
    return within === undefined
      ? open.where('dueAt', '<=', now)
      : open.where('since', '<', addDays(londonDateOf(now), -within));
  }

  private ahead(now: string): string {
    return `${addDays(londonDateOf(now), this.settings.daysAhead)}T23:59:59.999Z`;
  }
}
