import { Injectable } from '@nestjs/common';

/** One try to deliver one entry. `outcome`: as the channel told it; `unsent`: it did not come to that. No content, no target. */
export type Attempt = Readonly<{
  subscriptionId: string;
  authority: string;
  sequence: number;
  at: string;
  outcome: 'taken' | 'later' | 'refused' | 'gone';
  reason?: string;
  status?: number;
  durationMs: number;
}>;

const MOST_KEPT = 500;

/** The latest tries of each subscription that this process has made. */
@Injectable()
export class AttemptLog {
  private readonly kept = new Map<string, Attempt[]>();

  note(attempt: Attempt): void {
    const attempts = this.kept.get(attempt.subscriptionId) ?? [];
    this.kept.set(attempt.subscriptionId, attempts);
    attempts.push(attempt);
    if (attempts.length > MOST_KEPT) attempts.splice(0, attempts.length - MOST_KEPT);
  }

  /** The newest first. */
  of(subscriptionId: string): readonly Attempt[] {
    return [...(this.kept.get(subscriptionId) ?? [])].reverse();
  }
}
