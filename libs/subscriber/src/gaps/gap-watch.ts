/** Numbers of the mailbox that did not arrive, both ends included. */
export type Gap = Readonly<{ from: number; to: number }>;

/** Numbers held above a missing one before it counts as missing without further waiting. */
const MOST_BEYOND = 100_000;

/**
 * Finds missing numbers. Lanes overtake one another, so that a number counts as missing only when a later one has been
 * there for a while. Each is told once.
 */
export class GapWatch {
  /** Everything up to here arrived or was told missing; undefined while it is not known where to begin. */
  private upTo: number | undefined;
  private readonly beyond = new Map<number, number>();

  /** `known`: numbers from before; undefined when nobody remembers, empty when there were none. */
  constructor(
    known: readonly number[] | undefined,
    private readonly afterMs: number,
    nowMs: number,
  ) {
    if (known === undefined) return;
    this.upTo = known.length === 0 ? 0 : known.reduce((least, n) => Math.min(least, n)) - 1;
    for (const number of known) this.note(number, nowMs);
  }

  note(number: number, nowMs: number): void {
    if (this.upTo !== undefined && number <= this.upTo) return;
    if (!this.beyond.has(number)) this.beyond.set(number, nowMs);
    this.advance();
  }

  /** The gaps that are due at this moment, in ascending order. */
  due(nowMs: number): readonly Gap[] {
    const long = [...this.beyond]
      .filter(([, since]) => nowMs - since >= this.afterMs)
      .map(([number]) => number);
    const all = this.beyond.size > MOST_BEYOND ? [...this.beyond.keys()] : long;
    if (all.length === 0) return [];
    return this.missingBelow(all.reduce((most, n) => Math.max(most, n)));
  }

  private missingBelow(last: number): readonly Gap[] {
    // without a memory, whatever is below the first numbers may have been dealt with before
    let expected = (this.upTo ?? last - 1) + 1;
    const gaps: Gap[] = [];
    const numbers = [...this.beyond.keys()].filter((number) => number <= last).sort((a, b) => a - b);
    for (const number of numbers) {
      this.beyond.delete(number);
      if (number > expected) gaps.push({ from: expected, to: number - 1 });
      expected = Math.max(expected, number + 1);
    }
    this.upTo = last;
    this.advance();
    return gaps;
  }

  private advance(): void {
    while (this.upTo !== undefined && this.beyond.delete(this.upTo + 1)) this.upTo += 1;
  }
}
