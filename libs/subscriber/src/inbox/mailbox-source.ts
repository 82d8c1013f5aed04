import { setTimeout as sleep } from 'node:timers/promises';
import type { NoticeSource, TakeArrival } from '@ibex/kernel';
import { ExchangeRefused } from '../exchange/exchange-faults';
import type { InboxEvent } from '../exchange/inbox-reader';
import { waitAfter } from '../handling/back-off';
import { HEARTBEAT, heartbeatIn } from '../life/heartbeat';
import type { PlaceKept } from '../keeping/place-kept';
import { untilGiven } from '../source/ended';
import { SettledPlace } from './settled-place';

export type MailboxSourceOptions = Readonly<{
  /** Where to go on after a restart. */
  place: PlaceKept;
  /** Own subscription, by id, whose filter narrows what comes; left out: the whole mailbox. */
  subscription?: string;
  /** Called for every outage, and when the place could not be written. */
  onTrouble?: (error: unknown) => void;
}>;

/** What a source does with what it reads. `hand` resolves false once nothing more may be handed over. */
export type Reading = Readonly<{
  hand: (event: InboxEvent) => Promise<boolean>;
  alive: () => void;
  signal: AbortSignal;
}>;

const BACK_OFF = { firstMs: 500, longestMs: 30_000 };
const LANE = 'inbox';

/** The cursor is not one of this mailbox: waiting does not mend that. */
const isBeyondMending = (error: unknown): boolean =>
  error instanceof ExchangeRefused && error.problem === 'inbox/cursor-ahead';

/** Reads the own mailbox over HTTPS, by whichever way, with one checkpoint for all of them. Runs once. */
export abstract class MailboxSource implements NoticeSource {
  readonly isNarrowed: boolean;
  private readonly halted = new AbortController();
  private readonly closed = new AbortController();
  private readonly settledPlace: SettledPlace;
  private after = 0;
  private failures = 0;

  constructor(private readonly options: MailboxSourceOptions) {
    this.isNarrowed = options.subscription !== undefined;
    this.settledPlace = new SettledPlace(options.place, options.onTrouble);
  }

  /** Reads on after a number, hands over what comes, and resolves with the number to go on after. */
  protected abstract read(after: number, reading: Reading): Promise<number>;

  /** Throws ExchangeRefused when the exchange has never given out the place that was kept. */
  async run(take: TakeArrival, alive: () => void = () => undefined): Promise<void> {
    this.after = await this.settledPlace.begin();
    const reading = this.reading(take, alive);
    while (!this.hasHalted()) {
      try {
        const next = await this.read(this.after, reading);
        // what was handed over meanwhile has moved it as well
        this.after = Math.max(this.after, next);
        this.failures = 0;
      } catch (error) {
        await this.afterFault(error);
      }
    }
    await untilGiven(this.closed.signal);
  }

  settled(lane: string, place: number): void {
    if (lane === LANE) this.settledPlace.move(place);
  }

  halt(): void {
    this.halted.abort();
  }

  async close(): Promise<void> {
    this.halt();
    await this.settledPlace.end();
    this.closed.abort();
  }

  private reading(take: TakeArrival, alive: () => void): Reading {
    const hand = async (event: InboxEvent): Promise<boolean> => {
      if (this.hasHalted()) return false;
      if (heartbeatIn(event)) {
        // it has no number of the mailbox, and moves no checkpoint
        await take({ lane: HEARTBEAT, place: 0, where: HEARTBEAT, key: HEARTBEAT, content: { event } });
        return true;
      }
      const place = Number(event['sequence']);
      const where = `${LANE}@${place}`;
      await take({ lane: LANE, place, where, key: String(event['subject']), content: { event } });
      this.after = place;
      this.failures = 0;
      return true;
    };
    return { hand, alive, signal: this.halted.signal };
  }

  private async afterFault(error: unknown): Promise<void> {
    if (this.hasHalted()) return;
    if (isBeyondMending(error)) throw error;
    this.failures += 1;
    this.options.onTrouble?.(error);
    const { signal } = this.halted;
    await sleep(waitAfter(this.failures, BACK_OFF), undefined, { signal }).catch(() => undefined);
  }

  // a method, because it changes while others are awaited
  private hasHalted(): boolean {
    return this.halted.signal.aborted;
  }
}
