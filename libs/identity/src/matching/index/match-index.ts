import { BlockKeys } from '../block-keys';
import { comparisonsOn } from '../compare/comparisons';
import type { Model } from '../model';
import { areMany, fittedModel } from '../fitted-model';
import { learnStrangers } from '../learn/strangers';
import type { Person } from '../person';
import { Preparing } from '../prepared';
import type { Prepared } from '../prepared';
import { newVocabulary } from '../vocabulary';
import { Weighing } from '../weighing';
import type { Reason } from '../weighing';
import { Postings, numberOf } from './postings';

/** More people under a key than this, and it is left to the record's other keys to find the one that is meant. */
const MOST_UNDER_KEY = 400;
/** Added postings are looked through one by one until there are so many. */
const MOST_UNSETTLED = 20_000;

/** A record that may be the same person. `weight`: log2 of the odds that it is. */
export type Likely = Readonly<{ id: string; weight: number; reasons: readonly Reason[] }>;

/**
 * Finds for one new record who among many it may be, in milliseconds. Holds everybody in memory (about 1 KB each) and
 * nothing anywhere else. Postings and weights are of the people it was made from; later ones are added as they come.
 */
export class MatchIndex {
  private readonly vocabulary = newVocabulary();
  private readonly comparisons = comparisonsOn(this.vocabulary);
  private readonly keys = new BlockKeys(this.vocabulary);
  private readonly counting = new Preparing(this.vocabulary);
  private readonly asking = new Preparing(this.vocabulary, false);
  private readonly postings = new Postings();
  private readonly people: Prepared[] = [];
  private readonly weighing: Weighing;

  constructor(people: Iterable<Person>, model: Model) {
    for (const person of people) this.put(person);
    this.postings.settle();
    const strangers = learnStrangers(this.people, this.comparisons, this.vocabulary);
    const fitted = fittedModel(model, this.comparisons, { strangers, people: this.people.length });
    this.weighing = new Weighing(this.comparisons, this.vocabulary, fitted, areMany(this.people.length));
  }

  get size(): number {
    return this.people.length;
  }

  /** Throws RangeError beyond two million people. */
  add(person: Person): void {
    this.put(person);
    if (this.postings.unsettled > MOST_UNSETTLED) this.postings.settle();
  }

  /** Who it may be, the likeliest first; `least`: log2 of the odds. Not the record itself, where it is among them. */
  likely(person: Person, least: number): readonly Likely[] {
    const asked = this.asking.of(person);
    const found: Likely[] = [];
    for (const place of this.candidatesOf(asked)) {
      const other = this.people[place];
      if (!other || other.id === asked.id) continue;
      const weight = this.weighing.weight(asked, other);
      if (weight >= least) found.push({ id: other.id, weight, reasons: this.weighing.reasons(asked, other) });
    }
    return found.sort((x, y) => y.weight - x.weight);
  }

  private candidatesOf(asked: Prepared): ReadonlySet<number> {
    const places = new Set<number>();
    for (const key of this.keys.of(asked))
      for (const place of this.postings.placesOf(numberOf(key), MOST_UNDER_KEY) ?? []) places.add(place);
    return places;
  }

  private put(person: Person): void {
    const place = this.people.length;
    if (place >= Postings.most) throw new RangeError('an index holds two million people');
    const ready = this.counting.of(person);
    this.people.push(ready);
    for (const key of this.keys.of(ready)) this.postings.add(numberOf(key), place);
  }
}
