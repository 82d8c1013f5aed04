/** How much is measured. `runs` of each, of which the median is told. */
export type Effort = Readonly<{
  runs: number;
  seconds: number;
  /** Children in the log that growth is measured to, and in the one that it is measured from; ten facts of each. */
  children: number;
  fewChildren: number;
}>;

export const FULL: Effort = { runs: 5, seconds: 10, children: 100_000, fewChildren: 10_000 };
export const QUICK: Effort = { runs: 1, seconds: 4, children: 2_000, fewChildren: 400 };
export const FACTS_OF_A_CHILD = 10;
export const READS_A_SECOND = 50;
export const WRITES_A_SECOND = 50;
