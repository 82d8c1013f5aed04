import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { postFor } from './closed-loop';
import { median } from './figure';
import type { Figure } from './figure';
import { EXCHANGE, startMeasured } from './measured-process';
import type { MeasuredProcess } from './measured-process';
import { figure } from './report';
import { seedLog } from './seed';
import { anyToken, caughtUp, tokensIn } from './tokens';
import type { Tokens } from './tokens';

const SMALL = 10_000;
const LARGE = 1_000_000;
const RUNS = 5;
const SECONDS = 3;

type Sized = Readonly<{ home: string; tokens: Tokens }>;

/** A folder with that many facts and every view built. */
const sized = async (facts: number): Promise<Sized> => {
  const home = mkdtempSync(join(tmpdir(), 'ibex-bench-'));
  await seedLog(home, facts);
  const tokens = await tokensIn(home, 'placing-practitioner');
  const exchange = await start(home);
  await caughtUp(exchange.url, anyToken(tokens), facts - 1);
  await exchange.stop();
  return { home, tokens };
};
const start = (home: string): Promise<MeasuredProcess> =>
  startMeasured(EXCHANGE, { IBEX_HOME: home, IBEX_LOG_LEVEL: 'error' });

const startToReady = async (home: string): Promise<Readonly<{ ms: number; idleMiB: number }>> => {
  const begun = performance.now();
  const exchange = await start(home);
  let ready = exchange.startedInMs;
  for (;;) {
    const answer = await fetch(`${exchange.url}/health/ready`);
    await answer.body?.cancel();
    if (answer.status === 200) break;
    await sleep(20);
    ready = performance.now() - begun;
  }
  await sleep(5_000);
  const { rssMiB } = exchange.probe();
  await exchange.stop();
  return { ms: ready, idleMiB: rssMiB };
};

const acceptedIn = async (exchange: MeasuredProcess, tokens: Tokens): Promise<number> => {
  const begun = performance.now();
  const load = await postFor(exchange.url, SECONDS, tokens);
  await caughtUp(exchange.url, anyToken(tokens), load.lastPosition);
  return (load.accepted * 1000) / (performance.now() - begun);
};

/** Growth, start and memory with a million facts. */
export const sizeFigures = async (): Promise<readonly Figure[]> => {
  const [small, large] = [await sized(SMALL), await sized(LARGE)];
  const starts = [];
  for (let run = 0; run < RUNS; run += 1) starts.push(await startToReady(large.home));
  const [few, many] = [await start(small.home), await start(large.home)];
  try {
    await acceptedIn(few, small.tokens);
    await acceptedIn(many, large.tokens);
    const runs = [];
    for (let run = 0; run < RUNS; run += 1)
      runs.push({ few: await acceptedIn(few, small.tokens), many: await acceptedIn(many, large.tokens) });
    const ratio = median(runs.map((run) => run.many / run.few));
    return [
      figure(
        'accepted at 1,000,000 facts, against 10,000',
        [median(runs.map((run) => run.many)), 'notices/s'],
        { atLeast: 0.9 },
        ratio,
      ),
      figure('start to ready with 1,000,000 facts', [median(starts.map(({ ms }) => ms)) / 1000, 's'], {
        under: 3,
      }),
      figure('idle memory with 1,000,000 facts', [median(starts.map(({ idleMiB }) => idleMiB)), 'MiB'], {
        under: 180,
      }),
    ];
  } finally {
    await Promise.all([few.stop(), many.stop()]);
    for (const { home } of [small, large]) rmSync(home, { recursive: true, force: true });
  }
};
