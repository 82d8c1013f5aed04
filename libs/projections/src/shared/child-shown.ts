import { RECORDS } from '@ibex/kernel';
import type { ChildIdentity, Records } from '@ibex/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Plain } from './plain';

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

const toChildShown = (identity: ChildIdentity): Plain<ChildShown> =>
  Object.fromEntries(FIELDS.flatMap((field) => (identity[field] ? [[field, identity[field]]] : [])));

export type ChildrenByRecord = ReadonlyMap<string, Plain<ChildShown>>;

/** Who the children behind references are. The caller has checked the reader's right to every one of them. */
@Injectable()
export class ChildrenShown {
  constructor(@Inject(RECORDS) private readonly records: Records) {}

  /** An erased record is not in the answer. */
  async of(recordRefs: readonly (string | null)[]): Promise<ChildrenByRecord> {
    const refs = [...new Set(recordRefs)].filter((ref) => ref !== null);
    const found = await Promise.all(
      refs.map(async (ref) => [ref, await this.records.identityOf(ref)] as const),
    );
    return new Map(found.flatMap(([ref, identity]) => (identity ? [[ref, toChildShown(identity)]] : [])));
  }
}
