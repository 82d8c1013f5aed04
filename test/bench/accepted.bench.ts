import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { postFor } from './closed-loop';
import { median } from './figure';
import type { Figure } from './figure';
import { EXCHANGE, dist, startMeasured } from './measured-process';
import { figure } from './report';
import { anyToken, caughtUp, tokensIn } from './tokens';

const RUNS = 5;
const SECONDS = 4;
const WARM_UP_SECONDS = 3;
const BASELINE = dist('test', 'bench', 'baseline.js');

/**
 * Notices accepted a second beside the bare server, runs interleaved. The time that views and mailboxes need to catch
 * up after the last answer counts as part of the run.
 */
export const acceptedFigures = async (): Promise<readonly Figure[]> => {
  const home = mkdtempSync(join(tmpdir(), 'ibex-bench-'));
  const settings = { IBEX_HOME: home, IBEX_LOG_LEVEL: 'error' };
  const tokens = await tokensIn(home, 'placing-practitioner');
  const exchange = await startMeasured(EXCHANGE, settings);
  const bare = await startMeasured(BASELINE, settings);
  try {
    await postFor(bare.url, WARM_UP_SECONDS, tokens);
    await postFor(exchange.url, WARM_UP_SECONDS, tokens);
    const runs = [];
    for (let run = 0; run < RUNS; run += 1) {
      const alone = await postFor(bare.url, SECONDS, tokens);
      const begun = performance.now();
      const full = await postFor(exchange.url, SECONDS, tokens);
      const answered = performance.now();
      await caughtUp(exchange.url, anyToken(tokens), full.lastPosition);
      const seconds = (performance.now() - begun) / 1000;
      const lagMs = performance.now() - answered;
      if (full.refused + alone.refused > 0)
        throw new Error(`${String(full.refused + alone.refused)} requests were refused`);
      runs.push({ bare: alone.accepted / alone.seconds, full: full.accepted / seconds, lagMs });
    }
    const ratio = median(runs.map(({ bare: alone, full }) => full / alone));
    const accepted = median(runs.map(({ full }) => full));
    return [
      figure(
        'notices accepted over HTTP, 32 connections, against the bare server',
        [accepted, 'notices/s'],
        { atLeast: 0.6 },
        ratio,
      ),
      figure(
        'bare server: same guard and checks, empty handler',
        [median(runs.map((r) => r.bare)), 'requests/s'],
        { atLeast: 1 },
      ),
      figure('views and mailboxes behind at the end of a run', [median(runs.map((r) => r.lagMs)), 'ms'], {
        under: 1000,
      }),
    ];
  } finally {
    await Promise.all([exchange.stop(), bare.stop()]);
    rmSync(home, { recursive: true, force: true });
  }
};
