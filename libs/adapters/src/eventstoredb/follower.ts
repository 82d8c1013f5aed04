import { StoreUnavailable } from '@ibex/kernel';
import type { Position, RecordedFact, SubscribeOptions, SubscriptionMessage } from '@ibex/kernel';
import { faultOf, isPassing, unavailable } from './client-faults';
import type { Connection } from './connection';
import type { FrameQueue } from './frame-queue';
import type { LogReader } from './log-reader';
import { BackOff } from './pauses';
import { Place } from './place';
import { subscribeRequest } from './requests';
import { toServerFilter } from './server-filter';
import type { Stop } from './stop';

const DEFAULT_BATCH = 256;
/** Events the server looks through between two checkpoints: many while it reads the log, one at a time live. */
const WINDOW_BEHIND = 512;
const WINDOW_LIVE = 1;
/** Servers before 23.10 do not say when a reader has caught up; after this silence it is asked in small windows. */
const SILENCE_MS = 1000;
/** Breaks without progress after which a read that ends by itself gives up. */
const MOST_BREAKS = 2;

type Log = Readonly<{ connection: Connection; reader: LogReader }>;
type Phase = Readonly<{ window: number; goal: Position; silenceMs: number | undefined }>;

type Step = Readonly<{ isDone: boolean; breaks: number }>;

const LIVE: Phase = { window: WINDOW_LIVE, goal: Infinity, silenceMs: undefined };

type Taken = 'none' | 'taken' | 'over';

/** Live facts are handed over as soon as nothing more waits; behind the head a batch is filled first. */
const isDue = (taken: Taken, phase: Phase): boolean =>
  taken === 'over' || (taken === 'none' && phase === LIVE);

/** One reader's way through the log: by reading up to its head, then live, and again from there after every break. */
export class Follower {
  private readonly place: Place;
  private readonly batchSize: number;
  private readonly backOff = new BackOff();
  private queue: FrameQueue | undefined;

  constructor(
    private readonly log: Log,
    private readonly options: SubscribeOptions,
    private readonly stop: Stop,
  ) {
    this.place = new Place(options.after, options.filter ?? {});
    this.batchSize = options.batchSize ?? DEFAULT_BATCH;
    stop.onStop(() => this.queue?.cancel());
  }

  /** Everything behind the position, then what comes, until it is stopped. Throws StoreUnavailable when refused. */
  async *messages(): AsyncGenerator<SubscriptionMessage> {
    try {
      while (!this.stop.isStopped) yield* this.untilBreak();
    } finally {
      this.leave();
    }
  }

  /** Everything behind the position up to what is the head when it gets there. */
  async *factsToHead(): AsyncGenerator<readonly RecordedFact[]> {
    try {
      let step: Step = { isDone: false, breaks: 0 };
      while (!step.isDone && !this.stop.isStopped) step = yield* this.towardsHead(step.breaks);
    } finally {
      this.leave();
    }
  }

  private async *untilBreak(): AsyncGenerator<SubscriptionMessage> {
    try {
      this.stop.owe(true);
      yield* this.catchUp(await this.log.reader.head());
      this.stop.owe(false);
      yield* this.phase(LIVE);
    } catch (error) {
      this.stop.owe(false);
      if (this.stop.isStopped) return;
      if (!isPassing(error)) throw unavailable(faultOf(error));
      await this.stop.sleep(this.backOff.next());
    }
  }

  private async *towardsHead(breaks: number): AsyncGenerator<readonly RecordedFact[], Step> {
    const before = this.place.resume;
    this.stop.owe(true);
    const goal = await this.log.reader.head();
    if (this.place.hasReached(goal)) return { isDone: true, breaks };
    try {
      for await (const message of this.catchUp(goal)) if (message.kind === 'facts') yield message.facts;
      return { isDone: false, breaks: 0 };
    } catch (error) {
      const inVain = this.place.resume > before ? 0 : breaks + 1;
      if (!isPassing(error) || inVain > MOST_BREAKS) throw unavailable(faultOf(error));
      await this.stop.sleep(this.backOff.next());
      return { isDone: false, breaks: inVain };
    }
  }

  private async *catchUp(goal: Position): AsyncGenerator<SubscriptionMessage> {
    const isFirst = this.place.told === undefined;
    if (goal > this.place.resume) {
      yield* this.phase({ window: WINDOW_BEHIND, goal, silenceMs: SILENCE_MS });
      if (!this.place.hasReached(goal) && !this.stop.isStopped)
        yield* this.phase({ window: WINDOW_LIVE, goal, silenceMs: this.log.connection.deadlineMs });
    }
    if (this.stop.isStopped) return;
    this.backOff.reset();
    const position = this.place.reach(goal);
    if (!isFirst && position === this.place.told) return;
    yield* this.stop.given<SubscriptionMessage>({ kind: 'caught-up', position: this.place.tell(position) });
  }

  /** One subscription on the server, from where the reader is. */
  private async *phase(phase: Phase): AsyncGenerator<SubscriptionMessage> {
    if (this.stop.isStopped) return;
    await this.open(phase.window);
    try {
      yield* this.frames(phase);
    } finally {
      this.queue?.cancel();
    }
  }

  /** Hands over facts as they come, until this phase has done what it is for; no fact taken is left behind. */
  private async *frames(phase: Phase): AsyncGenerator<SubscriptionMessage> {
    const facts: RecordedFact[] = [];
    while (!this.stop.isStopped) {
      const taken = this.takeFrame(phase, facts);
      if (facts.length >= this.batchSize || isDue(taken, phase)) yield* this.handOver(facts);
      if (taken === 'over') return;
      if (taken === 'none' && !(yield* this.rest(phase, facts))) return;
    }
  }

  /** When nothing waits: tells what was passed over, or waits. False when this phase ends without having been cut. */
  private async *rest(phase: Phase, facts: RecordedFact[]): AsyncGenerator<SubscriptionMessage, boolean> {
    if (yield* this.passedOver(phase)) return true;
    const ended = await this.wait(phase);
    if (ended === undefined) return true;
    yield* this.handOver(facts);
    if (ended === 'silence') return false;
    throw ended;
  }

  private takeFrame(phase: Phase, facts: RecordedFact[]): Taken {
    const frame = this.queue?.takeNow();
    if (!frame) return 'none';
    const fact = this.place.take(frame);
    if (fact) facts.push(fact);
    if (frame.hasCaughtUp() && phase !== LIVE) this.place.reach(phase.goal);
    return this.place.hasReached(phase.goal) || frame.hasFellBehind() ? 'over' : 'taken';
  }

  /** Tells the reader how far facts were passed over, so that its checkpoint moves although nothing matched. */
  private async *passedOver(phase: Phase): AsyncGenerator<SubscriptionMessage, boolean> {
    const passed = phase === LIVE ? await this.place.passed(() => this.log.reader.head()) : undefined;
    if (passed === undefined) return false;
    yield* this.stop.given<SubscriptionMessage>({ kind: 'caught-up', position: this.place.tell(passed) });
    return true;
  }

  private *handOver(facts: RecordedFact[]): Generator<SubscriptionMessage> {
    const position = facts.at(-1)?.position;
    if (position === undefined || this.stop.isStopped) return;
    const handed = { kind: 'facts', facts: facts.splice(0), position: this.place.tell(position) } as const;
    yield* this.stop.given<SubscriptionMessage>(handed);
  }

  /** Waits for the next frame; otherwise says why none will come. */
  private async wait({ silenceMs }: Phase): Promise<'silence' | Error | undefined> {
    const { queue } = this;
    try {
      if (await queue?.hasNext(silenceMs)) return undefined;
    } catch (error) {
      return error as Error;
    }
    if (queue?.isOver !== true || this.stop.isStopped) return 'silence';
    return new StoreUnavailable('store/unreachable', 'the event store ended the subscription');
  }

  private async open(window: number): Promise<void> {
    const filter = toServerFilter(this.options.filter ?? {});
    const queue = await this.log.connection.subscribe(subscribeRequest(this.place.resume, filter, window));
    this.queue = queue;
    if (this.stop.isStopped) queue.cancel();
  }

  private leave(): void {
    this.queue?.cancel();
    this.stop.end();
  }
}
