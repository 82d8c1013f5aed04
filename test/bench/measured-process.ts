import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { NODE_FLAGS } from '../../apps/cli/src/exchange/node-flags';

/** Event-loop delay since the last `resetDelay`, memory now and at its peak, processor time of all its threads since the start. */
export type Probe = Readonly<{
  loopP50Ms: number;
  loopP99Ms: number;
  rssMiB: number;
  peakRssMiB: number;
  cpuMs: number;
}>;

export type MeasuredProcess = Readonly<{
  url: string;
  pid: number;
  startedInMs: number;
  probe(): Probe;
  resetDelay(): void;
  stop(): Promise<void>;
}>;

export const dist = (...path: readonly string[]): string => join(__dirname, '..', '..', ...path);
export const EXCHANGE = dist('apps', 'exchange', 'src', 'main.js');
const PRELOAD = join(__dirname, '..', '..', '..', 'test', 'bench', 'preload.cjs');
const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Starts a server script with the probe loaded and waits for its "ready at" line. */
export const startMeasured = async (
  script: string,
  environment: Readonly<Record<string, string>>,
): Promise<MeasuredProcess> => {
  const folder = mkdtempSync(join(tmpdir(), 'ibex-probe-'));
  const file = join(folder, 'probe.json');
  const begun = performance.now();
  const child = spawn(process.execPath, [...NODE_FLAGS, '--require', PRELOAD, script], {
    env: { ...process.env, ...environment, IBEX_PORT: '0', IBEX_BENCH_PROBE: file },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const ready = /ready at (http:\/\/\S+)/.exec(line);
      if (ready?.[1] !== undefined) resolve(ready[1]);
    });
    child.once('exit', (code) => reject(new Error(`${script} ended with ${String(code)}`)));
  });
  // a bench that fails leaves no server behind
  process.once('exit', () => child.kill('SIGKILL'));
  const startedInMs = performance.now() - begun;
  await sleep(600);
  return {
    url,
    pid: child.pid ?? 0,
    startedInMs,
    probe: () => JSON.parse(readFileSync(file, 'utf8')) as Probe,
    resetDelay: () => child.kill('SIGWINCH'),
    stop: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
