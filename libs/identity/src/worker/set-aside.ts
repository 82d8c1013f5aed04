import { Injectable } from '@nestjs/common';
import type { RowChange } from '@ibex/kernel';
import { alikeOf, becauseOf, isCrowd, outsideCrowds } from './crowds.rule';
import type { Alike, Because } from './crowds.rule';
import { KnownPeople } from './known-people';
import type { KnownPerson } from './known-people';
import type { Weighed } from './likeness';
import type { NearPair } from './outcomes.rule';
import { PairBook } from './pair-book';
import type { AsideRow } from './pair-book.schema';

/** `near`: what is left to judge. `joined`: who is found near a crowd for the first time, and was not told of. */
export type Aside = Readonly<{
  near: readonly NearPair[];
  joined: readonly string[];
  rows: readonly AsideRow[];
  changes: readonly RowChange[];
}>;

type Told = Readonly<{ refs: readonly string[]; people: ReadonlyMap<string, KnownPerson> }>;

/** Sets aside whoever says too little, or the same as too many others: not told, but counted. */
@Injectable()
export class SetAside {
  constructor(
    private readonly book: PairBook,
    private readonly known: KnownPeople,
  ) {}

  async of({ refs, people }: Told, weighed: Weighed): Promise<Aside> {
    const told = new Set(refs);
    const alike = alikeOf(told, weighed.near, weighed.people);
    const others = [...new Set([...alike.values()].flatMap((each) => [...each]))];
    const was = new Map((await this.book.aside([...told, ...others])).map((row) => [row.recordRef, row]));
    const isOfCrowd = (ref: string): boolean =>
      told.has(ref) ? isCrowd(alike.get(ref)) : was.get(ref)?.because === 'too-alike';
    const joined = crowdedBy(alike).filter((ref) => !told.has(ref) && !was.has(ref));
    const owners = await this.known.ownersOf(joined);
    const rows = [
      ...refs.flatMap((recordRef) => {
        const because = becauseOf(alike.get(recordRef), weighed.unplaced.get(recordRef), isOfCrowd);
        return toRow(recordRef, people.get(recordRef)?.row.owner, because);
      }),
      ...joined.flatMap((ref) => toRow(ref, owners.get(ref), { because: 'near-a-crowd', alike: 1 })),
    ];
    const aside = new Set(rows.map(({ recordRef }) => recordRef));
    const over = refs.filter((ref) => was.has(ref) && !aside.has(ref));
    return {
      ...{ near: outsideCrowds(alike, weighed.near, weighed.people), joined, rows },
      changes: [
        ...rows.filter((row) => !isSame(row, was.get(row.recordRef))).map(toPut),
        ...over.map((recordRef): RowChange => ({
          op: 'delete',
          table: 'matchingAside',
          where: { recordRef },
        })),
      ],
    };
  }
}

/** Whom a crowd was found around. */
const crowdedBy = (alike: Alike): readonly string[] => [
  ...new Set([...alike.values()].flatMap((others) => (isCrowd(others) ? [...others] : []))),
];

const toRow = (
  recordRef: string,
  owner: string | undefined,
  because: Because | undefined,
): readonly AsideRow[] => (owner === undefined || !because ? [] : [{ recordRef, owner, ...because }]);
const toPut = (row: AsideRow): RowChange => ({ op: 'put', table: 'matchingAside', row });
const isSame = (row: AsideRow, was: AsideRow | undefined): boolean =>
  was?.because === row.because && was.alike === row.alike;
