const TWO_TO_26 = 67_108_864;

/** The distinct values of one kind: each a number, with how often it was said and what two of them are to each other. */
export class Terms {
  private readonly ids = new Map<string, number>();
  private readonly texts: string[] = [''];
  private readonly counts: number[] = [0];
  private readonly judged = new Map<number, number>();
  private readonly told = new Map<number, number>();
  private said = 0;

  /** 0 for nothing. At most 67 million values. */
  idOf(text: string | undefined): number {
    if (text === undefined || text === '') return 0;
    const known = this.ids.get(text);
    if (known !== undefined) return known;
    const id = this.texts.length;
    this.ids.set(text, id);
    this.texts.push(text);
    this.counts.push(0);
    return id;
  }

  /** Said once more: rare values tell more than common ones. */
  count(id: number): void {
    if (id === 0) return;
    this.counts[id] = (this.counts[id] ?? 0) + 1;
    this.said += 1;
  }

  textOf(id: number): string {
    return this.texts[id] ?? '';
  }

  get isEmpty(): boolean {
    return this.said === 0;
  }

  /** The share of a value, counted elsewhere. */
  tell(id: number, share: number): void {
    if (id !== 0) this.told.set(id, share);
  }

  /** Share of a value among all that were counted; one that nobody said counts as said once. */
  shareOf(id: number): number {
    return this.told.get(id) ?? Math.max(1, this.counts[id] ?? 0) / Math.max(1, this.said);
  }

  /** Chance that two values picked at random are the same. */
  get chanceOfSame(): number {
    if (this.said === 0) return 0;
    return this.counts.reduce((sum, count) => sum + (count / this.said) ** 2, 0);
  }

  /** `judge` on the texts of two values, each pair judged once; it must not matter which comes first. */
  between(a: number, b: number, judge: (a: string, b: string) => number): number {
    const [low, high] = a < b ? [a, b] : [b, a];
    const place = low * TWO_TO_26 + high;
    const known = this.judged.get(place);
    if (known !== undefined) return known;
    if (this.judged.size >= MOST_JUDGED) this.judged.clear();
    const level = judge(this.textOf(low), this.textOf(high));
    this.judged.set(place, level);
    return level;
  }
}

/** Some 60 MB; beyond, what was judged is forgotten and judged again when it is needed. */
const MOST_JUDGED = 1_000_000;
