/** What a record held: an event; or, where it is none, the whole record as text, with the reason. */
export type ArrivedContent =
  Readonly<{ event: Readonly<Record<string, unknown>> }> | Readonly<{ unreadable: string; reason: string }>;

/** A message that reached a subscriber. */
export type Arrival = Readonly<{
  /** Opaque. Within a lane places only ascend. */
  lane: string;
  place: number;
  /** Where it came from, the same at every repeat, e.g. `ibex.notices.E09000008/3@120`. */
  where: string;
  /** Opaque; what shares it stays in order. */
  key: string;
  content: ArrivedContent;
  /** Whether it is still this source's. What is not is somebody else's, or comes again: leave it. */
  isOurs?: () => boolean;
}>;

/** Resolves once there is room for the next one; whether it was dealt with is told by `settled`. */
export type TakeArrival = (arrival: Arrival) => Promise<void>;

/** Where a subscriber's messages come from. At least once: what was not settled comes again. */
export interface NoticeSource {
  /** True where a subscription's filter holds numbers back: one that does not come is not missing. */
  readonly isNarrowed?: boolean;
  /**
   * Hands over one arrival after the other until closed; outages are waited out. Rejects for what no waiting mends.
   * `alive`: told whenever the other side was heard of without a message, by sources that can tell.
   */
  run(take: TakeArrival, alive?: () => void): Promise<void>;
  /** Everything of a lane up to this place is dealt with. Without effect for a lane that is no longer this source's. */
  settled(lane: string, place: number): void;
  /** Hands nothing more over; what was handed over can still be settled. */
  halt(): void;
  /** Writes the checkpoint of what is settled and leaves. */
  close(): Promise<void>;
}
