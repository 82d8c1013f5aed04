import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { NODE_FLAGS } from './node-flags';

/** An exchange of our own on loopback, stopped by `stop`. */
export type RunningExchange = Readonly<{ url: string; pid: number; stop(): Promise<void> }>;

const READY = /ready at (http:\/\/\S+)/;
const STOP_GRACE_MS = 10_000;

// Ctrl-C reaches the exchange too: it may be gone, by a signal, before we come to end it
const isGone = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;
const gone = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (isGone(child)) resolve();
    else child.once('exit', () => resolve());
  });

const stop = async (child: ChildProcess): Promise<void> => {
  if (isGone(child)) return;
  child.kill('SIGTERM');
  const hardStop = setTimeout(() => child.kill('SIGKILL'), STOP_GRACE_MS);
  await gone(child);
  clearTimeout(hardStop);
};

/** The exchange's own last words, without its log lines, and the way out where there is one. */
const reasonIn = (words: readonly string[]): string => {
  const said = words.filter((line) => !line.startsWith('{')).slice(-12);
  const isHeld = said.some((line) => line.includes('store/held-by-another-process'));
  const hint = isHeld
    ? ['If that is a running exchange, speak to it: --url http://127.0.0.1:8033 --token …']
    : [];
  return [said.length > 0 ? said.join('\n') : 'the exchange could not start', ...hint].join('\n');
};

/**
 * Starts `apps/exchange` on the stores in `home` and waits until it answers. Port 0 takes any free one.
 * Throws with the exchange's own words when it cannot start (another process holds the stores, damaged file …).
 */
export const startExchange = async (
  home: string,
  port: number,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<RunningExchange> => {
  const main = join(__dirname, '..', '..', '..', 'exchange', 'src', 'main.js');
  const child = spawn(process.execPath, [...NODE_FLAGS, main], {
    env: { ...environment, IBEX_HOME: home, IBEX_PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const words: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => words.push(line));
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const ready = READY.exec(line);
      if (ready?.[1] !== undefined) resolve(ready[1]);
      else words.push(line);
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error(reasonIn(words))));
  });
  return { url, pid: child.pid ?? 0, stop: () => stop(child) };
};
