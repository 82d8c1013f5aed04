import type { Row } from '@ibex/kernel';
import { codeOf } from '../engine/faults';
import { copyIn } from '../engine/copy-in';
import type { Session } from '../engine/session';
import { copyText } from './copy-text';
import { list, quoted } from './copy-sql';
import type { Target } from './copy-sql';
import { deleteRows } from './row-writer';
import type { PutRows } from './row-writer';

const ALREADY_THERE = '23505';

/**
 * Puts rows into a copy that nobody else writes or reads, by COPY. Positions and other numbers that only grow tell by
 * themselves which rows cannot be there yet; of others the database tells.
 */
export class CopyFiller {
  private readonly highest = new Map<string, number>();

  readonly put: PutRows = async (session, target, rows) => {
    const leading = target.table.primaryKey[0] ?? '';
    if (target.table.columns[leading] === 'integer') await this.putNumbered(session, target, rows);
    else await putUnlessThere(session, target, rows);
  };

  private async putNumbered(session: Session, target: Target, rows: readonly Row[]): Promise<void> {
    const { name, primaryKey } = target.table;
    const numberOf = (row: Row): number => Number(row[primaryKey[0] ?? '']);
    const before = this.highest.get(name) ?? -Infinity;
    this.highest.set(
      name,
      rows.reduce((most, row) => Math.max(most, numberOf(row)), before),
    );
    const maybeThere = rows.filter((row) => numberOf(row) <= before);
    if (maybeThere.length > 0) await deleteRows(session, target, maybeThere);
    await bringIn(session, target, rows);
  }
}

const putUnlessThere = async (session: Session, target: Target, rows: readonly Row[]): Promise<void> => {
  await session.script('SAVEPOINT before_copy');
  try {
    await bringIn(session, target, rows);
  } catch (error) {
    if (codeOf(error) !== ALREADY_THERE) throw error;
    await session.script('ROLLBACK TO before_copy');
    await deleteRows(session, target, rows);
    await bringIn(session, target, rows);
  }
};

const bringIn = (session: Session, { table, name }: Target, rows: readonly Row[]): Promise<void> => {
  const columns = Object.keys(table.columns);
  return copyIn(
    session.client,
    `COPY ${quoted(name)} (${list(columns)}) FROM STDIN`,
    copyText(rows, columns),
  );
};
