/**
 * How far each lane is dealt with: up to the last place before the first that is still under way. A checkpoint must not
 * pass what is not done, even when later things are.
 */
export class LaneMarks {
  private readonly lanes = new Map<string, Map<number, boolean>>();

  constructor(private readonly settled: (lane: string, place: number) => void) {}

  begun(lane: string, place: number): void {
    const places = this.lanes.get(lane) ?? new Map<number, boolean>();
    this.lanes.set(lane, places.set(place, false));
  }

  done(lane: string, place: number): void {
    const places = this.lanes.get(lane);
    if (!places?.has(place)) return;
    places.set(place, true);
    let upTo: number | undefined;
    for (const [first, isDone] of places) {
      if (!isDone) break;
      upTo = first;
      places.delete(first);
    }
    if (places.size === 0) this.lanes.delete(lane);
    if (upTo !== undefined) this.settled(lane, upTo);
  }
}
