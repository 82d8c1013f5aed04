/** What was dealt with. A borough that stores what it learns in a database does best to keep this in the same transaction. */
export interface SeenEvents {
  has(id: string): Promise<boolean>;
  /** Called after the handler, before the checkpoint moves; holds for certain once resolved. Idempotent. */
  add(event: SeenEvent): Promise<void>;
  /**
   * Numbers of those that are remembered, so that a gap is told from what came before a restart. Undefined when this does
   * not outlive a restart.
   */
  sequences(): Promise<readonly number[] | undefined>;
  /**
   * Highest number that was dealt with about this record, so that a notice sent once more is told for older than what is
   * known. Left out: no notice is told for late.
   */
  latestOf?(recordRef: string): Promise<number | undefined>;
}
export type SeenEvent = Readonly<{ id: string; sequence: number; recordRef?: string }>;

/** Events that are remembered. A repeat comes soon after the first: minutes of an outage, not months. */
export const MOST_REMEMBERED = 100_000;
