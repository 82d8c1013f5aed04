import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { openForWriting } from '../engine/database-file';
import type { WriteTasks } from '../engine/group-commit';
import { LONGEST_WAL_OF_A_NEIGHBOUR } from '../engine/neighbour';
import { holdingSoleUse } from '../engine/sole-use';
import type { SoleUse } from '../engine/sole-use';
import { unpackAppends } from './append-protocol';
import type {
  AppendAnswer,
  AppendRequest,
  LogFileOptions,
  PackedAppends,
  WrittenFact,
} from './append-protocol';
import { COLUMNS, logFile } from './log-file';
import type { FactRow } from './log-file';
import { StreamHeads } from './stream-heads';
import type { StreamHead } from './stream-heads';

const isAt = (expected: AppendRequest['expected'], actual: number): boolean =>
  expected === 'any' || (expected === 'none' ? -1 : expected) === actual;

const hasRepeats = (facts: readonly WrittenFact[]): boolean =>
  facts.length > 1 && new Set(facts.map(([id]) => id)).size < facts.length;

/** The only writer of the log. Checks come before the first write, so that a refused append writes nothing. */
class LogTasks implements WriteTasks {
  readonly file: string;
  readonly database: DatabaseSync;
  private readonly soleUse: SoleUse;
  private readonly insert: StatementSync;
  private readonly atPosition: StatementSync;
  private readonly heads: StreamHeads;
  private next: number;

  constructor({ file, hasNeighbour = false }: LogFileOptions) {
    this.file = file;
    [this.database, this.soleUse] = holdingSoleUse(file, () => openForWriting(logFile(file)));
    if (hasNeighbour) this.database.exec(`PRAGMA wal_autocheckpoint = ${String(LONGEST_WAL_OF_A_NEIGHBOUR)}`);
    this.insert = this.database.prepare(
      `INSERT INTO facts (${COLUMNS}, stream_number) VALUES (?,?,?,?,?,?,?,?,?,?,?)`,
    );
    this.atPosition = this.database.prepare(`SELECT ${COLUMNS} FROM facts WHERE position = ?`);
    this.atPosition.setReturnArrays(true);
    this.heads = new StreamHeads(this.database);
    this.next = this.findNext();
  }

  unpack(batch: unknown): readonly AppendRequest[] {
    return unpackAppends(batch as PackedAppends);
  }

  perform(request: unknown): AppendAnswer {
    const append = request as AppendRequest;
    const head = this.heads.get(append.stream);
    const repeated = append.facts.flatMap(([id]) => head.positions.get(id) ?? []);
    if (repeated.length > 0 && repeated.length === append.facts.length)
      return { kind: 'repeated', rows: repeated.map((position) => this.rowAt(position)) };
    const isMixed = repeated.length > 0 || hasRepeats(append.facts);
    if (isMixed || !isAt(append.expected, head.revision)) return { kind: 'conflict', actual: head.revision };
    const answer = [this.next, head.revision + 1] as const;
    for (const fact of append.facts) this.write(append, head, fact);
    return answer;
  }

  undone(): void {
    this.heads.clear();
    this.next = this.findNext();
  }

  committed(): void {
    this.heads.trim();
  }

  close(): void {
    this.database.close();
    this.soleUse.release();
  }

  private write({ stream, category }: AppendRequest, head: StreamHead, fact: WrittenFact): void {
    const position = this.next;
    const revision = head.revision + 1;
    const number = this.heads.numberOf(stream, head);
    const [id, type, recordedAt, data, sealed, metadata] = fact;
    const row = [position, stream, category, revision, id, type, recordedAt, data, sealed, metadata] as const;
    this.insert.run(...row, number);
    this.heads.extend(head, id, position);
    this.next += 1;
  }

  private rowAt(position: number): FactRow {
    return this.atPosition.get(position) as unknown as FactRow;
  }

  private findNext(): number {
    const row = this.database.prepare('SELECT max(position) AS newest FROM facts').get();
    const newest = row?.['newest'];
    return typeof newest === 'number' ? newest + 1 : 0;
  }
}

export const openTasks = (options: unknown): WriteTasks => new LogTasks(options as LogFileOptions);
