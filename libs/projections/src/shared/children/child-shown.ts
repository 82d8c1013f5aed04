import { READ_DB, RECORDS, SEALER, StoreUnavailable } from '@ibex/kernel';
import type { Records, Sealer } from '@ibex/kernel';
import { asSystem } from '@ibex/runtime';
import { Inject, Injectable } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Kysely } from 'kysely';
import type { Plain } from '@ibex/runtime';
import { Freshness } from '../freshness';
import { CHILDREN_SCHEMA } from './children.projection';
import type { ChildRow, ChildrenTables } from './children.projection';

/** What a register shows of who a child is. Each field is there if its owner supplied it. */
export class ChildShown {
  @ApiProperty({ required: false, description: 'The placing authority’s own number for the child.' })
  readonly localId?: string;

  @ApiProperty({ required: false })
  readonly forename?: string;

  @ApiProperty({ required: false })
  readonly surname?: string;

  @ApiProperty({ required: false, format: 'date' })
  readonly dateOfBirth?: string;

  @ApiProperty({ required: false })
  readonly sex?: string;
}

const FIELDS = ['localId', 'forename', 'surname', 'dateOfBirth', 'sex'] as const;

export const toChildShown = (identity: Readonly<Record<string, unknown>>): Plain<ChildShown> =>
  Object.fromEntries(FIELDS.flatMap((field) => (identity[field] ? [[field, identity[field]]] : [])));

export type ChildrenByRecord = ReadonlyMap<string, Plain<ChildShown>>;

/** Who the children behind references are. The caller has checked the reader's right to every one of them. */
@Injectable()
export class ChildrenShown {
  constructor(
    @Inject(READ_DB) private readonly db: Kysely<ChildrenTables>,
    @Inject(SEALER) private readonly sealer: Sealer,
    @Inject(RECORDS) private readonly records: Records,
    @Inject(Freshness) private readonly freshness: Pick<Freshness, 'isBuilt'>,
  ) {}

  /** An erased record is not in the answer. */
  async of(recordRefs: readonly (string | null)[]): Promise<ChildrenByRecord> {
    const refs = [...new Set(recordRefs)].filter((ref) => ref !== null);
    const rows = await this.rowsOf(refs);
    const found = await Promise.all(
      refs.map(async (ref) => [ref, await this.find(ref, rows.get(ref))] as const),
    );
    return new Map(found.flatMap(([ref, identity]) => (identity ? [[ref, toChildShown(identity)]] : [])));
  }

  /** A record that its view has not reached yet is asked of the log; while that is away its child is shown without a name. */
  private async find(ref: string, row: ChildRow | undefined): ReturnType<Sealer['unseal']> {
    if (row) return this.sealer.unseal(ref, row.factId, row.sealed);
    try {
      return await this.records.identityOf(ref);
    } catch (error) {
      if (error instanceof StoreUnavailable) return undefined;
      throw error;
    }
  }

  private async rowsOf(refs: readonly string[]): Promise<ReadonlyMap<string, ChildRow>> {
    if (refs.length === 0 || !(await this.freshness.isBuilt(CHILDREN_SCHEMA))) return new Map();
    // whoever reads may see the rows that name these records, which is not for the table to know
    const rows = await asSystem(() =>
      this.db.selectFrom('children').selectAll().where('recordRef', 'in', refs).execute(),
    );
    return new Map(rows.map((row) => [row.recordRef, row]));
  }
}
