import { Overtaken, USUAL_CADENCE, toEpochMs } from '@ibex/kernel';
import type { ChannelOutcome } from '@ibex/kernel';
import { pause } from '@ibex/runtime';
import { Trouble } from '../../channels/trouble';
import type { FeedRange, FeedState, OutgoingFeed } from '../feed.ports';
import type { BatchPorts } from './batch.ports';
import { BatchCursors } from './batch-cursors';
import type { BatchRange } from './batch-cursors';
import { makeBatch } from './batch-maker';
import type { Made } from './batch-maker';
import { BatchTries } from './batch-try';
import { Gathering } from './gathering';
import { Standing } from './standing';

/** How soon it is looked again whether there is something to do, whatever else would wake it. */
const LONGEST_WAIT_MS = 30_000;
/** It never goes round without a pause, whatever its clocks say. */
const SOONEST_MS = 10;
/** How soon a feed that may not send looks again whether it may. */
const HELD_BACK_MS = 250;

const holdsUrgent = ({ entries }: Made): boolean => entries.some(({ urgency }) => urgency === 'urgent');

type Begun = Readonly<{ cursors: BatchCursors; gathering: Gathering }>;

/**
 * One subscription's entries on their way out, several at once. Decided on, sent, recorded as delivered, done with: each
 * is durable before the next begins, so that whoever goes on after a crash repeats at most one step.
 */
export class BatchFeed implements OutgoingFeed {
  private readonly standing: Standing;
  private readonly tries: BatchTries;
  /** Of stores of ours, without which nothing can be done. */
  private readonly ours: Trouble;
  private readonly stopping = new AbortController();
  private begun: Begun | undefined;
  private open: Made | undefined;
  /** Taken by whoever receives, and not on record yet. */
  private taken: Readonly<{ made: Made; at: string }> | undefined;
  private urgentFromMs = 0;
  private isGone = false;
  private hasTaken = false;
  private running: Promise<void> | undefined;

  constructor(
    private readonly range: FeedRange,
    private readonly ports: BatchPorts,
  ) {
    this.standing = new Standing(ports.pacing.pace);
    this.ours = new Trouble(ports.pacing.patience);
    this.tries = new BatchTries(ports);
  }

  start(): void {
    this.running ??= this.run();
  }

  /** Resolves once nothing is under way; what was cut off is sent again, with the same id, by whoever goes on. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.tries.end();
    await this.running;
    // what was taken is put on record if that can be done at once
    if (this.taken) await this.settle().catch(() => undefined);
  }

  /** Nothing is ever set aside here: a batch that is refused today is one that is taken tomorrow. */
  redrive(): boolean {
    return false;
  }

  state(): FeedState {
    const { id: subscriptionId, authority } = this.ports.subscription;
    const failing = this.standing.told(performance.now());
    const settledUpTo = this.begun ? this.begun.cursors.settledUpTo : this.range.after;
    const { waiting, phase, hasTaken } = this;
    const standing = { subscriptionId, authority, settledUpTo, waiting, phase, hasTaken };
    return { ...standing, ...(failing ? { failing } : {}) };
  }

  private get waiting(): number {
    const gathered = this.begun ? this.begun.gathering.count : 0;
    return gathered + (this.open ? this.open.entries.length : 0);
  }

  private get phase(): FeedState['phase'] {
    if (this.isGone) return 'gone';
    return this.standing.isWell ? 'well' : 'failing';
  }

  private get isReplay(): boolean {
    return this.range.upTo !== undefined;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        await this.step(signal);
        this.ours.over();
      } catch (error) {
        if (error instanceof Overtaken) {
          this.ports.overtaken();
          return;
        }
        this.ours.failed(error);
        await pause(this.ours.dueInMs, signal);
      }
    }
  }

  private async step(signal: AbortSignal): Promise<void> {
    if (this.taken) return this.settle();
    const begun = (this.begun ??= await this.begin());
    await begun.gathering.readOn(signal);
    this.open ??= await this.next(begun);
    const inMs = this.dueInMs(begun);
    if (signal.aborted) return undefined;
    if (this.open && inMs <= 0) return this.send(this.open);
    return this.wait(begun, Math.max(inMs, SOONEST_MS), signal);
  }

  private async begin(): Promise<Begun> {
    const { subscription, mailbox, cursors, passes, pacing } = this.ports;
    const { authority, cadence = USUAL_CADENCE } = subscription;
    const { cursor: name, after, upTo } = this.range;
    const stored = await BatchCursors.read({ cursors, name, authority, after });
    const gathering = new Gathering(
      {
        ...{ mailbox, authority, mostInBatch: pacing.mostInBatch },
        passes: (entry) => passes(subscription, entry),
        ...(upTo === undefined ? { cadence } : { upTo }),
      },
      stored.open?.upTo ?? stored.settledUpTo,
    );
    return { cursors: stored, gathering };
  }

  /** The batch that was decided on before, or the next one that is due, which is decided on by that. */
  private async next({ cursors, gathering }: Begun): Promise<Made | undefined> {
    if (!cursors.open) {
      const upTo = gathering.dueUpTo(this.nowMs(), this.urgentFromMs);
      if (upTo !== undefined) await cursors.plan(upTo);
      // nothing waits: what does not pass need not be looked at again
      else if (gathering.count === 0 && gathering.lookedUpTo > cursors.settledUpTo)
        await cursors.settle(gathering.lookedUpTo);
    }
    const { open } = cursors;
    if (!open) return undefined;
    gathering.leave(open.upTo);
    return this.make(open);
  }

  /** Undefined: nothing of it is wanted any more, so that it is dealt with. */
  private async make(range: BatchRange): Promise<Made | undefined> {
    const made = await makeBatch(this.ports, range, { name: this.range.cursor, isReplay: this.isReplay });
    if (made) return made;
    await this.begun?.cursors.settle(range.upTo);
    this.open = undefined;
    return undefined;
  }

  /** 0: something can be done at once. */
  private dueInMs({ gathering }: Begun): number {
    const { mayBegin = () => true, pacing } = this.ports;
    if (this.isGone) return LONGEST_WAIT_MS;
    if (!this.open) return gathering.nextMs(this.urgentFromMs) - this.nowMs();
    if (!mayBegin()) return HELD_BACK_MS;
    const within = holdsUrgent(this.open) ? pacing.urgentLongestMs : Number.POSITIVE_INFINITY;
    const pressing = gathering.hasUrgent ? pacing.urgentRetryMs : within;
    return this.standing.dueMs(Math.min(pressing, within)) - performance.now();
  }

  private async wait({ gathering }: Begun, inMs: number, signal: AbortSignal): Promise<void> {
    const waitMs = Math.ceil(Math.min(inMs, LONGEST_WAIT_MS));
    const { authority } = this.ports.subscription;
    if (!gathering.isOpen) return pause(waitMs, signal);
    return this.ports.mailbox.waitForMore(authority, gathering.lookedUpTo, waitMs, signal);
  }

  private async send(decided: Made): Promise<void> {
    // what an agreement opened may have been withdrawn since it was last tried
    const made = this.standing.isWell ? decided : await this.make(decided.range);
    if (!made) return;
    this.open = made;
    const outcome = await this.tries.once(made);
    const { clock, log, subscription } = this.ports;
    if (outcome.kind !== 'taken') {
      // what was cut off tells nothing of whoever receives
      if (!this.stopping.signal.aborted) this.wasNotTaken(outcome);
      return;
    }
    this.hasTaken = true;
    if (this.standing.taken()) log.info('subscription-recovered', { work: subscription.id });
    if (holdsUrgent(made)) this.urgentFromMs = this.nowMs() + this.ports.pacing.urgentApartMs;
    this.taken = { made, at: clock.now() };
  }

  private wasNotTaken(outcome: Exclude<ChannelOutcome, { kind: 'taken' }>): void {
    const { log, subscription, wentGone } = this.ports;
    const retryAfterMs = outcome.kind === 'later' ? outcome.retryAfterMs : undefined;
    const isNew = this.standing.failed(outcome.reason, retryAfterMs, performance.now());
    if (isNew) log.warn('subscription-failing', undefined, { work: subscription.id, code: outcome.reason });
    if (outcome.kind !== 'gone') return;
    this.isGone = true;
    wentGone();
  }

  private async settle(): Promise<void> {
    if (!this.taken || !this.begun) return;
    const { made, at } = this.taken;
    await this.ports.record(made.entries.map((entry) => ({ entry, at })));
    await this.begun.cursors.settle(made.range.upTo);
    this.taken = undefined;
    this.open = undefined;
  }

  private nowMs(): number {
    return toEpochMs(this.ports.clock.now());
  }
}
