import { Injectable } from '@nestjs/common';
import { IdentityDigests } from '../keys/identity-digests';
import type { KeyColumns, KeyedRecordRow } from '../keys/identity-keys.schema';
import { KeyedRecords } from '../keys/keyed-records';
import { toPerson } from '../keys/to-person';
import { Unsealing } from '../keys/unsealing';
import type { Person } from '../matching/person';

/** Who is asked about, with the digests by which what they say is counted. */
export type AskedPerson = Readonly<{ row: KeyColumns; person: Person }>;
export type KnownPerson = AskedPerson & Readonly<{ row: KeyedRecordRow }>;

/** Who records are of, unsealed for as long as they are compared. */
@Injectable()
export class KnownPeople {
  constructor(
    private readonly keys: KeyedRecords,
    private readonly unsealing: Unsealing,
    private readonly digests: IdentityDigests,
  ) {}

  /** Those that can be read and are wanted. */
  async of(
    refs: readonly string[],
    isWanted: (row: KeyedRecordRow) => boolean = () => true,
  ): Promise<ReadonlyMap<string, KnownPerson>> {
    const rows = (await this.keys.of(refs)).filter(isWanted);
    const people = new Map<string, KnownPerson>();
    await Promise.all(
      rows.map(async (row) => {
        const identity = await this.unsealing.find(row);
        if (identity) people.set(row.recordRef, { row, person: toPerson(row, identity) });
      }),
    );
    return people;
  }

  async ownersOf(refs: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.keys.of(refs);
    return new Map(rows.map(({ recordRef, owner }) => [recordRef, owner]));
  }

  blocksOf({ person }: AskedPerson): readonly string[] {
    return this.digests.blocksOf(person);
  }
}
