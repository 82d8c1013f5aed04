import type { ChannelOutcome, FeedMemory } from '@ibex/kernel';
import { UNTIL_WELL } from './backlog';
import type { Backlog, Ref } from './backlog';
import { EndpointState } from './endpoint-state';
import { EntryTrials } from './entry-trials';
import type { PoisonRule } from './entry-trials';
import type { Moments } from './moments';
import { pauseAfter } from './retry-schedule.rule';
import type { Pace } from './retry-schedule.rule';
import { SendWidth } from './send-width';
import type { Widening } from './send-width';

export type FlowRules = Readonly<{
  pace: Pace;
  poison: PoisonRule;
  /** Tries at once, while the endpoint is well. */
  mostInFlight: number;
  /** More at once for an endpoint that is behind and takes all; left out: never. */
  widening?: Widening;
}>;

/** What is under way, and how things stood when it began. */
export type Begun = Readonly<{ ref: Ref; stretch: number; takenBefore: number }>;

export type NotTaken = Exclude<ChannelOutcome, { kind: 'taken' }>;

/** So many entries may fail at the same time before it no longer looks as if it were the entries. */
const FEW = 5;
/** An urgent entry that was not tried yet does not wait out the pauses of the others, which grow to hours. */
const URGENT_EVERY_MS = 60_000;

/** What may be sent next, given what came of what was sent before. Knows the time only as it is told. */
export class Flow {
  private readonly endpoint: EndpointState;
  private readonly trials: EntryTrials;
  private readonly width: SendWidth;
  private urgentDueMs = 0;
  private changes = 0;

  constructor(
    private readonly rules: FlowRules,
    readonly backlog: Backlog,
  ) {
    this.endpoint = new EndpointState(rules.pace);
    this.trials = new EntryTrials(rules.poison);
    this.width = new SendWidth(rules.mostInFlight, rules.widening);
  }

  /** Goes on from what was kept of this feed. */
  recall(memory: FeedMemory, moments: Moments): void {
    this.trials.recall(memory, this.backlog.settledUpTo, moments);
    if (memory.endpoint) this.endpoint.recall(memory.endpoint, moments);
  }

  memory(moments: Moments): Omit<FeedMemory, 'revision'> {
    const endpoint = this.endpoint.memory(moments);
    return { ...this.trials.memory(moments), ...(endpoint ? { endpoint } : {}) };
  }

  /** Another number whenever there is something else to keep. */
  get memoryChanges(): number {
    return this.changes;
  }

  get phase(): EndpointState['phase'] {
    return this.endpoint.phase;
  }

  told(nowMs: number): ReturnType<EndpointState['told']> {
    return this.endpoint.told(nowMs);
  }

  begin(inFlight: number, nowMs: number): Begun | undefined {
    const ref = this.next(inFlight, nowMs);
    return ref && { ref, stretch: this.endpoint.stretch, takenBefore: this.trials.takenSoFar };
  }

  /** When something may be sent that may not be now; infinity where only an answer changes anything. */
  dueAfter(nowMs: number): number {
    const urgentMs = this.backlog.hasUrgent ? this.urgentDueMs : 0;
    const dues = [this.endpoint.dueAtMs, this.backlog.dueAtMs, urgentMs].filter((due) => due > nowMs);
    return Math.min(UNTIL_WELL, ...dues);
  }

  /** Nothing more is sent by it: others may have what it borrowed. */
  end(): void {
    this.width.narrow();
  }

  /** It was never sent. */
  giveBack({ ref }: Begun): void {
    this.backlog.giveBack(ref);
  }

  /** True when the endpoint was not well before. */
  taken({ ref, stretch }: Begun): boolean {
    if (this.trials.succeeded(ref.sequence)) this.changes += 1;
    this.backlog.release(ref);
    this.width.taken(this.backlog.waiting);
    if (!this.endpoint.taken(stretch)) return false;
    this.changes += 1;
    this.backlog.wakeAll();
    return true;
  }

  /** True for an entry that is to be set aside and stays in hand until it is; any other is tried again later. */
  failed(begun: Begun, outcome: NotTaken, nowMs: number): boolean {
    const { ref, stretch } = begun;
    this.changes += 1;
    this.width.narrow();
    if (outcome.kind === 'gone') {
      this.endpoint.gone(outcome.reason);
      this.backlog.giveBack(ref);
      return false;
    }
    const isRefusal = outcome.kind === 'refused';
    const { fault, failuresOfItsOwn } = this.trials.failed({ ...this.as(begun), isRefusal }, nowMs);
    const retryAfterMs = isRefusal ? undefined : outcome.retryAfterMs;
    if (fault === 'everybody' || retryAfterMs !== undefined) {
      this.endpoint.failed({ reason: outcome.reason, isRefusal, retryAfterMs }, stretch, nowMs);
      this.backlog.giveBack(ref, UNTIL_WELL);
      return false;
    }
    if (fault === 'poison') return true;
    this.backlog.giveBack(ref, nowMs + pauseAfter(failuresOfItsOwn, this.rules.pace));
    return false;
  }

  /** It is on record as set aside: the next of its child may go. */
  isAside({ ref }: Begun): void {
    this.changes += 1;
    this.trials.setAside(ref.sequence);
    this.backlog.release(ref);
    this.backlog.settle(ref.sequence);
  }

  /** It could not be put on record: tried again a little later. */
  isNotAside({ ref }: Begun, nowMs: number): void {
    this.backlog.giveBack(ref, nowMs + pauseAfter(2, this.rules.pace));
  }

  private as({ ref, takenBefore }: Begun) {
    return { sequence: ref.sequence, takenBefore, isWell: this.endpoint.phase === 'well' };
  }

  private next(inFlight: number, nowMs: number): Ref | undefined {
    switch (this.endpoint.phase) {
      case 'well':
        return inFlight < this.width.most ? this.backlog.take(nowMs) : undefined;
      case 'failing':
        return inFlight === 0 ? this.probe(nowMs) : undefined;
      case 'gone':
        return undefined;
    }
  }

  private probe(nowMs: number): Ref | undefined {
    const { dueAtMs, wasAskedToWait } = this.endpoint;
    if (dueAtMs <= nowMs) return this.backlog.takeToProbe(nowMs);
    if (wasAskedToWait) return undefined;
    // it may well be these few entries: another one should not have to wait for that to be found out
    if (this.trials.failing < FEW) return this.backlog.take(nowMs);
    if (this.urgentDueMs > nowMs) return undefined;
    const urgent = this.backlog.takeUrgent(nowMs);
    if (urgent) this.urgentDueMs = nowMs + URGENT_EVERY_MS;
    return urgent;
  }
}
