import { BEGINNING, IbexError } from '@ibex/kernel';
import type { Position, SubscriptionMessage } from '@ibex/kernel';
import type { FactLog } from '../decision/fact-log';
import type { SafeLog } from '../logging/safe-log';
import type { Reaction } from './reaction';
import { pause } from './pause';

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 10_000;
const BATCH = 500;
/** A checkpoint that moves only past facts of no interest is stored this seldom: repeating those costs nothing. */
const STORE_IDLE_CHECKPOINT_EVERY = 5_000;

export type FollowerPorts = Readonly<{
  facts: FactLog;
  log: SafeLog;
  /** Called whenever the position moved. */
  moved: () => void;
}>;

/** One reaction's way along the log, with its own pace, pauses after failures and end. */
export class Follower {
  private stopping = new AbortController();
  private running: Promise<void> | undefined;
  private stored: Position = BEGINNING;
  private reachedAt: Position | undefined;
  private failures = 0;

  constructor(
    readonly reaction: Reaction,
    private readonly ports: FollowerPorts,
  ) {}

  /** Everything up to here is handled; undefined until the checkpoint was read. */
  get position(): Position | undefined {
    return this.reachedAt;
  }

  /** Failures in a row; 0 while all is well. */
  get failing(): number {
    return this.failures;
  }

  start(): void {
    this.stopping = new AbortController();
    this.running ??= this.follow(this.stopping.signal);
  }

  /** Ends after the batch in hand; a checkpoint held back is stored. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
    this.running = undefined;
    this.reachedAt = undefined;
  }

  private async follow(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await this.followOnce(signal);
        this.failures = 0;
      } catch (error) {
        this.failures += 1;
        this.ports.log.warn('reaction-failed', error, {
          reaction: this.reaction.name,
          attempts: this.failures,
        });
      }
      await pause(pauseAfter(this.failures), signal);
    }
  }

  private async followOnce(signal: AbortSignal): Promise<void> {
    this.stored = await this.reaction.checkpoint();
    this.moveTo(this.stored);
    const options = { after: this.stored, filter: this.reaction.filter, batchSize: BATCH, signal };
    for await (const message of this.ports.facts.subscribe(options)) {
      await this.take(message);
      this.failures = 0;
      if (signal.aborted) break;
      const { gatherMs = 0 } = this.reaction;
      if (gatherMs > 0 && isLive(message)) await pause(gatherMs, signal);
    }
    if (signal.aborted) await this.storeIdleCheckpoint(1);
  }

  private async take(message: SubscriptionMessage): Promise<void> {
    if (message.kind === 'facts') {
      await this.reaction.handle(message.facts, message.position);
      this.stored = message.position;
    }
    this.moveTo(message.position);
    if (message.kind === 'caught-up') await this.storeIdleCheckpoint(STORE_IDLE_CHECKPOINT_EVERY);
  }

  private async storeIdleCheckpoint(atLeast: number): Promise<void> {
    const reached = this.reachedAt ?? this.stored;
    if (reached - this.stored < atLeast) return;
    await this.reaction.handle([], reached);
    this.stored = reached;
  }

  private moveTo(position: Position): void {
    if (this.reachedAt !== undefined && position <= this.reachedAt) return;
    this.reachedAt = position;
    this.ports.moved();
  }
}

const isLive = (message: SubscriptionMessage): boolean =>
  message.kind === 'facts' && message.facts.length < BATCH / 2;

const pauseAfter = (failures: number): number =>
  Math.min(FIRST_PAUSE_MS * 2 ** Math.min(failures, 10), LONGEST_PAUSE_MS);

/** Thrown by callers that look for a reaction that nobody registered. */
export const unknownReaction = (name: string): IbexError =>
  new IbexError('runtime/reaction-unknown', `no reaction is called ${name}`);
