/** Next offset to be read, by partition. */
export type Due = ReadonlyMap<number, bigint>;

/**
 * Offsets that may be committed. Every time that partitions are dealt out anew all lanes from before are void: a
 * partition may be another consumer's now, and one that is still here is read again from its committed offset.
 */
export class OffsetMarks {
  private round = 0;
  private readonly due = new Map<number, bigint>();

  /** Partitions were dealt out. */
  renew(): void {
    this.round += 1;
    this.due.clear();
  }

  laneOf(partition: number): string {
    return `${partition}#${this.round}`;
  }

  isCurrent(lane: string): boolean {
    return lane.endsWith(`#${this.round}`);
  }

  settled(lane: string, place: number): void {
    if (!this.isCurrent(lane)) return;
    this.due.set(Number(lane.split('#', 1)[0]), BigInt(place) + 1n);
  }

  /** What is to be committed, and a way to put it back when it could not be. */
  take(): Readonly<{ due: Due; putBack: () => void }> {
    const { round } = this;
    const due = new Map(this.due);
    this.due.clear();
    const putBack = (): void => {
      if (round !== this.round) return;
      for (const [partition, offset] of due) {
        if (!this.due.has(partition)) this.due.set(partition, offset);
      }
    };
    return { due, putBack };
  }
}
