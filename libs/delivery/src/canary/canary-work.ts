import { SafeLog, WorkShare, asSystem, pause } from '@ibex/runtime';
import { Inject, Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { CLOCKS_GROUP } from '../clocks/clock-work';
import { CanaryBus } from './canary-bus';
import { CanaryOrders } from './canary-orders';
import { CanaryWatch } from './canary-watch';
import { CANARY_SETTINGS } from './canary.settings';
import type { CanarySettings } from './canary.settings';

const NAME = 'canary';
const LONGEST_WAIT_MS = 30_000;
const AFTER_A_FAULT_MS = 1_000;

/** What one turn is made of. */
@Injectable()
export class CanaryParts {
  constructor(
    readonly orders: CanaryOrders,
    readonly watch: CanaryWatch,
    readonly bus: CanaryBus,
  ) {}
}

/** Sends canaries when it is time and sees them arrive, in one process at a time. */
@Injectable()
export class CanaryWork implements OnModuleInit {
  private running: Readonly<{ stopping: AbortController; done: Promise<void> }> | undefined;
  private dueMs = 0;

  constructor(
    private readonly work: WorkShare,
    private readonly parts: CanaryParts,
    private readonly log: SafeLog,
    @Inject(CANARY_SETTINGS) private readonly settings: CanarySettings,
  ) {}

  onModuleInit(): void {
    this.work.offer({
      group: CLOCKS_GROUP,
      names: [NAME],
      start: () => this.start(),
      stop: () => this.stop(),
    });
  }

  private start(): void {
    const stopping = new AbortController();
    this.dueMs = performance.now() + this.settings.everyMs;
    // whoever had this work before may have put one on the bus that nobody read any more
    if (this.settings.everyMs > 0) this.parts.bus.listen();
    this.running = { stopping, done: asSystem(() => this.run(stopping.signal)) };
  }

  private async stop(): Promise<void> {
    this.running?.stopping.abort();
    await this.running?.done;
    await this.parts.bus.stop();
    this.running = undefined;
  }

  private async run(signal: AbortSignal): Promise<void> {
    let failures = 0;
    while (!signal.aborted) {
      try {
        await this.turn(signal);
        failures = 0;
      } catch (error) {
        failures += 1;
        if ((failures & (failures - 1)) === 0)
          this.log.warn('canary-failed', error, { work: NAME, attempts: failures });
        await pause(AFTER_A_FAULT_MS, signal);
      }
    }
  }

  private async turn(signal: AbortSignal): Promise<void> {
    const { orders, watch } = this.parts;
    const { everyMs } = this.settings;
    if (everyMs > 0 && performance.now() >= this.dueMs) {
      this.dueMs = performance.now() + everyMs;
      await orders.send();
    }
    if ((await watch.look(signal)) > 0) return;
    const untilDue = everyMs > 0 ? Math.max(this.dueMs - performance.now(), 1) : LONGEST_WAIT_MS;
    await watch.wait(Math.min(untilDue, LONGEST_WAIT_MS), signal);
  }
}
