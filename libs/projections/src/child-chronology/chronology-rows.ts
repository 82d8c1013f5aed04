import { READ_DB } from '@ibex/kernel';
import type { Instant, Position } from '@ibex/kernel';
import { asSystem } from '@ibex/runtime';
import { Inject, Injectable } from '@nestjs/common';
import type { Kysely } from 'kysely';
import type { DutyRows } from './duty-lines.rule';
import type { ChronologyEntryRow, ChronologyTables, ChronologyToldRow } from './child-chronology.schema';

/** All that the view holds of some records, in order of position. */
export type RowsOfRecords = DutyRows &
  Readonly<{ entries: readonly ChronologyEntryRow[]; told: readonly ChronologyToldRow[] }>;

const NOTHING: RowsOfRecords = { entries: [], told: [], opened: [], changes: [], moves: [], steps: [] };

/** Reads the view: six questions to the database for an answer, however much there is of a child. */
@Injectable()
export class ChronologyRows {
  constructor(@Inject(READ_DB) private readonly db: Kysely<ChronologyTables>) {}

  /** As far as the database itself lets the reader see them. */
  async of(recordRefs: readonly string[]): Promise<RowsOfRecords> {
    if (recordRefs.length === 0) return NOTHING;
    const [entries, steps, told, opened, changes] = await Promise.all([
      this.entriesOf(recordRefs),
      this.stepsOf(recordRefs),
      this.toldOf(recordRefs),
      this.dutiesOf(recordRefs),
      this.changesOf(recordRefs),
    ]);
    const moves = await this.movesOf([...new Set(opened.map(({ clock }) => clock))]);
    return { entries, steps, told, opened, changes, moves };
  }

  /** The first place of the log after an instant at which something changed about a record, or about any link. */
  async turnAfter(about: string, at: Instant): Promise<Position | undefined> {
    // a turn tells no more than that there was one
    const found = await asSystem(() =>
      this.db
        .selectFrom('chronologyTurns')
        .select('position')
        .where('about', '=', about)
        .where('recordedAt', '>', at)
        .orderBy('recordedAt')
        .orderBy('position')
        .executeTakeFirst(),
    );
    return found?.position;
  }

  private entriesOf(refs: readonly string[]) {
    const entries = this.db.selectFrom('chronologyEntries').selectAll();
    return entries.where('recordRef', 'in', refs).orderBy('position').execute();
  }

  private stepsOf(refs: readonly string[]) {
    const steps = this.db.selectFrom('chronologySteps').selectAll();
    return steps.where('recordRef', 'in', refs).orderBy('position').execute();
  }

  private toldOf(refs: readonly string[]) {
    const told = this.db.selectFrom('chronologyTold').selectAll().where('recordRef', 'in', refs);
    return told.orderBy('position').orderBy('authority').execute();
  }

  private dutiesOf(refs: readonly string[]) {
    const duties = this.db.selectFrom('chronologyDuties').selectAll().where('recordRef', 'in', refs);
    return duties.orderBy('position').execute();
  }

  private changesOf(refs: readonly string[]) {
    const changes = this.db.selectFrom('chronologyDutyChanges').selectAll().where('recordRef', 'in', refs);
    return changes.orderBy('position').execute();
  }

  /** The reader sees these duties; their clocks name nobody that the database could let in. */
  private async movesOf(clocks: readonly string[]) {
    if (clocks.length === 0) return [];
    return asSystem(() => {
      const moves = this.db.selectFrom('chronologyClockMoves').selectAll().where('clock', 'in', clocks);
      return moves.orderBy('position').execute();
    });
  }
}
