import { AUTHORITIES, READ_DB } from '@ibex/kernel';
import type { Authorities, Sight } from '@ibex/kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { Kysely } from 'kysely';
import { nameOf } from '../shared/authority-name';
import type { Plain } from '../shared/plain';
import type { FeedName } from '../shared/postings/feed-shown';
import { present } from '../shared/present';
import type { ChronologyEntry, ToldShown } from './child-chronology.dto';
import type { ChronologyEntryRow, ChronologyTables, ChronologyToldRow } from './child-chronology.schema';
import { ChronologyContent } from './child-chronology.content';

/** Who looks, and as whom. */
export type Onlooker = Readonly<{ authority: string; seenAs: Sight }>;

/** Restricted, and this reader neither owns it, nor was told of it, nor did it. */
const isWithheld = (row: ChronologyEntryRow, told: readonly ChronologyToldRow[], by: Onlooker): boolean =>
  by.seenAs !== 'owner' &&
  row.restricted === 1 &&
  row.source !== by.authority &&
  !told.some(({ authority }) => authority === by.authority);

/** Turns rows into what a reader may see of them. */
@Injectable()
export class ChronologyShowing {
  constructor(
    @Inject(READ_DB) private readonly db: Kysely<ChronologyTables>,
    @Inject(AUTHORITIES) private readonly authorities: Authorities,
    private readonly content: ChronologyContent,
  ) {}

  async of(rows: readonly ChronologyEntryRow[], by: Onlooker): Promise<readonly Plain<ChronologyEntry>[]> {
    if (rows.length === 0) return [];
    const told = await this.db
      .selectFrom('chronologyTold')
      .selectAll()
      .where(
        'position',
        'in',
        rows.map(({ position }) => position),
      )
      .orderBy('authority')
      .execute();
    return Promise.all(
      rows.map((row) => {
        const those = told.filter(({ position }) => position === row.position);
        return this.toEntry(row, those, by);
      }),
    );
  }

  /** Whose notices these are, and of which type. */
  feedsOf(rows: readonly ChronologyEntryRow[]): readonly FeedName[] {
    return rows.map(({ owner, category }) => ({
      authority: owner,
      notification: this.content.notificationOf(category),
    }));
  }

  private async toEntry(
    row: ChronologyEntryRow,
    told: readonly ChronologyToldRow[],
    by: Onlooker,
  ): Promise<Plain<ChronologyEntry>> {
    if (isWithheld(row, told, by)) return { withheld: true };
    const { title, data, personal } = await this.content.of(row, by);
    const shown = by.seenAs === 'owner' ? told : told.filter(({ authority }) => authority === by.authority);
    return {
      withheld: false,
      factId: row.factId,
      notice: row.stream,
      type: row.type,
      title,
      occurredAt: row.occurredAt,
      recordedAt: row.recordedAt,
      source: row.source,
      sourceName: nameOf(this.authorities, row.source),
      restricted: row.restricted === 1,
      told: shown.map((each) => this.toTold(each)),
      data,
      ...present({ personal }),
    };
  }

  private toTold(row: ChronologyToldRow): Plain<ToldShown> {
    return {
      authority: row.authority,
      authorityName: nameOf(this.authorities, row.authority),
      capacity: row.capacity,
      urgency: row.urgency,
      basis: row.basis,
      basisSource: row.basisSource,
    };
  }
}
