import { READ_DB, addDays } from '@ibex/kernel';
import type { CivilDate } from '@ibex/kernel';
import { asSystem } from '@ibex/runtime';
import { Inject, Injectable } from '@nestjs/common';
import type { Kysely } from 'kysely';
import { grouped } from '../grouped';
import type { FeedName } from './feed-shown';
import { feedKey } from './feeds';
import type { PostingDayRow, PostingTables } from './postings.schema';
import { REACH_DAYS, rhythmOf, silentSince } from './rhythm.rule';

/** A feed that was later than its rhythm, and since when. */
export type Silent = FeedName & Readonly<{ since: CivilDate }>;

/** How far back a last posting is looked for. */
const LOOK_BACK_DAYS = 3 * REACH_DAYS;

const sinceIn = (days: readonly CivilDate[], on: CivilDate): CivilDate | undefined => {
  const last = days.toSorted().at(-1);
  const rhythm = rhythmOf(days);
  return last === undefined || rhythm === undefined ? undefined : silentSince(rhythm, last, on);
};

/** Which feeds were silent on a day of the past, from what had been posted by then. */
@Injectable()
export class SilenceThen {
  constructor(@Inject(READ_DB) private readonly db: Kysely<PostingTables>) {}

  async of(feeds: readonly FeedName[], on: CivilDate): Promise<readonly Silent[]> {
    const named = [...new Map(feeds.map((feed) => [feedKey(feed), feed])).values()];
    if (named.length === 0) return [];
    const days = grouped(await this.daysOf(named, on), feedKey);
    return named.flatMap((feed) => {
      const posted = (days.get(feedKey(feed)) ?? []).map(({ day }) => day);
      const since = sinceIn(posted, on);
      return since === undefined ? [] : [{ ...feed, since }];
    });
  }

  /** That a feed is silent everybody may know; its rows are for the service. */
  private daysOf(feeds: readonly FeedName[], on: CivilDate): Promise<readonly PostingDayRow[]> {
    const authorities = [...new Set(feeds.map(({ authority }) => authority))];
    return asSystem(() =>
      this.db
        .selectFrom('postingDays')
        .selectAll()
        .where('authority', 'in', authorities)
        .where('day', '<=', on)
        .where('day', '>=', addDays(on, -LOOK_BACK_DAYS))
        .execute(),
    );
  }
}
