import { Controller, Get, Inject, Optional } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../access/access.decorators';
import { FactLog } from '../decision/fact-log';
import { ProblemError } from '../problems/problem-error';
import { LagWatch } from '../metrics/lag-watch';
import { SubscriptionRunner } from '../subscription/subscription.runner';
import type { ReactionState } from '../subscription/subscription.runner';
import { READY_WITHOUT_LOG } from './health.tokens';

/** Later than this, readers would be shown too old a picture. */
const TOO_LATE_MS = 30_000;
const STORE_PATIENCE_MS = 2_000;

type Health = Readonly<{ status: 'up' }>;
const UP: Health = { status: 'up' };

@ApiExcludeController()
@Public()
@Controller('health')
export class HealthController {
  constructor(
    private readonly log: FactLog,
    private readonly subscriptions: SubscriptionRunner,
    private readonly lag: LagWatch,
    @Optional() @Inject(READY_WITHOUT_LOG) private readonly goesOnWithoutLog = false,
  ) {}

  /** The process answers. */
  @Get('live')
  live(): Health {
    return UP;
  }

  /** The store is open; views may still be catching up. */
  @Get('start')
  async start(): Promise<Health> {
    await this.headInTime();
    return UP;
  }

  /**
   * The store is open and every reaction whose work is done here is well and hardly late. A process that answers from
   * views goes on doing so while the log is away: its views stand where they were.
   */
  @Get('ready')
  async ready(): Promise<Health> {
    const states = this.subscriptions.states();
    const unknown = states.filter(({ position }) => position === undefined);
    if (!this.goesOnWithoutLog) await this.headInTime();
    const behind = this.goesOnWithoutLog ? unknown : states.filter((state) => this.isBehind(state));
    if (behind.length > 0) throw notReady(`Behind or failing: ${behind.map(({ name }) => name).join(', ')}.`);
    return UP;
  }

  private isBehind({ isLeading, isAside, failing, position }: ReactionState): boolean {
    if (!isLeading) return false;
    if (isAside) return failing > 0;
    if (failing > 0 || position === undefined || this.lag.isOlderThanWatch(position)) return true;
    return (this.lag.lagMs(position) ?? Number.POSITIVE_INFINITY) > TOO_LATE_MS;
  }

  private async headInTime(): Promise<number> {
    const patience = AbortSignal.timeout(STORE_PATIENCE_MS);
    return new Promise((resolve, reject) => {
      const late = (): void => reject(notReady('The store does not answer in time.'));
      patience.addEventListener('abort', late, { once: true });
      this.log
        .head()
        .then(resolve, () => reject(notReady('The store is not available.')))
        .finally(() => patience.removeEventListener('abort', late));
    });
  }
}

const notReady = (detail: string): ProblemError =>
  new ProblemError(503, 'not-ready', 'Not ready', detail, { headers: { 'Retry-After': '2' } });
