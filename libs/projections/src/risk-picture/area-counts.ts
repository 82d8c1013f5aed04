import { CLOCK, READ_DB, RESTRICTIONS, addDays, dayOfWeek, londonDateOf } from '@ibex/kernel';
import type { CivilDate, Clock, Restrictions } from '@ibex/kernel';
import { asSystem } from '@ibex/runtime';
import { Inject, Injectable, Optional } from '@nestjs/common';
import type { Kysely } from 'kysely';
import type { RiskAreaRow, RiskTables } from './risk-picture.schema';

type Named = Pick<RiskAreaRow, 'recordRef' | 'owner'>;
type Kept = Readonly<{ from: CivilDate; atMs: number; named: Promise<readonly Named[]> }>;

/** Whole weeks that have passed hardly change: counts of them may be so old. */
const KEPT_MS = 60_000;
const WEEKS = 12;

/** The twelve whole weeks before the one in which a day lies: from a Monday, up to and without a Monday. */
export const weeksBefore = (today: CivilDate): Readonly<{ from: CivilDate; to: CivilDate }> => {
  const monday = addDays(today, -((dayOfWeek(today) + 6) % 7));
  return { from: addDays(monday, -7 * WEEKS), to: monday };
};

/** How many records name an area; whose they are stays here. */
@Injectable()
export class AreaCounts {
  private readonly kept = new Map<string, Kept>();

  constructor(
    @Inject(READ_DB) private readonly db: Kysely<RiskTables>,
    @Inject(CLOCK) private readonly clock: Clock,
    @Optional() @Inject(RESTRICTIONS) private readonly restrictions?: Restrictions,
  ) {}

  /** Records of other authorities than the reader's, without those of the child itself. */
  async of(area: string, what: string, asking: Readonly<{ reader: string; without: readonly string[] }>) {
    const named = await this.named(area, what);
    return named.filter(
      ({ owner, recordRef }) => owner !== asking.reader && !asking.without.includes(recordRef),
    ).length;
  }

  private named(area: string, what: string): Promise<readonly Named[]> {
    const { from, to } = weeksBefore(londonDateOf(this.clock.now()));
    const key = `${area} ${what}`;
    const last = this.kept.get(key);
    if (last?.from === from && performance.now() - last.atMs < KEPT_MS) return last.named;
    const named = this.read([area, what], from, to);
    const kept = { from, atMs: performance.now(), named };
    this.kept.set(key, kept);
    // what could not be read is asked for again at once
    named.catch(() => {
      if (this.kept.get(key) === kept) this.kept.delete(key);
    });
    return named;
  }

  private async read(
    of: readonly [string, string],
    from: CivilDate,
    to: CivilDate,
  ): Promise<readonly Named[]> {
    // counted for everybody and shown to nobody: the database lets no reader in
    const rows = await asSystem(() =>
      this.db
        .selectFrom('riskAreas')
        .select(['recordRef', 'owner'])
        .distinct()
        .where('area', '=', of[0])
        .where('what', '=', of[1])
        .where('onDay', '>=', from)
        .where('onDay', '<', to)
        .execute(),
    );
    const restricted = await this.restrictions?.among(rows.map(({ recordRef }) => recordRef));
    return rows.filter(({ recordRef }) => restricted?.has(recordRef) !== true);
  }
}
