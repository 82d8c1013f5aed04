import { Inject, Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { READ_DB } from '@ibex/kernel';
import type { Position } from '@ibex/kernel';
import { ViewRunner } from '@ibex/runtime';
import { readsProjection } from './reads.projection';
import type { ReadRow } from './reads.schema';

type Value = string | number | readonly string[];

/** What this list needs of the reading database. It is a Kysely, which only views and adapters may name. */
interface Rows {
  where(column: keyof ReadRow, operator: '=' | '<' | '>' | '>=' | 'in', value: Value): Rows;
  orderBy(column: keyof ReadRow, direction: 'asc' | 'desc'): Rows;
  limit(rows: number): Rows;
  execute(): Promise<readonly ReadRow[]>;
}
export interface ReadsDb {
  selectFrom(table: 'reads'): { selectAll(): Rows };
}

/** `mine`: looks at the asking authority’s records, or by its people. `before`: place of the last row of the page before. */
export type ReadsAsked = Readonly<{
  mine: Readonly<{ column: 'owner' | 'authority'; authority: string }>;
  recordRef?: string | undefined;
  since?: string | undefined;
  by?: string | undefined;
  before?: Readonly<{ position: Position; recordRef: string }> | undefined;
  limit: number;
}>;

/** Looks at records, from the view. */
@Injectable()
export class ReadList implements OnModuleInit {
  constructor(
    @Inject(READ_DB) private readonly db: ReadsDb,
    private readonly views: ViewRunner,
  ) {}

  onModuleInit(): void {
    this.views.follow(readsProjection);
  }

  /** The latest first. */
  async of({ mine, recordRef, since, by, before, limit }: ReadsAsked): Promise<readonly ReadRow[]> {
    let rows = this.db.selectFrom('reads').selectAll().where(mine.column, '=', mine.authority);
    if (recordRef !== undefined) rows = rows.where('recordRef', '=', recordRef);
    if (since !== undefined) rows = rows.where('lastAt', '>=', since);
    if (by !== undefined) rows = rows.where('byAuthority', '=', by);
    const ordered = (one: Rows): Rows =>
      one.orderBy('position', 'desc').orderBy('recordRef', 'asc').limit(limit);
    if (before === undefined) return ordered(rows).execute();
    // what is left of the list that the last page broke off in, then what is older
    const { position, recordRef: last } = before;
    const rest = await ordered(rows.where('position', '=', position).where('recordRef', '>', last)).execute();
    if (rest.length >= limit) return rest;
    return [...rest, ...(await ordered(rows.where('position', '<', position)).execute())].slice(0, limit);
  }

  /** Oldest first. */
  since(recordRefs: readonly string[], position: Position): Promise<readonly ReadRow[]> {
    if (recordRefs.length === 0) return Promise.resolve([]);
    const rows = this.db.selectFrom('reads').selectAll().where('recordRef', 'in', recordRefs);
    return rows.where('lastPosition', '>', position).orderBy('lastPosition', 'asc').execute();
  }
}
