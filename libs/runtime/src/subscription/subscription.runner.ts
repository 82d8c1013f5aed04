import { Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { Position } from '@ibex/kernel';
import { FactLog } from '../decision/fact-log';
import { SafeLog } from '../logging/safe-log';
import { Follower, unknownReaction } from './follower';
import type { Reaction } from './reaction';
import { WaitingLine } from './waiting-line';

export type ReactionState = Readonly<{ name: string; position: Position | undefined; failing: number }>;

/** Lets every reaction follow the log in its own time, from its own checkpoint. */
@Injectable()
export class SubscriptionRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly followers = new Map<string, Follower>();
  private readonly waiting = new WaitingLine();
  private started = false;

  constructor(
    private readonly facts: FactLog,
    private readonly log: SafeLog,
  ) {}

  /** Following starts when the application has started, or at once where it already has. */
  add(reaction: Reaction): void {
    if (this.followers.has(reaction.name)) throw new Error(`two reactions are called ${reaction.name}`);
    const { facts, log } = this;
    const moved = (): void => this.waiting.reached(this.reached());
    const follower = new Follower(reaction, { facts, log, moved });
    this.followers.set(reaction.name, follower);
    if (this.started) follower.start();
  }

  onApplicationBootstrap(): void {
    this.started = true;
    for (const follower of this.followers.values()) follower.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.waiting.dismiss();
    await Promise.all([...this.followers.values()].map((follower) => follower.stop()));
  }

  /** Resolves true once every reaction has handled everything up to a position; false when the time is up. */
  async caughtUpTo(position: Position, timeoutMs: number): Promise<boolean> {
    return this.reached() >= position || this.waiting.wait(position, timeoutMs);
  }

  /** Does something while a reaction stands still, then lets it go on from its checkpoint. */
  async whilePaused<T>(name: string, work: () => Promise<T>): Promise<T> {
    const follower = this.followers.get(name);
    if (!follower) throw unknownReaction(name);
    await follower.stop();
    try {
      return await work();
    } finally {
      if (this.started) follower.start();
    }
  }

  states(): readonly ReactionState[] {
    return [...this.followers.values()].map(({ reaction, position, failing }) => ({
      name: reaction.name,
      position,
      failing,
    }));
  }

  /** The position that even the slowest reaction has reached. */
  private reached(): Position {
    let slowest = Number.POSITIVE_INFINITY;
    for (const { position } of this.followers.values())
      slowest = Math.min(slowest, position ?? Number.NEGATIVE_INFINITY);
    return slowest;
  }
}
