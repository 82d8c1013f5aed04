import type { Arrival } from '@ibex/kernel';
import { setTimeout as sleep } from 'node:timers/promises';
import { GapFiller } from './gaps/gap-filler';
import { GapWatch } from './gaps/gap-watch';
import { Handling } from './handling/handling';
import { handlersByType } from './handling/handlers-by-type';
import { NoticeMaker } from './handling/notice-maker';
import { Task } from './handling/task';
import type { Ending } from './handling/task';
import { heartbeatIn } from './life/heartbeat';
import { LifeSigns } from './life/life-signs';
import { MemorySeenEvents } from './keeping/memory-seen-events';
import type { Quarantined } from './keeping/quarantine.port';
import type { SeenEvents } from './keeping/seen-events.port';
import { KeyedQueues } from './order/keyed-queues';
import { LaneMarks } from './order/lane-marks';
import { untilGiven } from './source/ended';
import { withDefaults } from './subscriber.options';
import type { Settings, SubscriberOptions } from './subscriber.options';

/** What a redrive came to. `left`: the subscriber stopped first. */
export type Redriven = Readonly<{ handled: number; failedAgain: number; left: number }>;

const isDone = (ending: Ending): boolean => ending === 'handled' || ending === 'seen';

/**
 * Brings each notice to its handler: those of one child one after the other in their order, different children side by
 * side. At least once: the checkpoint moves after the handler, and what was handled is remembered before that.
 */
export class Subscriber {
  private readonly settings: Settings;
  private readonly seen: SeenEvents;
  private readonly stopping = new AbortController();
  private readonly queues: KeyedQueues<Task>;
  private readonly marks: LaneMarks;
  private readonly life: LifeSigns;
  private readonly filler: GapFiller | undefined;
  private gaps: GapWatch | undefined;
  private stopped: Promise<void> | undefined;

  constructor(options: SubscriberOptions) {
    const settings = withDefaults(options);
    const {
      source,
      quarantine,
      exchange = {},
      unsealer,
      attempts,
      onTrouble,
      atOnce,
      mostWaiting,
    } = settings;
    const { signal } = this.stopping;
    const backOff = { firstMs: settings.firstBackOffMs, longestMs: settings.longestBackOffMs };
    this.settings = settings;
    this.life = new LifeSigns(settings);
    this.seen = settings.seen ?? new MemorySeenEvents();
    const maker = new NoticeMaker(exchange, unsealer, signal);
    const parts = { seen: this.seen, quarantine, attempts, backOff, onTrouble, maker };
    const handling = new Handling({ ...parts, handlerOf: handlersByType(settings) });
    this.queues = new KeyedQueues((task) => handling.work(task), { atOnce, mostWaiting });
    this.marks = new LaneMarks((lane, place) => source.settled(lane, place));
    const { inbox } = exchange;
    const give = (event: Readonly<Record<string, unknown>>): Promise<void> => this.give(event);
    this.filler = inbox && new GapFiller({ inbox, give, backOff, signal, onTrouble });
  }

  /** Resolves after `stop`. Rejects, having stopped, for what no waiting mends. */
  async run(): Promise<void> {
    const { source, gapAfterMs } = this.settings;
    const gaps = new GapWatch(await this.knownNumbers(), gapAfterMs, Date.now());
    this.gaps = gaps;
    const look = setInterval(() => this.lookFor(gaps), Math.max(gapAfterMs / 4, 10));
    this.life.begin();
    try {
      await source.run((arrival) => this.take(arrival), this.life.heard);
    } finally {
      clearInterval(look);
      this.life.end();
      await this.stop();
    }
  }

  /** Takes nothing more, lets handlers at work finish for a while, writes the checkpoint and leaves. */
  stop(): Promise<void> {
    this.stopped ??= this.wind();
    return this.stopped;
  }

  /** What was set aside. */
  quarantined(): Promise<readonly Quarantined[]> {
    return this.settings.quarantine.list();
  }

  /** Gives what was set aside to its handlers again, all of it or the ids named. What fails again stays. */
  async redrive(ids?: readonly string[]): Promise<Redriven> {
    const entries = (await this.quarantined()).filter(({ id }) => ids?.includes(id) ?? true);
    const endings = await Promise.all(entries.map((entry) => this.again(entry)));
    const failedAgain = endings.filter((ending) => ending === 'quarantined').length;
    const handled = endings.filter(isDone).length;
    return { handled, failedAgain, left: endings.length - handled - failedAgain };
  }

  private async wind(): Promise<void> {
    const { source, stopWithinMs } = this.settings;
    source.halt();
    this.queues.stop();
    const enough = new AbortController();
    const late = sleep(stopWithinMs, undefined, { signal: enough.signal }).catch(() => undefined);
    await Promise.race([this.queues.idle(), late]);
    enough.abort();
    this.stopping.abort();
    await source.close();
  }

  private async take(arrival: Arrival): Promise<void> {
    const { lane, place, content } = arrival;
    this.life.heard();
    this.marks.begun(lane, place);
    const heartbeat = 'event' in content ? heartbeatIn(content.event) : undefined;
    if (heartbeat) {
      this.settings.onHeartbeat(heartbeat);
      this.marks.done(lane, place);
      return;
    }
    const task = new Task(arrival, () => this.marks.done(lane, place));
    if (task.sequence !== undefined) this.gaps?.note(task.sequence, Date.now());
    await this.queues.add(arrival.key, task);
  }

  private give(event: Readonly<Record<string, unknown>>): Promise<void> {
    const key = String(event['subject']);
    const message = { key, where: 'inbox', content: { event } };
    return this.queues.add(key, new Task(message, () => undefined));
  }

  private async again({ id, key, content }: Quarantined): Promise<Ending> {
    const { signal } = this.stopping;
    const ended = new Promise<Ending>((resolve) => {
      void this.queues.add(key, new Task({ key, content, where: id }, resolve));
    });
    const ending = await Promise.race([ended, untilGiven(signal).then((): Ending => 'left')]);
    if (isDone(ending)) await this.settings.quarantine.remove(id);
    return ending;
  }

  private async knownNumbers(): Promise<readonly number[] | undefined> {
    const known = await this.seen.sequences();
    if (known === undefined) return undefined;
    const aside = await this.settings.quarantine.list();
    return [...known, ...aside.flatMap(({ sequence }) => sequence ?? [])];
  }

  private lookFor(gaps: GapWatch): void {
    if (this.settings.source.isNarrowed === true) return;
    for (const gap of gaps.due(Date.now())) {
      this.settings.onGap(gap);
      this.filler?.fill(gap);
    }
  }
}
