import { Inject, Injectable, Optional } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { Position } from '@ibex/kernel';
import { FactLog } from '../decision/fact-log';
import { SafeLog } from '../logging/safe-log';
import { WorkShare } from '../work/work-share';
import { Follower, unknownReaction } from './follower';
import { pause } from './pause';
import type { Reaction } from './reaction';
import { FOLLOWING, FOLLOWING_ALONE } from './subscription.tokens';
import type { Following } from './subscription.tokens';
import { WaitingLine } from './waiting-line';

const LOOK_WHEN_ASKED_MS = 25;
const LOOK_MS = 1_000;

/** `isLeading`: whether this process does the work, or looks how far another has come. `isAside`: it may be late. */
export type ReactionState = Readonly<{
  name: string;
  position: Position | undefined;
  failing: number;
  isLeading: boolean;
  isAside: boolean;
}>;

/** Lets every reaction follow the log in its own time, from its own checkpoint, in whichever process has that work. */
@Injectable()
export class SubscriptionRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly followers = new Map<string, Follower>();
  private readonly waiting = new WaitingLine();
  private readonly closing = new AbortController();
  private asked = new AbortController();
  private looking: Promise<void> | undefined;

  constructor(
    private readonly facts: FactLog,
    private readonly log: SafeLog,
    private readonly share: WorkShare,
    @Optional() @Inject(FOLLOWING) private readonly following: Following = FOLLOWING_ALONE,
  ) {}

  /** Following starts when the application has started and this process has the work. */
  add(reaction: Reaction): void {
    const { name, group } = reaction;
    if (this.followers.has(name)) throw new Error(`two reactions are called ${name}`);
    const { facts, log } = this;
    const { idleCheckpointMs } = this.following;
    const moved = (): void => this.waiting.reached(this.reached());
    const follower = new Follower(reaction, { facts, log, idleCheckpointMs, moved });
    this.followers.set(name, follower);
    this.share.offer({
      group,
      names: [name],
      start: () => follower.start(),
      stop: () => follower.stop(),
    });
  }

  onApplicationBootstrap(): void {
    if (this.following.others) this.looking = this.lookAtOthers();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.closing.abort();
    this.asked.abort();
    this.waiting.dismiss();
    await Promise.all([...this.followers.values()].map((follower) => follower.stop()));
    await this.looking;
  }

  /** Resolves true once every reaction that is not aside has handled everything up to a position; false when the time is up. */
  async caughtUpTo(position: Position, timeoutMs: number): Promise<boolean> {
    if (this.reached() >= position) return true;
    this.asked.abort();
    return this.waiting.wait(position, timeoutMs);
  }

  /** Where one reaction stands now, in whichever process it runs; undefined until it has a checkpoint. */
  async reachedBy(name: string): Promise<Position | undefined> {
    const follower = this.followers.get(name);
    if (!follower) throw unknownReaction(name);
    if (this.following.others) await follower.look();
    return follower.position;
  }

  /** Does something while a reaction stands still here, then lets it go on from its checkpoint. */
  async whilePaused<T>(name: string, work: () => Promise<T>): Promise<T> {
    const follower = this.followers.get(name);
    if (!follower) throw unknownReaction(name);
    return follower.whileStill(work);
  }

  states(): readonly ReactionState[] {
    return [...this.followers.values()].map(({ reaction, position, failing, isLeading }) => ({
      name: reaction.name,
      position,
      failing,
      isLeading,
      isAside: reaction.isAside ?? false,
    }));
  }

  /** Seldom, and often while somebody waits for a position. */
  private async lookAtOthers(): Promise<void> {
    while (!this.closing.signal.aborted) {
      this.asked = new AbortController();
      // a store that is away is told by those who need it; here the last known position stands
      await Promise.allSettled([...this.followers.values()].map((follower) => follower.look()));
      this.waiting.reached(this.reached());
      if (this.waiting.isEmpty) await pause(LOOK_MS, this.asked.signal);
      else await pause(LOOK_WHEN_ASKED_MS, this.closing.signal);
    }
  }

  /** The position that even the slowest reaction has reached, of those that somebody waits for. */
  private reached(): Position {
    let slowest = Number.POSITIVE_INFINITY;
    for (const { reaction, position } of this.followers.values())
      if (!reaction.isAside) slowest = Math.min(slowest, position ?? Number.NEGATIVE_INFINITY);
    return slowest;
  }
}
