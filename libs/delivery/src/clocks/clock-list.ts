import { Inject, Injectable } from '@nestjs/common';
import { READ_DB } from '@ibex/kernel';
import type { Patience } from './clock.settings';
import type { AwaitedRow, ClockRow, ClockRunRow } from './clocks.schema';

type Value = string | number;
type Rule = Readonly<Record<string, unknown>>;
/** Builds one condition; Kysely's expression builder. */
interface Condition {
  (column: string, operator: string, value: Value | null): Rule;
  or(rules: readonly Rule[]): Rule;
}

/** What these lists need of the reading database. It is a Kysely, which only views and adapters may name. */
interface Rows<Row> {
  where(column: string, operator: string, value: Value | null | readonly Value[]): Rows<Row>;
  where(build: (condition: Condition) => Rule): Rows<Row>;
  whereRef(column: string, operator: string, other: string): Rows<Row>;
  leftJoin(table: string, column: string, other: string): Rows<Row>;
  orderBy(column: string, direction?: 'desc'): Rows<Row>;
  limit(rows: number): Rows<Row>;
  selectAll(table: string): Rows<Row>;
  execute(): Promise<readonly Row[]>;
}
export interface ClocksDb {
  selectFrom(table: 'clocks'): Rows<ClockRow>;
  selectFrom(table: 'clockRuns'): Rows<ClockRunRow>;
  selectFrom(table: 'awaited'): Rows<AwaitedRow>;
}

const AT_ONCE = 200;

/** Reads the table of clocks, a share of it at a time. */
@Injectable()
export class ClockList {
  constructor(@Inject(READ_DB) private readonly db: ClocksDb) {}

  /** Open duties with something due. What was looked at already is passed over by its `lookAt`, however long it is late. */
  due(shard: string, now: string): Promise<readonly ClockRow[]> {
    return this.withRuns(shard, 'open')
      .where('clocks.lookAt', '<=', now)
      .where('clocks.warnAt', '<=', now)
      .where((one) => one.or([one('clockRuns.runId', 'is', null), one('clockRuns.nextAt', '<=', now)]))
      .orderBy('clocks.lookAt')
      .limit(AT_ONCE)
      .execute();
  }

  /** Where in the log the last duty was met, as far as the table knows; -1 where none was. */
  async lastMet(shard: string): Promise<number> {
    const [row] = await this.clocks()
      .where('clocks.shard', '=', shard)
      .where('clocks.state', '=', 'met')
      .orderBy('clocks.metPosition', 'desc')
      .limit(1)
      .execute();
    return row?.metPosition ?? -1;
  }

  /** Duties met after their date, of which that is not on record yet, by facts after a position, in their order. */
  metLate(shard: string, after: number): Promise<readonly ClockRow[]> {
    return this.withRuns(shard, 'met')
      .where('clocks.metPosition', '>', after)
      .whereRef('clocks.metAt', '>', 'clocks.dueAt')
      .where('clockRuns.metLateAt', 'is', null)
      .orderBy('clocks.metPosition')
      .limit(AT_ONCE)
      .execute();
  }

  /** Open duties that run over a London date, opened after a position. */
  spanning(shard: string, date: string, after: number): Promise<readonly ClockRow[]> {
    return this.open(shard)
      .where('clocks.openedPosition', '>', after)
      .where('clocks.startsOn', '<=', date)
      .where('clocks.dueAt', '>', date)
      .orderBy('clocks.openedPosition')
      .execute();
  }

  /** The instant at which there is something to do next. */
  async nextAt(shard: string, now: string): Promise<string | undefined> {
    const opening = this.open(shard).where('clocks.lookAt', '>', now).orderBy('clocks.lookAt').limit(1);
    const running = this.db
      .selectFrom('clockRuns')
      .selectAll('clockRuns')
      .where('shard', '=', shard)
      .where('nextAt', '>', now)
      .orderBy('nextAt')
      .limit(1);
    const [[clock], [run]] = await Promise.all([opening.execute(), running.execute()]);
    return [clock?.lookAt, run?.nextAt].filter((at) => typeof at === 'string').sort()[0];
  }

  awaitedSince(shard: string, patience: Patience, toldUpTo: string): Promise<readonly AwaitedRow[]> {
    return this.db
      .selectFrom('awaited')
      .selectAll('awaited')
      .where('shard', '=', shard)
      .where('state', '=', 'waiting')
      .where('patience', '=', patience)
      .where('toldAt', '<=', toldUpTo)
      .orderBy('toldAt')
      .limit(AT_ONCE)
      .execute();
  }

  async find(dutyId: string): Promise<ClockRow | undefined> {
    const [row] = await this.clocks().where('clocks.dutyId', '=', dutyId).execute();
    return row;
  }

  /** By the id of the duty, how far the clock of each has run; nothing of one that has not been looked at. */
  async runsOf(clocks: readonly ClockRow[]): Promise<ReadonlyMap<string, ClockRunRow>> {
    if (clocks.length === 0) return new Map();
    const ids = clocks.map(({ runId }) => runId);
    const runs = await this.db
      .selectFrom('clockRuns')
      .selectAll('clockRuns')
      .where('runId', 'in', ids)
      .execute();
    return new Map(runs.map((run) => [run.dutyId, run]));
  }

  /** Open duties of an authority, all or those of a notice; what is due first comes first, after a place in that order. */
  owedBy(
    { authority, notice }: Readonly<{ authority: string; notice?: string | undefined }>,
    after: readonly [dueAt: string, dutyId: string],
    limit: number,
  ): Promise<readonly ClockRow[]> {
    const [dueAt, dutyId] = after;
    const clocks = this.clocks().where('clocks.owedBy', '=', authority);
    return (notice === undefined ? clocks : clocks.where('clocks.stream', '=', notice))
      .where('clocks.state', '=', 'open')
      .where('clocks.dueAt', '>=', dueAt)
      .where((one) => one.or([one('clocks.dueAt', '>', dueAt), one('clocks.dutyId', '>', dutyId)]))
      .orderBy('clocks.dueAt')
      .orderBy('clocks.dutyId')
      .limit(limit)
      .execute();
  }

  private clocks(): Rows<ClockRow> {
    return this.db.selectFrom('clocks').selectAll('clocks');
  }

  private open(shard: string): Rows<ClockRow> {
    return this.clocks().where('clocks.shard', '=', shard).where('clocks.state', '=', 'open');
  }

  private withRuns(shard: string, state: ClockRow['state']): Rows<ClockRow> {
    return this.clocks()
      .leftJoin('clockRuns', 'clockRuns.runId', 'clocks.runId')
      .where('clocks.shard', '=', shard)
      .where('clocks.state', '=', state);
  }
}
