import type { Notice } from '../notices/invented-notices';

/**
 * What came of one try. `taken`: the receiver has it now; `later`: it is in trouble; `refused`: it does not want this one;
 * `gone`: it wants nothing more. A topic takes everything.
 */
export type Answer = Readonly<{
  id: string;
  outcome: 'taken' | 'later' | 'refused' | 'gone';
  ms: number;
  status?: number;
  /** Instead of a status, why there is none. */
  fault?: string;
  retryAfterMs?: number;
}>;

/** How notices reach the receiver under test. */
export interface Line {
  readonly kind: 'webhook' | 'kafka';
  /** One try, in the usual form. Never rejects for what the receiver does. */
  send(notice: Notice): Promise<Answer>;
  close(): void;
}
