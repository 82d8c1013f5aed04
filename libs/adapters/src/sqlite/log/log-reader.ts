import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { BEGINNING } from '@ibex/kernel';
import type { FactFilter, Position, ReadStreamOptions, RecordedFact } from '@ibex/kernel';
import { openForReading } from '../engine/database-file';
import { orUnavailable } from '../engine/unavailable';
import { toRecorded } from './fact-codec';
import { COLUMNS, logFile } from './log-file';
import type { FactRow } from './log-file';

export type Scan = Readonly<{ facts: readonly RecordedFact[]; scannedTo: Position }>;
export type ScanFrom = Readonly<{ after: Position; filter: FactFilter | undefined; limit: number }>;

/** Rows that one step may pass over without a match, and bytes it may read, before the event loop gets its turn. */
const MOST_PASSED_OVER = 4096;
const MOST_BYTES = 2_097_152;

const OF_STREAM = 'stream_number = (SELECT number FROM streams WHERE name = ?)';

const isOpen = ({ categories = [], types = [] }: FactFilter): boolean =>
  categories.length === 0 && types.length === 0;

/** The main thread's own connection, which cannot write. Every call reads a bounded piece. */
export class LogReader {
  private readonly database: DatabaseSync;
  private readonly statements: Readonly<Record<'forwards' | 'backwards' | 'every' | 'some', StatementSync>>;

  constructor(private readonly file: string) {
    this.database = openForReading(logFile(file));
    const prepare = (rest: string): StatementSync => {
      const statement = this.database.prepare(`SELECT ${COLUMNS} FROM facts WHERE ${rest} LIMIT ?`);
      statement.setReturnArrays(true);
      return statement;
    };
    const named = (column: string): string => `${column} IN (SELECT value FROM json_each(?))`;
    this.statements = {
      forwards: prepare(`${OF_STREAM} AND revision >= ? ORDER BY revision`),
      backwards: prepare(`${OF_STREAM} AND revision <= ? ORDER BY revision DESC`),
      every: prepare('position > ? AND position <= ? ORDER BY position'),
      some: prepare(
        `position > ? AND position <= ? AND (${named('category')} OR ${named('type')}) ORDER BY position`,
      ),
    };
  }

  head(): Position {
    const row = orUnavailable(this.file, () =>
      this.database.prepare('SELECT max(position) AS newest FROM facts').get(),
    );
    const newest = row?.['newest'];
    return typeof newest === 'number' ? newest : BEGINNING;
  }

  stream(stream: string, options: ReadStreamOptions): readonly RecordedFact[] {
    const { from, direction = 'forwards', limit = -1 } = options;
    const start = from ?? (direction === 'forwards' ? 0 : Number.MAX_SAFE_INTEGER);
    return orUnavailable(this.file, () =>
      (this.statements[direction].all(stream, start, limit) as unknown as FactRow[]).map(toRecorded),
    );
  }

  /** The next matching facts up to `head`; `scannedTo` is how far that went. */
  scan({ after, filter = {}, limit }: ScanFrom, head: Position): Scan {
    const until = Math.min(head, after + (isOpen(filter) ? limit : MOST_PASSED_OVER));
    const rows = orUnavailable(this.file, () => this.matching(after, until, { filter, limit }));
    const isWhole = rows.length < limit && rows.complete;
    const last = rows.facts.at(-1);
    return { facts: rows.facts, scannedTo: isWhole || !last ? until : last.position };
  }

  close(): void {
    this.database.close();
  }

  private matching(
    after: Position,
    until: Position,
    { filter, limit }: Readonly<{ filter: FactFilter; limit: number }>,
  ): Readonly<{ facts: readonly RecordedFact[]; length: number; complete: boolean }> {
    const { categories = [], types = [] } = filter;
    const rows = isOpen(filter)
      ? this.statements.every.iterate(after, until, limit)
      : this.statements.some.iterate(after, until, JSON.stringify(categories), JSON.stringify(types), limit);
    const facts: RecordedFact[] = [];
    let bytes = 0;
    for (const row of rows as unknown as Iterable<FactRow>) {
      facts.push(toRecorded(row));
      bytes += row[7].length + row[9].length + (row[8]?.length ?? 0);
      if (bytes > MOST_BYTES) return { facts, length: facts.length, complete: false };
    }
    return { facts, length: facts.length, complete: true };
  }
}
