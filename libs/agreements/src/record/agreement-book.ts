import { londonDateOf } from '@ibex/kernel';
import type { Instant, Position, RecordedFact } from '@ibex/kernel';
import { FactShelf } from '@ibex/runtime';
import type { FactLog } from '@ibex/runtime';
import { AGREEMENT_CATEGORY, agreementIdOf, isAgreementFact } from '../domain/agreement.events';
import { evolveAgreement, inForceOn, partiesOf } from '../domain/agreement.state';
import type { AgreementState } from '../domain/agreement.state';
import type { InForce } from '../sharing/sharing.rule';

type Book = ReadonlyMap<string, AgreementState>;
const EMPTY: Book = new Map();

const withFact = (book: Book, fact: RecordedFact): Book => {
  if (!isAgreementFact(fact)) return book;
  const id = agreementIdOf(fact);
  return new Map(book).set(id, evolveAgreement(book.get(id) ?? { phase: 'none' }, fact));
};

/** Every agreement as it stood at any place of the log. */
export class AgreementBook {
  private readonly shelf: FactShelf;
  /** After no fact, after the first, after the second … */
  private readonly books: Book[] = [EMPTY];

  constructor(log: Pick<FactLog, 'readAll' | 'head'>) {
    this.shelf = new FactShelf(log, [AGREEMENT_CATEGORY]);
  }

  async before(position: Position): Promise<Book> {
    const facts = await this.shelf.before(position);
    for (const fact of facts.slice(this.books.length - 1))
      this.books.push(withFact(this.books.at(-1) ?? EMPTY, fact));
    return this.books[facts.length] ?? EMPTY;
  }

  /** Those in force for a fact, by id: as recorded before it, on the London day of its recording. */
  async inForceAt(position: Position, recordedAt: Instant): Promise<readonly InForce[]> {
    const book = await this.before(position);
    const day = londonDateOf(recordedAt);
    const inForce = [...book].flatMap(([id, state]): readonly InForce[] => {
      const version = inForceOn(state, day);
      if (!version || state.phase === 'none') return [];
      return [{ id, version: version.number, terms: version.terms, parties: partiesOf(state, version) }];
    });
    return inForce.sort((one, other) => (one.id < other.id ? -1 : 1));
  }
}
