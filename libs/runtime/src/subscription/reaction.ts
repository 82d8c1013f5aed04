import type { FactFilter, Position, RecordedFact } from '@ibex/kernel';

/** Something that follows the log in its own time: a router, a view, a clock. Facts come upcast, in order. */
export interface Reaction {
  readonly name: string;
  readonly filter: FactFilter;
  /** Last position handled, BEGINNING for none. */
  checkpoint(): Promise<Position>;
  /** Handles facts and stores `upTo` as the checkpoint in one step; repeated after a crash with the same facts. */
  handle(facts: readonly RecordedFact[], upTo: Position): Promise<void>;
}
