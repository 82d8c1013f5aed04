import { READ_DB } from '@ibex/kernel';
import type { Instant, Position } from '@ibex/kernel';
import { asSystem } from '@ibex/runtime';
import { Inject, Injectable } from '@nestjs/common';
import type { Kysely } from 'kysely';
import type { RiskFactRow, RiskTables, RiskToldRow } from './risk-picture.schema';

export type RowsOfRecords = Readonly<{ facts: readonly RiskFactRow[]; told: readonly RiskToldRow[] }>;

/** Reads the view. */
@Injectable()
export class PictureRows {
  constructor(@Inject(READ_DB) private readonly db: Kysely<RiskTables>) {}

  /** As far as the database itself lets the reader see them; what had been recorded by an instant. */
  async of(recordRefs: readonly string[], until: Instant): Promise<RowsOfRecords> {
    if (recordRefs.length === 0) return { facts: [], told: [] };
    const [facts, told] = await Promise.all([this.factsOf(recordRefs, until), this.toldOf(recordRefs)]);
    return { facts, told: told.filter(({ position }) => position <= (facts.at(-1)?.position ?? -1)) };
  }

  /** Which of these mailbox entries had been taken on by then. */
  async takenOf(entryIds: readonly string[], until: Instant): Promise<ReadonlySet<string>> {
    if (entryIds.length === 0) return new Set();
    // the reader sees what is owed; that it was taken on names nobody
    const rows = await asSystem(() => {
      const taken = this.db.selectFrom('riskTaken').select('entryId').where('entryId', 'in', entryIds);
      return taken.where('at', '<=', until).execute();
    });
    return new Set(rows.map(({ entryId }) => entryId));
  }

  /** The first place of the log after an instant at which something changed about a record, or about any link. */
  async turnAfter(about: string, at: Instant): Promise<Position | undefined> {
    // a turn tells no more than that there was one
    const found = await asSystem(() => {
      const turns = this.db.selectFrom('riskTurns').select('position').where('about', '=', about);
      return turns.where('recordedAt', '>', at).orderBy('recordedAt').orderBy('position').executeTakeFirst();
    });
    return found?.position;
  }

  private factsOf(refs: readonly string[], until: Instant) {
    const facts = this.db.selectFrom('riskFacts').selectAll().where('recordRef', 'in', refs);
    return facts.where('recordedAt', '<=', until).orderBy('position').execute();
  }

  private toldOf(refs: readonly string[]) {
    const told = this.db.selectFrom('riskTold').selectAll().where('recordRef', 'in', refs);
    return told.orderBy('position').orderBy('authority').execute();
  }
}
