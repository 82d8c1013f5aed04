import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { TableSchema, ViewSchema } from '@ibex/kernel';
import { EngineFault } from '../engine/faults';
import { createIndexes, createTable, dropTable, hideCopy, showCopy } from './copy-sql';

/** One copy of a view: the live one, or one that is being built beside it. */
export type ViewCopy = Readonly<{
  view: string;
  generation: number;
  version: number;
  checkpoint: number;
  live: boolean;
  tables: readonly TableSchema[];
}>;

const BEGINNING = -1;

const toCopy = (row: Record<string, unknown>): ViewCopy => ({
  view: row['view'] as string,
  generation: row['generation'] as number,
  version: row['version'] as number,
  checkpoint: row['checkpoint'] as number,
  live: row['live'] === 1,
  tables: JSON.parse(row['tables'] as string) as readonly TableSchema[],
});

/** Which copies of which views the file holds. Runs in the writer's thread, inside its transaction. */
export class ViewCopies {
  private readonly known = new Map<string, readonly ViewCopy[]>();
  private readonly indexed = new Set<string>();
  private readonly readAll: StatementSync;
  private readonly mark: StatementSync;
  private readonly file: string;
  private readonly database: DatabaseSync;

  constructor(file: string, database: DatabaseSync) {
    this.file = file;
    this.database = database;
    this.readAll = database.prepare('SELECT * FROM view_copies WHERE view = ? ORDER BY generation');
    this.mark = database.prepare('UPDATE view_copies SET checkpoint = ? WHERE view = ? AND generation = ?');
  }

  live(view: string): ViewCopy | undefined {
    return this.of(view).find((copy) => copy.live);
  }

  /** Throws EngineFault when there is no such copy: it was abandoned, or another rebuild took its place. */
  wanted(view: string, copy: Readonly<{ version: number }> | Readonly<{ generation: number }>): ViewCopy {
    const found =
      'version' in copy
        ? this.of(view).find((candidate) => candidate.live && candidate.version === copy.version)
        : this.of(view).find((candidate) => !candidate.live && candidate.generation === copy.generation);
    if (found) return found;
    const what = 'version' in copy ? `live copy of version ${copy.version}` : 'such copy under way';
    throw new EngineFault('store/failed', `${this.file}: view ${view} has no ${what}; open or rebuild it`);
  }

  create(view: ViewSchema, live: boolean): ViewCopy {
    const generation = Math.max(0, ...this.of(view.name).map((copy) => copy.generation)) + 1;
    for (const table of view.tables) this.database.exec(createTable(table, generation));
    this.database
      .prepare('INSERT INTO view_copies VALUES (?, ?, ?, ?, ?, ?)')
      .run(view.name, generation, view.version, BEGINNING, 0, JSON.stringify(view.tables));
    this.known.delete(view.name);
    const copy = this.wanted(view.name, { generation });
    if (live) this.goLive(copy);
    return copy;
  }

  /** A copy that is being built gets its indexes when it goes live, or before a change that looks for rows by them. */
  index(copy: ViewCopy): void {
    const name = `${copy.view} ${copy.generation}`;
    if (copy.live || this.indexed.has(name)) return;
    for (const table of copy.tables) this.database.exec(createIndexes(table, copy.generation));
    this.indexed.add(name);
  }

  goLive(copy: ViewCopy): void {
    this.index(copy);
    const former = this.live(copy.view);
    for (const { name } of former?.tables ?? []) this.database.exec(hideCopy(name));
    if (former) this.drop(former);
    for (const { name } of copy.tables) this.database.exec(showCopy(name, copy.generation));
    this.database
      .prepare('UPDATE view_copies SET live = 1 WHERE view = ? AND generation = ?')
      .run(copy.view, copy.generation);
    this.known.delete(copy.view);
  }

  drop(copy: ViewCopy): void {
    for (const { name } of copy.tables) this.database.exec(dropTable(name, copy.generation));
    this.database
      .prepare('DELETE FROM view_copies WHERE view = ? AND generation = ?')
      .run(copy.view, copy.generation);
    this.known.delete(copy.view);
    this.indexed.delete(`${copy.view} ${copy.generation}`);
  }

  /** All of them, or the one of a generation. */
  dropUnfinished(view: string, generation?: number): void {
    const unfinished = this.of(view).filter((copy) => !copy.live);
    for (const copy of unfinished) if (copy.generation === (generation ?? copy.generation)) this.drop(copy);
  }

  moveTo(copy: ViewCopy, upTo: number): void {
    this.mark.run(upTo, copy.view, copy.generation);
  }

  checkpoint(copy: ViewCopy): number {
    const rows = this.readAll.all(copy.view).map(toCopy);
    return rows.find((row) => row.generation === copy.generation)?.checkpoint ?? BEGINNING;
  }

  forget(): void {
    this.known.clear();
    this.indexed.clear();
  }

  private of(view: string): readonly ViewCopy[] {
    const known = this.known.get(view) ?? this.readAll.all(view).map(toCopy);
    this.known.set(view, known);
    return known;
  }
}
