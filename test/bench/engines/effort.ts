/** How much is measured. `runs` of each, of which the median is told. */
export type Effort = Readonly<{
  runs: number;
  /** Waiting entries that the relay brings to Kafka. */
  entries: number;
  /** Facts of the log that views are rebuilt from. */
  facts: number;
  /** How long notices are sent in each run that looks at latency. */
  seconds: number;
  restMs: number;
}>;

export const FULL: Effort = { runs: 5, entries: 100_000, facts: 60_000, seconds: 8, restMs: 10_000 };
export const QUICK: Effort = { runs: 3, entries: 20_000, facts: 10_000, seconds: 4, restMs: 3_000 };
