import { Inject, Injectable } from '@nestjs/common';
import { READ_MODELS } from '@ibex/kernel';
import type { ReadModels } from '@ibex/kernel';
import { SubscriptionRunner } from '../subscription/subscription.runner';
import type { Projection } from './projection';

/** Keeps views: live, or rebuilt from zero beside the old copy when their rules changed. */
@Injectable()
export class ViewRunner {
  private readonly projections = new Map<string, Projection>();

  constructor(
    private readonly subscriptions: SubscriptionRunner,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
  ) {}

  /** To be called in onModuleInit. */
  follow(projection: Projection): void {
    this.projections.set(projection.schema.name, projection);
  }

  /** Fills a fresh copy from the first fact on, then switches; the old one answers meanwhile. */
  async rebuild(viewName: string): Promise<void> {
    const projection = this.projections.get(viewName);
    if (!projection) throw new Error(`no view is called ${viewName}`);
    await this.subscriptions.caughtUpTo(0, 0);
    const copy = await this.readModels.rebuild(projection.schema);
    await copy.switchOver();
  }
}
