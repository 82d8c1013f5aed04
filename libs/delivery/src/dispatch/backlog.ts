import { ReadyLines } from './ready-lines';

/** An entry that is to be sent, as small as can be: there may be tens of thousands of them. */
export type Ref = Readonly<{ sequence: number; child: string; isUrgent: boolean }>;

/** What waits about one child, in order. `restsUntilMs`: of what failed, when its next try is due. */
class Line {
  readonly refs: Ref[] = [];
  urgent = 0;
  isInHand = false;
  restsUntilMs: number | undefined;

  get head(): number {
    return this.refs[0]?.sequence ?? 0;
  }
  get isReady(): boolean {
    return this.refs.length > 0 && !this.isInHand && this.restsUntilMs === undefined;
  }
}

/** Rests until the endpoint is well again, whenever that is. */
export const UNTIL_WELL = Number.POSITIVE_INFINITY;

/**
 * What is to be sent for a subscription. Of one child only the first is ever handed out; what is urgent takes its child's
 * earlier entries along before all that is routine. Also how far everything is dealt with without a gap.
 */
export class Backlog {
  private readonly lines = new Map<string, Line>();
  private readonly urgent = new ReadyLines<Line>();
  private readonly routine = new ReadyLines<Line>();
  private readonly resting = new Set<Line>();
  private readonly settledAhead = new Set<number>();
  private unsent = 0;

  constructor(private upTo: number) {}

  /** Everything up to this number is dealt with. */
  get settledUpTo(): number {
    return this.upTo;
  }

  /** How many are neither taken nor set aside. */
  get waiting(): number {
    return this.unsent;
  }

  add(ref: Ref): void {
    const line = this.lines.get(ref.child) ?? new Line();
    this.lines.set(ref.child, line);
    this.change(line, () => {
      line.refs.push(ref);
      if (ref.isUrgent) line.urgent += 1;
    });
    this.unsent += 1;
  }

  /** Nothing is to be done, or left to be done, for this number. */
  settle(sequence: number): void {
    if (sequence <= this.upTo) return;
    this.settledAhead.add(sequence);
    while (this.settledAhead.delete(this.upTo + 1)) this.upTo += 1;
  }

  /** The next to send; its child waits until it is released or given back. */
  take(nowMs: number): Ref | undefined {
    this.wakeThose((line) => (line.restsUntilMs ?? 0) <= nowMs);
    return this.hand(this.urgent.first ?? this.routine.first);
  }

  /** The same of what is urgent alone. */
  takeUrgent(nowMs: number): Ref | undefined {
    this.wakeThose((line) => (line.restsUntilMs ?? 0) <= nowMs);
    return this.hand(this.urgent.first);
  }

  get hasUrgent(): boolean {
    return this.urgent.first !== undefined;
  }

  /** When nothing is ready, one of those that wait for the endpoint to be well. */
  takeToProbe(nowMs: number): Ref | undefined {
    const ready = this.take(nowMs);
    if (ready) return ready;
    const waiting = [...this.resting].filter(({ restsUntilMs }) => restsUntilMs === UNTIL_WELL);
    const [first] = waiting.sort((a, b) => a.head - b.head);
    if (first) this.change(first, () => (first.restsUntilMs = undefined));
    return this.hand(first);
  }

  /** It was taken or set aside: the next of its child may go. */
  release({ child, isUrgent }: Ref): void {
    const line = this.lines.get(child);
    if (!line) return;
    this.change(line, () => {
      line.refs.shift();
      line.isInHand = false;
      if (isUrgent) line.urgent -= 1;
    });
    if (line.refs.length === 0) this.lines.delete(child);
    this.unsent -= 1;
  }

  /** It failed, or was not sent at all: it stays the first of its child, ready again at that time. */
  giveBack({ child }: Ref, restsUntilMs?: number): void {
    const line = this.lines.get(child);
    if (!line) return;
    this.change(line, () => {
      line.isInHand = false;
      line.restsUntilMs = restsUntilMs;
    });
    if (restsUntilMs !== undefined) this.resting.add(line);
  }

  /** The endpoint is well again. */
  wakeAll(): void {
    this.wakeThose(({ restsUntilMs }) => restsUntilMs === UNTIL_WELL);
  }

  /** When the first of those that rest by themselves is due. */
  get dueAtMs(): number {
    return Math.min(UNTIL_WELL, ...[...this.resting].map(({ restsUntilMs = 0 }) => restsUntilMs));
  }

  private hand(line: Line | undefined): Ref | undefined {
    if (!line) return undefined;
    const [ref] = line.refs;
    this.change(line, () => (line.isInHand = true));
    return ref;
  }

  private wakeThose(isDue: (line: Line) => boolean): void {
    for (const line of [...this.resting].filter(isDue))
      this.change(line, () => (line.restsUntilMs = undefined));
  }

  private change(line: Line, alter: () => void): void {
    if (line.isReady) this.laneOf(line).remove(line);
    alter();
    if (line.restsUntilMs === undefined) this.resting.delete(line);
    if (line.isReady) this.laneOf(line).put(line);
  }

  private laneOf(line: Line): ReadyLines<Line> {
    return line.urgent > 0 ? this.urgent : this.routine;
  }
}
