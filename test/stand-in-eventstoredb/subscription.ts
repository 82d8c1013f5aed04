import type { ServiceError } from '@grpc/grpc-js';
import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb';
import {
  caughtUpFrame,
  checkpointFrame,
  confirmationFrame,
  eventFrame,
  fellBehindFrame,
  filterOf,
  nameOf,
} from './frames';
import type { StoredEvent } from './log-book';
import type { Node } from './node';
import { send } from './read-call';
import type { ReadCall } from './read-call';
import { refusals } from './refusals';

const DEFAULT_WINDOW = 32;
/** Events a live subscriber may be behind before the server goes back to reading the log for it. */
const MOST_LIVE = 256;
const TURN = 64;

/** One catch-up subscription: from a position on, then live, with a checkpoint after each window of events. */
export class Subscription {
  private readonly passes: (event: StoredEvent) => boolean;
  private readonly stream: string | undefined;
  private readonly checkpointEvery: number;
  private next: number;
  private passedSinceCheckpoint = 0;
  private isLive = false;
  private earlier: StoredEvent | undefined;
  private ended: ServiceError | undefined;

  constructor(
    private readonly node: Node,
    private readonly call: ReadCall,
    options: ReadReq.Options,
  ) {
    const filter = options.getFilter();
    this.passes = filterOf(filter);
    const named = options.getStream();
    this.stream = named && nameOf(named.getStreamIdentifier());
    const window = filter?.hasMax() === true ? filter.getMax() : DEFAULT_WINDOW;
    this.checkpointEvery = filter ? window * Math.max(filter.getCheckpointintervalmultiplier(), 1) : Infinity;
    this.next = this.startOf(options);
  }

  async run(): Promise<ServiceError | undefined> {
    const kill = (): void => {
      this.ended = refusals.notReady();
    };
    this.node.book.changes.on('kill-subscriptions', kill);
    try {
      await send(this.call, confirmationFrame());
      while (this.isOpen()) await this.step();
      return this.ended;
    } finally {
      this.node.book.changes.off('kill-subscriptions', kill);
    }
  }

  private isOpen(): boolean {
    return !this.ended && !this.call.cancelled && !this.call.destroyed;
  }

  private startOf(options: ReadReq.Options): number {
    const all = options.getAll();
    if (all?.hasEnd() === true || options.getStream()?.hasEnd() === true) return this.node.book.log.length;
    const position = all?.getPosition();
    // A position is where the subscriber has got to: what it asks for begins behind it.
    return position ? this.node.book.indexFrom(Number(position.getCommitPosition()) + 1) : 0;
  }

  private async step(): Promise<void> {
    const behind = this.node.book.log.length - this.next;
    if (behind === 0) return this.atEnd();
    if (this.isLive && behind > MOST_LIVE) {
      this.isLive = false;
      if (!this.node.faults.checkpointsOnly) await this.say(fellBehindFrame());
    }
    for (let taken = 0; taken < Math.min(behind, TURN) && this.isOpen(); taken += 1) {
      const event = this.node.book.log[this.next];
      this.next += 1;
      if (event) await this.deliver(event);
    }
  }

  private async atEnd(): Promise<void> {
    if (!this.isLive) {
      this.isLive = true;
      if (!this.node.faults.checkpointsOnly) await this.say(caughtUpFrame());
      return;
    }
    const { changes } = this.node.book;
    await new Promise<void>((resolve) => {
      const wake = (): void => {
        changes.off('grown', wake).off('kill-subscriptions', wake);
        this.call.off('cancelled', wake).off('close', wake);
        resolve();
      };
      changes.on('grown', wake).on('kill-subscriptions', wake);
      this.call.on('cancelled', wake).on('close', wake);
    });
  }

  private async deliver(event: StoredEvent): Promise<void> {
    this.passedSinceCheckpoint += 1;
    const wanted = this.stream === undefined ? this.passes(event) : event.stream === this.stream;
    if (wanted) await this.hand(event);
    if (this.passedSinceCheckpoint < this.checkpointEvery) return;
    this.passedSinceCheckpoint = 0;
    await this.say(checkpointFrame(event.position));
  }

  private async hand(event: StoredEvent): Promise<void> {
    await this.say(eventFrame(event));
    if (this.node.faults.duplicates) {
      await this.say(eventFrame(event));
      if (this.earlier) await this.say(eventFrame(this.earlier));
    }
    this.earlier = event;
  }

  private say(frame: ReadResp): Promise<void> | undefined {
    return send(this.call, frame);
  }
}
