import { Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import { BEGINNING, IbexError, Overtaken } from '@ibex/kernel';
import type { Position } from '@ibex/kernel';
import { SafeLog } from '../logging/safe-log';
import { SubscriptionRunner } from '../subscription/subscription.runner';
import type { AnyProjection } from './projection';
import { ViewBuilder } from './view-builder';
import type { ViewCopy } from './view-builder';

/** Views that turn out to need building within this time share one pass over the log. */
const GATHER_MS = 20;
/** A view may be this much behind: a desk does not notice, and the disk is free for the log. */
const GATHER_LIVE_MS = 25;
/** How often a copy is brought up to the log again, because whoever keeps the live one was quicker. */
const MOST_RACES = 100;
type Asked = Readonly<{ projection: AnyProjection; done: (built: Promise<void>) => void }>;

/** Keeps views: live, or rebuilt from zero beside the old copy, which answers until the new one is switched in. */
@Injectable()
export class ViewRunner implements BeforeApplicationShutdown {
  private readonly projections = new Map<string, AnyProjection>();
  private readonly stopping = new AbortController();
  private asked: Asked[] = [];

  constructor(
    private readonly subscriptions: SubscriptionRunner,
    private readonly builder: ViewBuilder,
    private readonly log: SafeLog,
  ) {}

  /** To be called in onModuleInit. A view that was never built, or by other rules, is built from zero first. */
  follow(projection: AnyProjection): void {
    const { name } = projection.schema;
    this.projections.set(name, projection);
    this.subscriptions.add({
      name: reactionOf(name),
      group: 'views',
      filter: projection.filter,
      gatherMs: GATHER_LIVE_MS,
      checkpoint: async () => (await this.builder.checkpoint(projection)) ?? (await this.built(projection)),
      reached: () => this.builder.checkpoint(projection),
      handle: (facts, upTo) => this.builder.follow(projection, facts, upTo),
    });
  }

  get names(): readonly string[] {
    return [...this.projections.keys()];
  }

  /**
   * Fills a fresh copy from the first fact on, then switches, in whichever process is asked. Throws IbexError
   * `runtime/view-unknown`; Overtaken when the process that keeps the view was quicker again and again.
   */
  async rebuild(viewName: string): Promise<void> {
    const projection = this.projections.get(viewName);
    if (!projection) throw new IbexError('runtime/view-unknown', `no view is called ${viewName}`);
    await this.withCopies([projection], async (copies) => {
      const behind = await this.builder.fill(copies, BEGINNING, this.stopping.signal);
      // the last stretch with the live copy standing still, so that the new one starts no earlier than it ended
      await this.subscriptions.whilePaused(reactionOf(viewName), () => this.finish(copies, behind));
    });
  }

  beforeApplicationShutdown(): void {
    this.stopping.abort();
  }

  private async built(projection: AnyProjection): Promise<Position> {
    await new Promise<void>((resolve) => {
      this.asked.push({ projection, done: resolve });
      if (this.asked.length === 1) setTimeout(() => this.buildAsked(), GATHER_MS);
    });
    return (await this.builder.checkpoint(projection)) ?? BEGINNING;
  }

  private buildAsked(): void {
    const asked = this.asked;
    this.asked = [];
    const projections = asked.map(({ projection }) => projection);
    const built = this.withCopies(projections, (copies) => this.finish(copies, BEGINNING));
    for (const { done } of asked) done(built);
  }

  /** Another process may keep the live copy: one that has gone further is not put back, but run after. */
  private async finish(copies: readonly ViewCopy[], after: Position): Promise<void> {
    let [left, reached] = [copies, after];
    for (let race = 1; left.length > 0; race += 1) {
      reached = await this.builder.fill(left, reached, this.stopping.signal);
      left = await this.switched(left, { reached, isLast: race === MOST_RACES });
    }
  }

  /** Those that are behind the live copy. */
  private async switched(
    copies: readonly ViewCopy[],
    { reached, isLast }: Readonly<{ reached: Position; isLast: boolean }>,
  ): Promise<readonly ViewCopy[]> {
    const switching = copies.map(async (copy) => {
      try {
        await copy.write([], reached); // an empty log too leaves a view that is built
        await copy.switchOver();
        return [];
      } catch (error) {
        if (isLast || !(error instanceof Overtaken)) throw error;
        return [copy];
      }
    });
    return (await Promise.all(switching)).flat();
  }

  private async withCopies<T>(
    projections: readonly AnyProjection[],
    work: (copies: readonly ViewCopy[]) => Promise<T>,
  ): Promise<T> {
    const copies = await Promise.all(projections.map((each) => this.builder.startCopy(each)));
    const startedAt = performance.now();
    try {
      const result = await work(copies);
      const durationMs = Math.round(performance.now() - startedAt);
      for (const view of projections) this.log.info('view-built', { view: view.schema.name, durationMs });
      return result;
    } catch (error) {
      await Promise.allSettled(copies.map((copy) => copy.abandon()));
      throw error;
    }
  }
}

const reactionOf = (viewName: string): string => `view:${viewName}`;
