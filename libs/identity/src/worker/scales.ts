import { CHILDREN } from '../matching/children';
import { comparisonsOn } from '../matching/compare/comparisons';
import { areMany } from '../matching/fitted-model';
import { Odds } from '../matching/link/odds';
import type { Model } from '../matching/model';
import type { Person } from '../matching/person';
import { Preparing } from '../matching/prepared';
import type { Prepared } from '../matching/prepared';
import { newVocabulary } from '../matching/vocabulary';
import { Weighing } from '../matching/weighing';
import type { CountedField } from './term-shares';

/**
 * About as many records as the model was learnt from. Fewer are weighed as if they were so many: the children that nobody
 * has told of yet exist all the same, and what two records come to does not depend on how far an import has got.
 */
const LEAST_RECORDS = 2 ** 15;
/** Kinds of which nobody counts how often each value is said: these tell as much as they do on average. */
const NOT_COUNTED = ['sex', 'ethnicity', 'source'] as const;

type Counted = 'forename' | 'surname' | 'dob' | 'nhsNumber' | 'upn' | 'postcode';

/** What the shares of a record's values are, by what they are values of. */
export type Shares = ReadonlyMap<CountedField, number>;

const modelFor = (records: number): Model => {
  // in steps, so that a record more or less moves no weight
  const steps = Math.max(LEAST_RECORDS, 2 ** Math.ceil(Math.log2(Math.max(1, records))));
  return { ...CHILDREN, matches: 1 / steps };
};

/** Weighs a few records against each other, as the model was learnt and as rare as their values are. Made anew each time. */
export class Scales {
  private readonly vocabulary = newVocabulary();
  private readonly comparisons = comparisonsOn(this.vocabulary);
  private readonly preparing = new Preparing(this.vocabulary, false);
  private readonly weighing: Weighing;
  readonly odds = new Odds(this.comparisons);

  constructor(records: number) {
    this.weighing = new Weighing(this.comparisons, this.vocabulary, modelFor(records), areMany(records));
  }

  put(person: Person, shares?: Shares): Prepared {
    const ready = this.preparing.of(person);
    for (const kind of NOT_COUNTED) this.vocabulary[kind].tell(ready[kind], CHILDREN.fields[kind]?.u[0] ?? 1);
    if (shares) this.tell(ready, shares);
    return ready;
  }

  weight(a: Prepared, b: Prepared): number {
    return this.weighing.weight(a, b);
  }

  /** Level by level, in words; of whose records they are only where it is one authority's. */
  reasons(a: Prepared, b: Prepared): readonly string[] {
    return this.weighing
      .reasons(a, b)
      .filter(({ field, level }) => field !== 'source' || level === 'same')
      .map(({ field, level }) => `${field}: ${level}`);
  }

  private tell(ready: Prepared, shares: Shares): void {
    const [postcode = 0] = ready.postcodes;
    const tell = (kind: Counted, id: number, field: CountedField): void => {
      const share = shares.get(field);
      if (share !== undefined) this.vocabulary[kind].tell(id, share);
    };
    tell('forename', ready.forename, 'forename');
    tell('surname', ready.surname, 'surname');
    tell('dob', ready.dob, 'dateOfBirth');
    tell('nhsNumber', ready.nhsNumber, 'nhsNumber');
    tell('upn', ready.upn, 'upn');
    tell('postcode', postcode, 'homePostcode');
  }
}
