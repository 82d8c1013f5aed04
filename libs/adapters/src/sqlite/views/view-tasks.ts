import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { changeSql } from './copy-sql';
import type { ChangeBatch, ChangeShape, OpenAnswer, RebuildAnswer, ViewRequest } from './view-protocol';
import { ViewCopies } from './view-copies';
import type { ViewCopy } from './view-copies';

type Prepared = Readonly<{ statement: StatementSync; values: number }>;

const keyOf = ({ tables }: ViewCopy, { table }: ChangeShape): readonly string[] =>
  tables.find(({ name }) => name === table)?.primaryKey ?? [];

/** True for a change that finds its rows through the primary key. */
const isByKey = (copy: ViewCopy, shape: ChangeShape): boolean =>
  shape.op === 'put' || keyOf(copy, shape).every((column) => shape.where.includes(column));

/** Carries out the views' requests in the writer's thread. */
export class ViewTasks {
  private readonly database: DatabaseSync;
  private readonly copies: ViewCopies;
  private readonly prepared = new Map<string, Prepared>();

  constructor(file: string, database: DatabaseSync) {
    this.database = database;
    this.copies = new ViewCopies(file, database);
  }

  perform(request: ViewRequest): OpenAnswer | RebuildAnswer | null {
    switch (request.kind) {
      case 'open':
        return this.open(request);
      case 'rebuild':
        this.copies.dropUnfinished(request.view.name);
        return { generation: this.copies.create(request.view, false).generation };
      case 'write':
        this.write(this.copies.wanted(request.view, request.copy), request);
        return null;
      case 'switch':
        this.copies.goLive(this.copies.wanted(request.view, request));
        this.prepared.clear();
        return null;
      case 'abandon':
        this.abandon(request);
        return null;
    }
  }

  forget(): void {
    this.copies.forget();
    this.prepared.clear();
  }

  /** What a killed rebuild left behind goes too. */
  private open({ view }: Extract<ViewRequest, { kind: 'open' }>): OpenAnswer {
    this.copies.dropUnfinished(view.name);
    const copy = this.copies.live(view.name) ?? this.copies.create(view, true);
    return { checkpoint: copy.version === view.version ? this.copies.checkpoint(copy) : null };
  }

  private abandon({ view, generation }: Readonly<{ view: string; generation: number }>): void {
    this.copies.dropUnfinished(view, generation);
    this.prepared.clear();
  }

  private write(copy: ViewCopy, { batch, upTo }: Readonly<{ batch: ChangeBatch; upTo: number }>): void {
    const values = JSON.parse(batch.values) as SQLInputValue[];
    if (batch.shapes.some((shape) => !isByKey(copy, shape))) this.copies.index(copy);
    const statements = batch.shapes.map((shape) => this.prepare(copy, shape));
    for (let at = 0; at < values.length;) {
      const shape = statements[Number(values[at])];
      if (!shape) throw new RangeError('a change of unknown shape');
      const end = at + 1 + shape.values;
      shape.statement.run(...values.slice(at + 1, end));
      at = end;
    }
    this.copies.moveTo(copy, upTo);
  }

  private prepare(copy: ViewCopy, shape: ChangeShape): Prepared {
    const sql = changeSql(shape, copy.generation, keyOf(copy, shape));
    const known = this.prepared.get(sql);
    if (known) return known;
    const made = { statement: this.database.prepare(sql), values: shape.set.length + shape.where.length };
    this.prepared.set(sql, made);
    return made;
  }
}
