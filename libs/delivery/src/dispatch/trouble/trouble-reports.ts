import { fromEpochMs, toEpochMs } from '@ibex/kernel';
import type { Clock, EndpointTrouble, Subscription, Subscriptions } from '@ibex/kernel';
import type { SafeLog } from '@ibex/runtime';
import type { FeedState } from '../feed.ports';

/** `afterMs`: so long a receiver may fail before its authority is told; then again every so many hours. */
export type TroubleSettings = Readonly<{ afterMs: number; againAfterHours: number }>;
export const USUAL_TROUBLE: TroubleSettings = { afterMs: 3_600_000, againAfterHours: 24 };

/** Whether it was told within the last day stands on record, not here: asked again so often. */
const ASK_EVERY_MS = 15 * 60_000;

type Ports = Readonly<{
  subscriptions: Pick<Subscriptions, 'troubled' | 'recovered' | 'pauseOver'>;
  clock: Clock;
  settings: TroubleSettings;
  log: SafeLog;
}>;

/** Has it put on record, and its authority told, that a receiver fails for long, or does no more; ends pauses in time. */
export class TroubleReports {
  private readonly askedMs = new Map<string, number>();
  private readonly overFor = new Map<string, string>();

  constructor(private readonly ports: Ports) {}

  /** `open`: all that there are. `states`: of those that are brought out here. */
  async look(open: readonly Subscription[], states: readonly FeedState[]): Promise<void> {
    const byId = new Map(states.map((state) => [state.subscriptionId, state]));
    for (const subscription of open) {
      try {
        await this.lookAt(subscription, byId.get(subscription.id));
      } catch (error) {
        this.ports.log.warn('trouble-not-reported', error, { work: subscription.id });
      }
    }
    const ids = new Set(open.map(({ id }) => id));
    for (const known of [this.askedMs, this.overFor])
      for (const id of known.keys()) if (!ids.has(id)) known.delete(id);
  }

  private async lookAt(subscription: Subscription, state: FeedState | undefined): Promise<void> {
    if (subscription.state === 'paused') return this.lookAtPaused(subscription);
    if (state?.phase === 'failing') return this.lookAtFailing(subscription, state);
    return state?.phase === 'well' && state.hasTaken === true ? this.recovered(subscription) : undefined;
  }

  private async lookAtFailing(subscription: Subscription, { failing, waiting }: FeedState): Promise<void> {
    if (!failing || failing.forMs < this.ports.settings.afterMs) return;
    const { reason, attempts, forMs } = failing;
    await this.report(subscription, { since: this.ago(forMs), reason, attempts, waiting });
  }

  /** Of those only the ones that the receiver itself has stopped are trouble. */
  private async lookAtPaused(subscription: Subscription): Promise<void> {
    const { id, pausedUntil, isReceiverGone = false } = subscription;
    if (pausedUntil !== undefined && pausedUntil <= this.ports.clock.now())
      await this.ports.subscriptions.pauseOver?.(id);
    if (!isReceiverGone) return;
    const since = subscription.trouble?.since ?? this.ports.clock.now();
    await this.report(subscription, { since, reason: 'subscription/receiver-gone', attempts: 1, waiting: 0 });
  }

  private async report({ id }: Subscription, trouble: EndpointTrouble): Promise<void> {
    const nowMs = performance.now();
    if (nowMs - (this.askedMs.get(id) ?? Number.NEGATIVE_INFINITY) < ASK_EVERY_MS) return;
    await this.ports.subscriptions.troubled?.(id, trouble, this.ports.settings.againAfterHours);
    this.askedMs.set(id, nowMs);
  }

  /** The list trails the log: it may say for a moment longer that there is trouble. */
  private async recovered({ id, trouble }: Subscription): Promise<void> {
    if (!trouble || this.overFor.get(id) === trouble.since) return;
    await this.ports.subscriptions.recovered?.(id);
    this.overFor.set(id, trouble.since);
    this.askedMs.delete(id);
  }

  private ago(ms: number): string {
    return fromEpochMs(Math.round(toEpochMs(this.ports.clock.now()) - ms));
  }
}
