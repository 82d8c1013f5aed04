const RECORDS = 2 ** 21;
const FNV_START = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** 32 bits of a key (FNV-1a). Two keys of one number only mean a comparison too many. */
export const numberOf = (key: string): number => {
  let hash = FNV_START;
  for (let at = 0; at < key.length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), FNV_PRIME);
  return hash >>> 0;
};

/** Key and place in one number, so that a sorted array of them is an index: eight bytes a posting. */
const posting = (key: number, place: number): number => key * RECORDS + place;

/** Where the first posting stands that is not below `wanted`. */
const lowerBound = (sorted: Float64Array, wanted: number): number => {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Which places have a key. Filled in one go, then added to. At most two million places. */
export class Postings {
  private sorted = new Float64Array(0);
  private recent: number[] = [];

  static readonly most = RECORDS;

  add(key: number, place: number): void {
    this.recent.push(posting(key, place));
  }

  /** Takes what was added into the sorted part; done by itself before it grows slow. */
  settle(): void {
    const all = new Float64Array(this.sorted.length + this.recent.length);
    all.set(this.sorted);
    all.set(this.recent, this.sorted.length);
    this.sorted = all.sort();
    this.recent = [];
  }

  get unsettled(): number {
    return this.recent.length;
  }

  /** Places with a key; undefined where there are more than `most`. */
  placesOf(key: number, most: number): readonly number[] | undefined {
    const [from, to] = [posting(key, 0), posting(key + 1, 0)];
    const start = lowerBound(this.sorted, from);
    const end = lowerBound(this.sorted, to);
    if (end - start > most) return undefined;
    const added = this.recent.filter((each) => each >= from && each < to);
    return [...this.sorted.subarray(start, end), ...added].map((each) => each - from);
  }
}
