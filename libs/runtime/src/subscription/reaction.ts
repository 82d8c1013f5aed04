import type { FactFilter, Position, RecordedFact } from '@ibex/kernel';

/** Something that follows the log in its own time: a router, a view, a clock. Facts come upcast, in order. */
export interface Reaction {
  readonly name: string;
  /** Reactions of one group are shared out among the processes that do this kind of work. */
  readonly group: string;
  readonly filter: FactFilter;
  /**
   * How long at most to let facts gather after a live batch, 0 when left out: one write for many facts costs little more
   * than one for a single fact. All reactions of one length go on at the same moments. Not while catching up.
   */
  readonly gatherMs?: number;
  /** Takes its time, and nobody's read waits for it: late is no fault of the process while it gets on. */
  readonly isAside?: boolean;
  /** Last position handled, BEGINNING for none. */
  checkpoint(): Promise<Position>;
  /** As `checkpoint`, but only looks: what a process asks that does not do this work. undefined: not there yet. */
  reached?(): Promise<Position | undefined>;
  /** Handles facts and stores `upTo` as the checkpoint in one step; repeated after a crash with the same facts. */
  handle(facts: readonly RecordedFact[], upTo: Position): Promise<void>;
}
