/** What can go wrong with one append, each for as many appends as asked for. */
export type AppendFault =
  | 'drop-before-commit'
  | 'drop-after-commit'
  | 'late'
  | 'not-leader'
  | 'wrong-expected-version'
  | 'too-busy'
  | 'timed-out';

export const APPEND_FAULTS: readonly AppendFault[] = [
  'drop-before-commit',
  'drop-after-commit',
  'late',
  'not-leader',
  'wrong-expected-version',
  'too-busy',
  'timed-out',
];

type Planned = { fault: AppendFault; left: number };

/** The faults switched on at this moment. */
export class Faults {
  private readonly planned: Planned[] = [];
  /** How long a late answer waits. */
  lateMs = 300;
  /** Every event is delivered twice on subscriptions, and an older one once more in between. */
  duplicates = false;
  /** Every read waits this long before its first answer. */
  slowReadsMs = 0;
  /** Reads and subscriptions are refused with this many not-leader answers. */
  notLeaderReads = 0;
  /** Subscriptions send neither caught-up nor fell-behind frames, as before version 23.10. */
  checkpointsOnly = false;

  /** The next `times` appends meet this fault; faults planned later come later. */
  plan(fault: AppendFault, times = 1): void {
    this.planned.push({ fault, left: times });
  }

  next(): AppendFault | undefined {
    const first = this.planned[0];
    if (!first) return undefined;
    first.left -= 1;
    if (first.left <= 0) this.planned.shift();
    return first.fault;
  }

  clear(): void {
    this.planned.length = 0;
    this.duplicates = false;
    this.slowReadsMs = 0;
    this.notLeaderReads = 0;
    this.checkpointsOnly = false;
  }
}
