import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { REPOSITORY } from '../../../apps/cli/src/engines/places';
import type { Receivers } from '../../support/receivers/receivers';
import { EXCHANGE, startMeasured } from '../measured-process';
import type { MeasuredProcess } from '../measured-process';
import { tokensIn } from '../tokens';
import type { Tokens } from '../tokens';
import type { Role } from '@ibex/kernel';

export const JUMP_MS = 10 * 60_000;
const JUMPS_WITHIN_MS = 60_000;
const LOOK_MS = 5;
const PRELOAD = join(REPOSITORY, 'test', 'bench', 'delivery', 'moved-clock.cjs');

/** An exchange whose clock can be moved ahead, ten minutes at a time. */
export class MovedExchange {
  private jumps = 0;
  private stopped: Promise<void> | undefined;

  private constructor(
    private readonly home: string,
    private readonly exchange: MeasuredProcess,
  ) {}

  static async start(home: string, receivers: Receivers): Promise<MovedExchange> {
    const exchange = await startMeasured(EXCHANGE, {
      ...{ IBEX_HOME: home, IBEX_LOG_LEVEL: 'error' },
      ...receivers.environment(`--require ${PRELOAD}`),
      ...{ IBEX_BENCH_JUMP_MS: String(JUMP_MS), IBEX_BENCH_JUMPS: join(home, 'jumps') },
    });
    return new MovedExchange(home, exchange);
  }

  get url(): string {
    return this.exchange.url;
  }

  /** Hours by which its clock is ahead of everybody's. */
  get hoursAhead(): number {
    return (this.jumps * JUMP_MS) / 3_600_000;
  }

  /** For now: they live for two hours of its time. */
  tokens(role: Role): Promise<Tokens> {
    const now = (): string => new Date(Date.now() + this.jumps * JUMP_MS).toISOString();
    return tokensIn(this.home, role, { now });
  }

  /** Ten minutes pass, and whatever was to happen meanwhile begins. */
  async jump(): Promise<void> {
    this.jumps += 1;
    process.kill(this.exchange.pid, 'SIGURG');
    const until = performance.now() + JUMPS_WITHIN_MS;
    while (this.jumped() < this.jumps) {
      if (performance.now() > until) throw new Error('the clock of the exchange does not move');
      await pause(LOOK_MS);
    }
  }

  /** In good order; a second time it is stopped already. */
  stop(): Promise<void> {
    this.stopped ??= this.exchange.stop();
    return this.stopped;
  }

  private jumped(): number {
    const file = join(this.home, 'jumps');
    return existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  }
}
