import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { knownAuthorities } from '@ibex/boroughs';
import { postFor } from './closed-loop';
import type { Figure } from './figure';
import { EXCHANGE, dist, startMeasured } from './measured-process';
import { figure } from './report';
import { anyToken, caughtUp, tokensIn } from './tokens';

const RETURNS = join(__dirname, '..', '..', '..', '..', 'shared', 'data', 'london-returns');
const CLI = dist('apps', 'cli', 'src', 'main.js');
const PRELOAD = join(__dirname, '..', '..', '..', 'test', 'bench', 'preload.cjs');

type Ran = Readonly<{ seconds: number; peakMiB: number }>;

const ibex = async (home: string, ...words: readonly string[]): Promise<Ran> => {
  const probe = join(home, `probe-${words[0] ?? ''}.json`);
  const begun = performance.now();
  const child = spawn(process.execPath, ['--require', PRELOAD, CLI, ...words], {
    env: { ...process.env, IBEX_HOME: home, IBEX_BENCH_PROBE: probe },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`ibex ${words.join(' ')} ended with ${String(code)}`);
  const { peakRssMiB } = JSON.parse(readFileSync(probe, 'utf8')) as { peakRssMiB: number };
  return { seconds: (performance.now() - begun) / 1000, peakMiB: peakRssMiB };
};

const folders = (): readonly (readonly [folder: string, gss: string])[] => {
  const byNumber = new Map(
    knownAuthorities()
      .all()
      .map(({ dfeNumber, gss }) => [dfeNumber, gss]),
  );
  return readdirSync(RETURNS)
    .filter((name) => /^\d{3}-/.test(name))
    .map((name) => [join(RETURNS, name), byNumber.get(name.slice(0, 3)) ?? '']);
};

/** All 33 returns, one after the other, each by the command line into a running exchange, until all views are up to date. */
export const importFigures = async (): Promise<readonly Figure[]> => {
  if (!existsSync(RETURNS))
    return [{ name: 'import of all 33 returns', value: 0, unit: 's', target: 'under 60', met: false }];
  const home = mkdtempSync(join(tmpdir(), 'ibex-bench-'));
  const tokens = await tokensIn(home, 'system-client');
  await ibex(home, 'postcodes', 'load', join(RETURNS, 'postcodes-used.csv'));
  const exchange = await startMeasured(EXCHANGE, { IBEX_HOME: home, IBEX_LOG_LEVEL: 'error' });
  try {
    const begun = performance.now();
    let peak = 0;
    for (const [folder, gss] of folders()) {
      const token = tokens.get(gss) ?? '';
      const ran = await ibex(
        home,
        'import',
        'ssda903',
        '--url',
        exchange.url,
        '--token',
        token,
        '--authority',
        gss,
        folder,
      );
      peak = Math.max(peak, ran.peakMiB);
    }
    // a second of notices behind it: views that have the last of them have the whole import
    const after = await postFor(exchange.url, 1, tokens);
    await caughtUp(exchange.url, anyToken(tokens), after.lastPosition);
    return [
      figure('import of all 33 returns, durable', [(performance.now() - begun) / 1000, 's'], { under: 60 }),
      figure('import: peak memory of the importer', [peak, 'MiB'], { under: 300 }),
      figure('import: peak memory of the exchange', [exchange.probe().peakRssMiB, 'MiB'], { under: 300 }),
    ];
  } finally {
    await exchange.stop();
    rmSync(home, { recursive: true, force: true });
  }
};
