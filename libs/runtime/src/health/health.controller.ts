import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../access/access.decorators';
import { FactLog } from '../decision/fact-log';
import { ProblemError } from '../problems/problem-error';
import { SubscriptionRunner } from '../subscription/subscription.runner';

/** Further behind than this, readers would be shown too old a picture. */
const REACH = 10_000;
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

  /** The store is open and every reaction is well and within reach of the log's head. */
  @Get('ready')
  async ready(): Promise<Health> {
    const head = await this.headInTime();
    const behind = this.subscriptions
      .states()
      .filter(({ position, failing }) => failing > 0 || position === undefined || head - position > REACH);
    if (behind.length > 0) throw notReady(`Behind or failing: ${behind.map(({ name }) => name).join(', ')}.`);
    return UP;
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
