import type { MailboxEntry } from '@ibex/kernel';
import { Trouble } from '../channels/trouble';
import { Alarm } from './alarm';
import { Backlog, UNTIL_WELL } from './backlog';
import { DeliveredNotes } from './delivered-notes';
import type { Delivered } from './delivered-notes';
import type { FeedPorts, FeedRange, FeedState, OutgoingFeed } from './feed.ports';
import { FeedCursor } from './feed-cursor';
import { FeedReader } from './feed-reader';
import { Flow } from './flow';
import type { Begun, NotTaken } from './flow';
import { MemoryKeeper } from './memory-keeper';
import { Redriven } from './redriven';
import { Tries } from './tries';
import type { Tried } from './tries';

/** How soon a feed that may not send looks again whether it may. */
const HELD_BACK_MS = 250;

/** One subscription's entries on their way out. What it promises is in the README: order, repetition, patience. */
export class SubscriptionFeed implements OutgoingFeed {
  private readonly tries: Tries;
  private readonly notes: DeliveredNotes;
  private readonly cursor: FeedCursor;
  private readonly memory: MemoryKeeper;
  private readonly reader: FeedReader;
  /** Of stores and keys of ours, without which nothing can be sent. */
  private readonly ours: Trouble;
  private flow: Flow;
  private readonly redriven: Redriven;
  private isBegun = false;
  private hasTaken = false;
  private isStopped = false;
  private readonly alarm = new Alarm(() => this.send());

  constructor(
    private readonly range: FeedRange,
    private readonly ports: FeedPorts,
  ) {
    const { subscription, pacing, cursors, memories, mailbox } = ports;
    const { authority } = subscription;
    const { patience } = pacing;
    this.flow = new Flow(pacing, new Backlog(0));
    this.ours = new Trouble(patience);
    this.tries = new Tries(ports);
    this.redriven = new Redriven(ports);
    this.notes = new DeliveredNotes({
      record: (these) => this.redriven.record(these),
      recorded: (these) => this.recorded(these),
      patience,
    });
    const { overtaken } = ports;
    this.cursor = new FeedCursor({ cursors, channel: range.cursor, authority, patience, overtaken });
    this.memory = new MemoryKeeper({
      ...{ memories, feed: range.cursor, patience, overtaken },
      ...{ revision: subscription.revision, clock: ports.clock, flow: () => this.flow },
    });
    this.reader = new FeedReader({
      mailbox,
      authority,
      patience,
      ...(range.upTo === undefined ? {} : { upTo: range.upTo }),
      begin: () => this.begin(),
      passes: (entry) => ports.passes(subscription, entry),
      take: (entries, wanted) => this.queue(entries, wanted),
      hasRoom: (readUpTo) => readUpTo - this.flow.backlog.settledUpTo < pacing.mostAhead(),
    });
  }

  start(): void {
    this.reader.start();
  }

  /** Sends entries once more that were set aside; those that are on their way already are left as they are. False: not now. */
  redrive(entries: readonly MailboxEntry[]): boolean {
    if (!this.isBegun || this.isStopped) return false;
    for (const entry of this.redriven.add(entries)) this.want(entry);
    this.send();
    return true;
  }

  /** Resolves once nothing is under way; what was cut off is sent again, with the same id, by whoever goes on. */
  async stop(): Promise<void> {
    this.isStopped = true;
    this.alarm.off();
    await Promise.all([this.reader.stop(), this.tries.end()]);
    this.flow.end();
    await this.notes.stop();
    await Promise.all([this.cursor.stop(), this.memory.stop()]);
  }

  state(): FeedState {
    const { id: subscriptionId, authority } = this.ports.subscription;
    const failing = this.flow.told(performance.now());
    const { phase } = this.flow;
    const { settledUpTo, waiting } = this.flow.backlog;
    const { hasTaken } = this;
    const told = failing ? { failing } : {};
    return { subscriptionId, authority, settledUpTo, waiting, phase, hasTaken, ...told };
  }

  private async begin(): Promise<number> {
    const [stored] = await Promise.all([this.cursor.read(), this.memory.read()]);
    const from = Math.max(stored, this.range.after);
    this.flow = new Flow(this.ports.pacing, new Backlog(from));
    this.memory.recallInto(this.flow);
    this.isBegun = true;
    return from;
  }

  private queue(entries: readonly MailboxEntry[], wanted: ReadonlySet<number>): void {
    for (const entry of entries) {
      if (wanted.has(entry.sequence)) this.want(entry);
      else this.flow.backlog.settle(entry.sequence);
    }
    this.moveOn();
    this.send();
  }

  private want(entry: MailboxEntry): void {
    const { sequence, recordRef: child, urgency } = entry;
    this.flow.backlog.add({ sequence, child, isUrgent: urgency === 'urgent' });
    this.tries.keep(entry);
  }

  private send(): void {
    const { mayBegin = () => true } = this.ports;
    const ours = mayBegin() ? this.ours.dueInMs : HELD_BACK_MS;
    while (!this.isStopped && ours === 0 && !this.notes.isFull) {
      const begun = this.flow.begin(this.tries.inFlight, performance.now());
      if (!begun) break;
      this.tries.begin(begun.ref, (tried) => this.judge(begun, tried));
    }
    this.comeBackWhenDue(ours);
  }

  private comeBackWhenDue(ours: number): void {
    this.alarm.off();
    if (this.isStopped || this.flow.backlog.waiting === 0) return;
    const nowMs = performance.now();
    const inMs = ours > 0 ? ours : this.flow.dueAfter(nowMs) - nowMs;
    if (inMs < UNTIL_WELL) this.alarm.setIn(inMs + 1);
  }

  private async judge(begun: Begun, tried: Tried): Promise<void> {
    if (tried.kind === 'unsent') {
      this.ours.failed(tried.error);
      this.flow.giveBack(begun);
    } else {
      this.ours.over();
      const { outcome, entry } = tried;
      if (outcome.kind === 'taken') this.wasTaken(begun, entry);
      else if (!this.isStopped) await this.wasNotTaken(begun, entry, outcome);
    }
    this.memory.look();
    this.send();
  }

  private wasTaken(begun: Begun, entry: MailboxEntry): void {
    const { log, subscription, clock } = this.ports;
    this.hasTaken = true;
    if (this.flow.taken(begun)) log.info('subscription-recovered', { work: subscription.id });
    this.tries.forget(entry.sequence);
    const delivered = { entry, at: clock.now() };
    // what is sent again tells nothing about how long it takes
    if (this.range.upTo === undefined) this.ports.measure?.(delivered);
    this.notes.add(delivered);
  }

  private async wasNotTaken(begun: Begun, entry: MailboxEntry, outcome: NotTaken): Promise<void> {
    const { subscription, wentGone, setAside, log } = this.ports;
    const wasWell = this.flow.phase === 'well';
    // whoever ordered another try is told at once how it went
    const isRefusedAgain = outcome.kind === 'refused' && this.redriven.has(entry.sequence);
    const isPoison = isRefusedAgain || this.flow.failed(begun, outcome, performance.now());
    if (outcome.kind === 'gone') wentGone(subscription);
    else if (wasWell && this.flow.phase !== 'well')
      log.warn('subscription-failing', undefined, { work: subscription.id, code: outcome.reason });
    if (!isPoison) return;
    try {
      await setAside(entry, outcome);
      this.flow.isAside(begun);
      this.tries.forget(entry.sequence);
      this.redriven.delete(entry.sequence);
      this.moveOn();
    } catch (error) {
      this.flow.isNotAside(begun, performance.now());
      log.warn('setting-aside-failed', error, { work: subscription.id });
    }
  }

  private recorded(delivered: readonly Delivered[]): void {
    for (const { entry } of delivered) {
      this.flow.backlog.settle(entry.sequence);
      this.redriven.delete(entry.sequence);
    }
    this.moveOn();
    this.send();
  }

  private moveOn(): void {
    this.cursor.moveTo(this.flow.backlog.settledUpTo);
  }
}
