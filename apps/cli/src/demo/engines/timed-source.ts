import type { Arrival, NoticeSource, TakeArrival } from '@ibex/kernel';

/** A source that also says when each arrival came, repeats included, before anything is done about it. */
export class TimedSource implements NoticeSource {
  constructor(
    private readonly source: NoticeSource,
    private readonly onArrival: (arrival: Arrival) => void,
  ) {}

  run(take: TakeArrival): Promise<void> {
    return this.source.run((arrival) => {
      this.onArrival(arrival);
      return take(arrival);
    });
  }

  settled(lane: string, place: number): void {
    this.source.settled(lane, place);
  }

  halt(): void {
    this.source.halt();
  }

  close(): Promise<void> {
    return this.source.close();
  }
}
