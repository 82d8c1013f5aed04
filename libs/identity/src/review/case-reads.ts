import { Inject, Injectable } from '@nestjs/common';
import { READ_LEDGER } from '@ibex/kernel';
import type { LegalBasis, Purpose, ReadLedger, Reader, RecordShown, Sight } from '@ibex/kernel';
import { purposeOr } from '@ibex/runtime';
import { LINK_CASE, LINK_CASES, LINK_RADIUS } from '../links/correction/reached.rule';
import type { LinkCaseRow } from '../links/view/links.schema';
import type { Side } from './case-sight.rule';

const OWN: LegalBasis = {
  text: 'A child of the authority’s own',
  source: 'Children Act 1989, ss 17, 22 and 47',
};
/** Nothing is shown of it but that it is there, and how it agrees with a record of the reader's own. */
const MAY_BE_ONE: LegalBasis = {
  text: 'It may be of the same child as a record of the authority’s own, which decides whether it is',
  source: 'Children Act 2004, ss 10 and 11',
};

const toShown = ({ recordRef, owner, seen }: Side): RecordShown => ({
  recordRef,
  owner,
  basis: seen.relations[0]?.basis ?? MAY_BE_ONE,
});

/** On what the purpose rests where none is said: work with one's own child, or with one that one was told of. */
const leadingSight = (sides: readonly Side[]): Sight =>
  sides.find(({ seen }) => seen.sight === 'owner')?.seen.sight ?? sides[0]?.seen.sight ?? 'none';

/** Puts on record what people look at when they decide on links. */
@Injectable()
export class CaseReads {
  constructor(@Inject(READ_LEDGER) private readonly ledger: ReadLedger) {}

  /** Of the other authority's record its owner is told, too: somebody saw that it is there. */
  pair(reader: Reader, sides: readonly Side[], said: Purpose | undefined): Promise<void> {
    return this.both(LINK_CASE, reader, sides, said);
  }

  /** Who has seen the two tells of either child, too. */
  radius(reader: Reader, sides: readonly Side[], said: Purpose | undefined): Promise<void> {
    return this.both(LINK_RADIUS, reader, sides, said);
  }

  async list(reader: Reader, rows: readonly LinkCaseRow[], said: Purpose | undefined): Promise<void> {
    const shown = rows.flatMap(({ authority, recordRef, other, otherOwner }) => [
      { recordRef, owner: authority, basis: OWN },
      { recordRef: other, owner: otherOwner, basis: otherOwner === authority ? OWN : MAY_BE_ONE },
    ]);
    const purpose = purposeOr(said, 'owner');
    await this.ledger.note(reader, { what: LINK_CASES, purpose, shown, asList: true });
  }

  private async both(
    what: string,
    reader: Reader,
    sides: readonly Side[],
    said: Purpose | undefined,
  ): Promise<void> {
    const purpose = purposeOr(said, leadingSight(sides));
    await this.ledger.note(reader, { what, purpose, shown: sides.map(toShown) });
  }
}
