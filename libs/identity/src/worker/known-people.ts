import { Injectable } from '@nestjs/common';
import { Turns } from '@ibex/runtime';
import { IdentityDigests } from '../keys/identity-digests';
import type { KeyColumns, KeyedRecordRow } from '../keys/identity-keys.schema';
import { KeyedRecords } from '../keys/keyed-records';
import { toPerson } from '../keys/to-person';
import { Unsealing } from '../keys/unsealing';
import type { Person } from '../matching/person';

/** Few enough to be unsealed in a moment, and enough for one question to a vault that is elsewhere. */
const AT_ONCE = 16;

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
    const turns = new Turns();
    for (let from = 0; from < rows.length; from += AT_ONCE) {
      const some = await Promise.all(rows.slice(from, from + AT_ONCE).map((row) => this.find(row)));
      for (const known of some) if (known) people.set(known.row.recordRef, known);
      await turns.giveIfDue();
    }
    return people;
  }

  async ownersOf(refs: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.keys.of(refs);
    return new Map(rows.map(({ recordRef, owner }) => [recordRef, owner]));
  }

  blocksOf({ person }: AskedPerson): readonly string[] {
    return this.digests.blocksOf(person);
  }

  private async find(row: KeyedRecordRow): Promise<KnownPerson | undefined> {
    const identity = await this.unsealing.find(row);
    return identity && { row, person: toPerson(row, identity) };
  }
}
