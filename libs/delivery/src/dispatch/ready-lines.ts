/** Something with a place in an order. */
type Placed = Readonly<{ head: number }>;

/** Sorted by place; the first is what is wanted, any can be taken out again. */
export class ReadyLines<T extends Placed> {
  private readonly lines: T[] = [];

  put(line: T): void {
    this.lines.splice(this.placeOf(line.head), 0, line);
  }

  /** By the place at which it was put in. */
  remove(line: T): void {
    const at = this.placeOf(line.head);
    if (this.lines[at] === line) this.lines.splice(at, 1);
  }

  get first(): T | undefined {
    return this.lines[0];
  }

  private placeOf(head: number): number {
    let [from, to] = [0, this.lines.length];
    while (from < to) {
      const middle = (from + to) >>> 1;
      const line = this.lines[middle];
      if (line !== undefined && line.head < head) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}
