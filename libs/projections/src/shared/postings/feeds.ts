import { CLOCK, READ_DB, addDays, londonDateOf } from '@ibex/kernel';
import type { CivilDate, Clock } from '@ibex/kernel';
import { DEFINITIONS, asSystem } from '@ibex/runtime';
import type { Definitions } from '@ibex/runtime';
import { Inject, Injectable } from '@nestjs/common';
import type { Kysely } from 'kysely';
import { tellingOthers } from '../definitions';
import type { PostingDayRow, PostingRow, PostingTables, SilenceRow } from './postings.schema';
import { REACH_DAYS, rhythmOf, silentSince } from './rhythm.rule';
import type { Rhythm } from './rhythm.rule';

/**
 * What one authority posts of one type, as it stands today. `silentSince`: by the rhythm, at this moment. `silence`: the
 * latest that is on record.
 */
export type Feed = PostingRow &
  Readonly<{ rhythm?: Rhythm; silentSince?: CivilDate; silence?: SilenceRow; days: readonly CivilDate[] }>;

type Learned = Readonly<{ lastOn: string; days: readonly CivilDate[]; rhythm?: Rhythm }>;
type Snapshot = Readonly<{ today: CivilDate; atMs: number; feeds: Promise<readonly Feed[]> }>;

/** What every answer says about all feeds may be so old: a few hundred rows are not read for each of them. */
const KEPT_MS = 1_000;

export const feedKey = ({ authority, notification }: Pick<Feed, 'authority' | 'notification'>): string =>
  `${notification} ${authority}`;

const byFeed = <T extends Pick<Feed, 'authority' | 'notification'>>(
  rows: readonly T[],
): ReadonlyMap<string, T> => new Map(rows.map((row) => [feedKey(row), row]));

const daysByFeed = (rows: readonly PostingDayRow[]): ReadonlyMap<string, readonly CivilDate[]> => {
  const days = new Map<string, CivilDate[]>();
  for (const row of rows) {
    const its = days.get(feedKey(row));
    if (its) its.push(row.day);
    else days.set(feedKey(row), [row.day]);
  }
  return days;
};

/** Every feed there is. A rhythm is learned anew only on the day of a new posting. */
@Injectable()
export class Feeds {
  private readonly learned = new Map<string, Learned>();
  private snapshot: Snapshot | undefined;
  /** Names of the types that anybody posts. */
  readonly notifications: readonly string[];

  constructor(
    @Inject(READ_DB) private readonly db: Kysely<PostingTables>,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(DEFINITIONS) definitions: Definitions,
  ) {
    this.notifications = tellingOthers(definitions).map(({ name }) => name);
  }

  today(): CivilDate {
    return londonDateOf(this.clock.now());
  }

  /** As they stood a second ago at most. Fails until the view was built for the first time. */
  all(): Promise<readonly Feed[]> {
    const [today, now] = [this.today(), performance.now()];
    const last = this.snapshot;
    if (last?.today === today && now - last.atMs < KEPT_MS) return last.feeds;
    const snapshot = { today, atMs: now, feeds: this.read(today) };
    this.snapshot = snapshot;
    // what could not be read is asked for again at once
    snapshot.feeds.catch(() => {
      if (this.snapshot === snapshot) this.snapshot = undefined;
    });
    return snapshot.feeds;
  }

  /** As they stand now. */
  read(today = this.today()): Promise<readonly Feed[]> {
    return asSystem(async () => {
      const rows = await this.db.selectFrom('postings').selectAll().execute();
      const silences = byFeed(await this.db.selectFrom('postingSilences').selectAll().execute());
      await this.learn(rows);
      return rows.map((row) => this.toFeed(row, silences.get(feedKey(row)), today));
    });
  }

  private toFeed(row: PostingRow, silence: SilenceRow | undefined, today: CivilDate): Feed {
    const { rhythm, days = [] } = this.learned.get(feedKey(row)) ?? {};
    const since = rhythm && silentSince(rhythm, row.lastOn, today);
    return {
      ...row,
      days,
      ...(rhythm === undefined ? {} : { rhythm }),
      ...(since === undefined ? {} : { silentSince: since }),
      ...(silence === undefined ? {} : { silence }),
    };
  }

  private async learn(rows: readonly PostingRow[]): Promise<void> {
    const changed = rows.filter((row) => this.learned.get(feedKey(row))?.lastOn !== row.lastOn);
    if (changed.length === 0) return;
    const days = daysByFeed(await this.daysOf(changed));
    for (const row of changed) {
      const its = days.get(feedKey(row)) ?? [];
      const rhythm = rhythmOf(its);
      const learned = { lastOn: row.lastOn, days: its, ...(rhythm === undefined ? {} : { rhythm }) };
      this.learned.set(feedKey(row), learned);
    }
  }

  private daysOf(changed: readonly PostingRow[]): Promise<readonly PostingDayRow[]> {
    const oldest = changed.map(({ lastOn }) => lastOn).sort()[0] ?? '';
    const authorities = [...new Set(changed.map(({ authority }) => authority))];
    return this.db
      .selectFrom('postingDays')
      .selectAll()
      .where('authority', 'in', authorities)
      .where('day', '>=', addDays(oldest, -REACH_DAYS))
      .execute();
  }
}
