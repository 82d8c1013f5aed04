import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { SubscriptionRunner } from '../subscription/subscription.runner';
import { WorkShare } from '../work/work-share';
import { LagWatch } from './lag-watch';
import { Metrics } from './metrics';

const LAG = 'How long a follower has had facts before it that it has not handled; at least so long.';

/** What the followers and leases of this process say of themselves. A follower is told of by the process that leads it. */
@Injectable()
export class RuntimeMetrics implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly subscriptions: SubscriptionRunner,
    private readonly lag: LagWatch,
    private readonly work: WorkShare,
  ) {}

  onModuleInit(): void {
    const { metrics, work } = this;
    metrics.gaugeFrom('ibex_follower_lag_seconds', LAG, ['follower'], () =>
      this.led().flatMap(({ name, position }) => {
        const lagMs = this.lag.lagMs(position);
        return lagMs === undefined ? [] : [{ labels: { follower: name }, value: lagMs / 1_000 }];
      }),
    );
    metrics.gaugeFrom('ibex_follower_failures', 'Failures of a follower in a row.', ['follower'], () =>
      this.led().map(({ name, failing }) => ({ labels: { follower: name }, value: failing })),
    );
    metrics.gaugeFrom('ibex_leases_held', 'Pieces of work of a group done here.', ['group'], () =>
      [...work.held()].map(([group, value]) => ({ labels: { group }, value })),
    );
  }

  private led() {
    return this.subscriptions.states().filter(({ isLeading }) => isLeading);
  }
}
