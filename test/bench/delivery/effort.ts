/** How much is measured. `rounds` of each, of which the median is told. */
export type Effort = Readonly<{
  rounds: number;
  /** How long notices are posted in each round. */
  seconds: number;
  /** Entries that wait for the subscriber who was away for a day. */
  waiting: number;
}>;

/** As the targets are written. A round with everything well and one with trouble take turns. */
export const FULL: Effort = { rounds: 5, seconds: 60, waiting: 50_000 };
/** For those who change something, and for a machine that has other things to do. */
export const QUICK: Effort = { rounds: 3, seconds: 10, waiting: 5_000 };
