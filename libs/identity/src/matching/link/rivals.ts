import type { Prepared } from '../prepared';
import { numbersAgreed } from './odds';
import type { Odds } from './odds';
import type { Link } from './clusters';

/**
 * Says whether a link is clear enough to be made without anybody looking: nothing speaks against it, a person need not
 * compare the names, and no other record could as well be meant that is at odds with this one. Namesakes are caught by
 * the last: of two children of one name, the record that could be either is nobody's.
 */
export class Rivals {
  private readonly near = new Map<number, number[]>();

  constructor(
    private readonly people: readonly Prepared[],
    private readonly odds: Odds,
    likely: readonly Link[],
  ) {
    for (const { a, b } of likely) {
      this.put(a, b);
      this.put(b, a);
    }
  }

  isClear({ a, b }: Link): boolean {
    const [x, y] = [this.people[a], this.people[b]];
    if (!x || !y || this.odds.needsPerson(x, y)) return false;
    if (numbersAgreed(x, y) > 0) return true;
    return !this.odds.areAtOdds(x, y) && !this.hasRival(a, y) && !this.hasRival(b, x);
  }

  /** Places of those that could as well be meant, for which alone a pair is not clear. */
  of({ a, b }: Link): readonly number[] {
    const [x, y] = [this.people[a], this.people[b]];
    if (!x || !y || numbersAgreed(x, y) > 0) return [];
    const isRivalOf = (one: Prepared) => (at: number) => this.isRival(at, one);
    const found = [...this.nearTo(a).filter(isRivalOf(y)), ...this.nearTo(b).filter(isRivalOf(x))];
    return [...new Set(found)];
  }

  private nearTo(place: number): readonly number[] {
    return this.near.get(place) ?? [];
  }

  private hasRival(place: number, other: Prepared): boolean {
    return this.nearTo(place).some((at) => this.isRival(at, other));
  }

  private isRival(at: number, other: Prepared): boolean {
    const rival = this.people[at];
    return (
      rival !== undefined &&
      rival !== other &&
      numbersAgreed(rival, other) === 0 &&
      this.odds.areAtOdds(rival, other)
    );
  }

  private put(place: number, other: number): void {
    const known = this.near.get(place);
    if (known) known.push(other);
    else this.near.set(place, [other]);
  }
}
