import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { median } from './figure';
import type { Figure } from './figure';
import { listenToAll } from './listeners';
import { EXCHANGE, startMeasured } from './measured-process';
import type { MeasuredProcess } from './measured-process';
import { sendAt } from './open-loop';
import { figure, percentile } from './report';
import { tokensIn } from './tokens';
import type { Tokens } from './tokens';

const RUNS = 5;

type Run = Readonly<{ p50: number; p99: number; loopP99: number }>;

const answerTimes = async (exchange: MeasuredProcess, tokens: Tokens): Promise<Run> => {
  exchange.resetDelay();
  const sent = await sendAt(exchange.url, [200, 5], tokens);
  await sleep(300);
  const times = sent.map(({ dueMs, answeredMs }) => answeredMs - dueMs);
  return { p50: percentile(times, 0.5), p99: percentile(times, 0.99), loopP99: exchange.probe().loopP99Ms };
};

/** From when a notice was due to be posted to when the host's event stream gave it. */
const deliveryTimes = async (exchange: MeasuredProcess, tokens: Tokens, desks: Tokens): Promise<number> => {
  const heard = await listenToAll(exchange.url, desks);
  const sent = await sendAt(exchange.url, [100, 5], tokens);
  await sleep(1_500);
  heard.stop();
  const times = sent.map(({ detail, dueMs }) => (heard.at(detail) ?? Number.POSITIVE_INFINITY) - dueMs);
  return percentile(times, 0.99);
};

export const latencyFigures = async (): Promise<readonly Figure[]> => {
  const home = mkdtempSync(join(tmpdir(), 'ibex-bench-'));
  const tokens = await tokensIn(home, 'placing-practitioner');
  const desks = await tokensIn(home, 'duty-desk');
  const exchange = await startMeasured(EXCHANGE, { IBEX_HOME: home, IBEX_LOG_LEVEL: 'error' });
  try {
    await sendAt(exchange.url, [200, 5], tokens);
    const runs: Run[] = [];
    const deliveries: number[] = [];
    for (let run = 0; run < RUNS; run += 1) runs.push(await answerTimes(exchange, tokens));
    for (let run = 0; run < RUNS; run += 1) deliveries.push(await deliveryTimes(exchange, tokens, desks));
    const ofRuns = (pick: (run: Run) => number): number => median(runs.map(pick));
    return [
      figure('answer at 200 notices a second, p50', [ofRuns((run) => run.p50), 'ms'], { under: 8 }),
      figure('answer at 200 notices a second, p99', [ofRuns((run) => run.p99), 'ms'], { under: 40 }),
      figure('event-loop delay meanwhile, p99', [ofRuns((run) => run.loopP99), 'ms'], { under: 20 }),
      figure("post to the host's mailbox and event stream at 100 a second, p99", [median(deliveries), 'ms'], {
        under: 100,
      }),
    ];
  } finally {
    await exchange.stop();
    rmSync(home, { recursive: true, force: true });
  }
};
