import { BEGINNING, IbexError } from '@ibex/kernel';
import type { Position, RecordedFact, SubscriptionMessage } from '@ibex/kernel';
import { asSystem } from '../access/reader-context';
import type { FactLog } from '../decision/fact-log';
import type { SafeLog } from '../logging/safe-log';
import { inSpan } from '../tracing/span';
import type { Reaction } from './reaction';
import { pause } from './pause';

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 10_000;
const BATCH = 500;

export type FollowerPorts = Readonly<{
  facts: FactLog;
  log: SafeLog;
  /** A checkpoint that moves only past facts of no interest is stored this seldom: repeating those costs nothing. */
  idleCheckpointMs: number;
  /** Called whenever the position moved. */
  moved: () => void;
}>;

/**
 * One reaction's way along the log, with its own pace, pauses after failures and end. While another process does the
 * work, it only looks how far that one has come.
 */
export class Follower {
  private stopping = new AbortController();
  private running: Promise<void> | undefined;
  private stored: Position = BEGINNING;
  private reachedAt: Position | undefined;
  private failures = 0;
  private isStill = false;
  /** Whether the work is to be done here once the stillness ends: its lease may come or go meanwhile. */
  private isWanted = false;
  private idleTimer: NodeJS.Timeout | undefined;
  /** Handling and storing take turns. */
  private turn: Promise<unknown> = Promise.resolve();

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

  /** Whether the work is done here. */
  get isLeading(): boolean {
    return this.running !== undefined;
  }

  start(): void {
    this.isWanted = true;
    if (this.running || this.isStill) return;
    this.stopping = new AbortController();
    const { signal } = this.stopping;
    this.running = asSystem(() => this.follow(signal));
  }

  /** Ends after the batch in hand; a checkpoint held back is stored. */
  async stop(): Promise<void> {
    this.isWanted = false;
    await this.rest();
  }

  /** Does something while the reaction stands still here; nobody looks at its checkpoint meanwhile. */
  async whileStill<T>(work: () => Promise<T>): Promise<T> {
    this.isStill = true;
    try {
      await this.rest();
      return await work();
    } finally {
      this.isStill = false;
      if (this.isWanted) this.start();
    }
  }

  /** How far the process that does the work has come. Does nothing where that is this one. */
  async look(): Promise<void> {
    if (this.running || this.isStill) return;
    const { reaction } = this;
    const reached = await (reaction.reached ? reaction.reached() : reaction.checkpoint());
    if (this.isLeading) return;
    if (reached === undefined) this.reachedAt = undefined;
    else this.moveTo(reached);
  }

  private async rest(): Promise<void> {
    this.stopping.abort();
    await this.running;
    this.running = undefined;
    this.reachedAt = undefined;
    this.failures = 0;
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
    await this.takeUpCheckpoint();
    const options = { after: this.stored, filter: this.reaction.filter, batchSize: BATCH, signal };
    for await (const message of this.ports.facts.subscribe(options)) {
      await this.take(message);
      this.failures = 0;
      if (signal.aborted) break;
      const { gatherMs = 0 } = this.reaction;
      if (gatherMs > 0 && isLive(message)) await pause(toNextOf(gatherMs), signal);
    }
    if (signal.aborted) await this.storeIdleCheckpoint();
  }

  /** It may stand further back than what was reached here: another process may have built the view anew. */
  private async takeUpCheckpoint(): Promise<void> {
    clearTimeout(this.idleTimer);
    this.idleTimer = undefined;
    await this.turn.catch(() => undefined);
    this.stored = await this.reaction.checkpoint();
    this.reachedAt = undefined;
    this.moveTo(this.stored);
  }

  private async take(message: SubscriptionMessage): Promise<void> {
    if (message.kind === 'facts') await this.handle(message.facts, message.position);
    this.moveTo(message.position);
    if (this.position !== this.stored) this.storeIdleCheckpointLater();
  }

  private storeIdleCheckpointLater(): void {
    this.idleTimer ??= setTimeout(() => {
      // what fails here fails again, and is told, with the next facts
      this.storeIdleCheckpoint().catch(() => undefined);
    }, this.ports.idleCheckpointMs);
  }

  private async storeIdleCheckpoint(): Promise<void> {
    clearTimeout(this.idleTimer);
    this.idleTimer = undefined;
    await this.turn.catch(() => undefined);
    const reached = this.reachedAt ?? this.stored;
    if (reached > this.stored) await this.handle([], reached);
  }

  private handle(facts: readonly RecordedFact[], upTo: Position): Promise<void> {
    const handled = this.turn
      .catch(() => undefined)
      .then(async () => {
        if (upTo <= this.stored && facts.length === 0) return;
        const about = { reaction: this.reaction.name, facts: facts.length };
        await inSpan('reaction', about, () => this.reaction.handle(facts, upTo));
        this.stored = upTo;
      });
    this.turn = handled;
    return handled;
  }

  private moveTo(position: Position): void {
    if (this.reachedAt !== undefined && position <= this.reachedAt) return;
    this.reachedAt = position;
    this.ports.moved();
  }
}

const isLive = (message: SubscriptionMessage): boolean =>
  message.kind === 'facts' && message.facts.length < BATCH / 2;

/** Until the next of the moments that are so far apart for all followers: what they write then shares a commit. */
const toNextOf = (gatherMs: number): number => gatherMs - (performance.now() % gatherMs);

const pauseAfter = (failures: number): number =>
  Math.min(FIRST_PAUSE_MS * 2 ** Math.min(failures, 10), LONGEST_PAUSE_MS);

/** Thrown by callers that look for a reaction that nobody registered. */
export const unknownReaction = (name: string): IbexError =>
  new IbexError('runtime/reaction-unknown', `no reaction is called ${name}`);
