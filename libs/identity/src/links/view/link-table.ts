import { Inject, Injectable } from '@nestjs/common';
import { READ_DB } from '@ibex/kernel';
import { asSystem } from '@ibex/runtime';
import type { LinkCaseRow, LinkEndRow, LinkPartingRow } from './links.schema';

type Order = '=' | '<' | '>';
/** What this needs of the reading database. It is a Kysely, which only views and adapters may name. */
interface Rows<R> {
  where<K extends keyof R & string>(column: K, operator: 'in', values: readonly R[K][]): Rows<R>;
  where<K extends keyof R & string>(column: K, operator: Order, value: R[K]): Rows<R>;
  orderBy(column: keyof R & string, direction: 'asc' | 'desc'): Rows<R>;
  limit(count: number): Rows<R>;
  execute(): Promise<readonly R[]>;
}
interface Tables {
  linkEnds: LinkEndRow;
  linkCases: LinkCaseRow;
  linkPartings: LinkPartingRow;
}
export interface LinksDb {
  selectFrom<T extends keyof Tables>(table: T): { selectAll(): Rows<Tables[T]> };
}

/** Where a page of cases begins: after this weight and this id. */
export type AfterCase = Readonly<{ weight: number; linkId: string }>;
/** `person`: acted last. `waits`: for a second person. */
export type CasesAsked = Readonly<{
  authority: string;
  standing?: string;
  waits?: boolean;
  person?: string;
  after?: AfterCase;
  limit: number;
}>;

/** Pairs of records, as the view has them. */
@Injectable()
export class LinkTable {
  constructor(@Inject(READ_DB) private readonly db: LinksDb) {}

  /** Every pair that one of these records is part of, once from its side. */
  async endsOf(refs: readonly string[]): Promise<readonly LinkEndRow[]> {
    if (refs.length === 0) return [];
    // who belongs together is asked for every reader alike; who may see whom is decided by whoever asks
    return asSystem(() =>
      this.db.selectFrom('linkEnds').selectAll().where('recordRef', 'in', refs).execute(),
    );
  }

  /** Cases of an authority, likeliest first. */
  async cases(asked: CasesAsked): Promise<readonly LinkCaseRow[]> {
    const { after, limit } = asked;
    if (!after) return this.ordered(this.asked(asked), limit);
    const same = this.asked(asked).where('weight', '=', after.weight).where('linkId', '>', after.linkId);
    const [equal, below] = await Promise.all([
      this.ordered(same, limit),
      this.ordered(this.asked(asked).where('weight', '<', after.weight), limit),
    ]);
    return [...equal, ...below].slice(0, limit);
  }

  /** Partings recorded up to an instant whose readers were not told yet, oldest first. */
  untold(upTo: string, limit: number): Promise<readonly LinkPartingRow[]> {
    const open = this.db
      .selectFrom('linkPartings')
      .selectAll()
      .where('isTold', '=', 0)
      .where('at', '<', upTo);
    return open.orderBy('position', 'asc').limit(limit).execute();
  }

  private asked({ authority, standing, waits, person }: CasesAsked): Rows<LinkCaseRow> {
    let rows = this.db.selectFrom('linkCases').selectAll().where('authority', '=', authority);
    if (standing !== undefined) rows = rows.where('standing', '=', standing);
    if (waits !== undefined) rows = rows.where('waits', '=', Number(waits));
    return person === undefined
      ? rows
      : rows.where('byAuthority', '=', authority).where('byPerson', '=', person);
  }

  private ordered(rows: Rows<LinkCaseRow>, limit: number): Promise<readonly LinkCaseRow[]> {
    return rows.orderBy('weight', 'desc').orderBy('linkId', 'asc').limit(limit).execute();
  }
}
