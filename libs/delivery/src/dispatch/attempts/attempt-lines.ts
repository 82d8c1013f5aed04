import type { Attempt } from '@ibex/kernel';

export type OneTry = Omit<Attempt, 'more'>;

/** `atOnce`: lines that a subscription may have one by one, gained again one each `everyMs`; besides one per kind in `sumEveryMs`. */
export type LineRule = Readonly<{ atOnce: number; everyMs: number; sumEveryMs: number }>;

const MINUTE = 60_000;
export const USUAL_LINES: LineRule = { atOnce: 500, everyMs: MINUTE, sumEveryMs: MINUTE };

type Allowance = Readonly<{ left: number; atMs: number }>;
type Sum = Readonly<{ last: OneTry; count: number; sinceMs: number }>;

/** What is taken does not use up what failures may have. */
const allowanceOf = ({ subscriptionId, outcome }: OneTry): string =>
  `${subscriptionId} ${outcome === 'taken' ? 'taken' : 'not-taken'}`;
// not by status: what an endpoint answers could be any of hundreds
const kindOf = ({ subscriptionId, outcome, reason = '' }: OneTry): string =>
  `${subscriptionId} ${outcome} ${reason}`;

/**
 * Tries on their way to the log. Each has a line of its own, as long as a subscription has few; of many only the last
 * of a kind in a minute has one, which says how many more there were. So a day has a bounded number of lines.
 */
export class AttemptLines {
  private readonly allowances = new Map<string, Allowance>();
  private readonly sums = new Map<string, Sum>();
  private ready: Attempt[] = [];

  constructor(private readonly rule: LineRule = USUAL_LINES) {}

  note(attempt: OneTry, nowMs: number): void {
    const left = this.leftOf(attempt, nowMs);
    if (left >= 1) {
      this.ready.push({ ...attempt, more: 0 });
      this.allowances.set(allowanceOf(attempt), { left: left - 1, atMs: nowMs });
      return;
    }
    const kind = kindOf(attempt);
    const { count, sinceMs } = this.sums.get(kind) ?? { count: 0, sinceMs: nowMs };
    this.sums.set(kind, { last: attempt, count: count + 1, sinceMs });
  }

  /** What is to be written now. */
  take(nowMs: number): readonly Attempt[] {
    return this.takeSums((since) => nowMs - since >= this.rule.sumEveryMs);
  }

  takeAll(): readonly Attempt[] {
    return this.takeSums(() => true);
  }

  private takeSums(isDue: (sinceMs: number) => boolean): readonly Attempt[] {
    const due = [...this.sums].filter(([, { sinceMs }]) => isDue(sinceMs));
    for (const [kind] of due) this.sums.delete(kind);
    const lines = [...this.ready, ...due.map(([, { last, count }]) => ({ ...last, more: count - 1 }))];
    this.ready = [];
    return lines;
  }

  private leftOf(attempt: OneTry, nowMs: number): number {
    const { atOnce, everyMs } = this.rule;
    const { left, atMs } = this.allowances.get(allowanceOf(attempt)) ?? { left: atOnce, atMs: nowMs };
    return Math.min(left + (nowMs - atMs) / everyMs, atOnce);
  }
}
