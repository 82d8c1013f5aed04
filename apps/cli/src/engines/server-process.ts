import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { memoryOf } from './memory-of';
import { builtFile } from './places';

export type ServerPlan = Readonly<{
  /** For people, and for the name of the log: `relay-1`. */
  name: string;
  script: string;
  args?: readonly string[];
  nodeFlags?: readonly string[];
  environment: Readonly<Record<string, string>>;
  /** What it prints goes here, one start after the other. */
  logFile: string;
  /** The line that says it is up; its first group is where. */
  ready: RegExp;
  /** Asked until it answers 200; left out: the line is enough. */
  readyUrl?: string;
  startWithinMs: number;
}>;

const BEAT_MS = 25;
const STOP_GRACE_MS = 15_000;
const LAST_LINES = 20;

const isGone = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null;
const gone = (child: ChildProcess): Promise<void> =>
  isGone(child) ? Promise.resolve() : new Promise((resolve) => child.once('exit', () => resolve()));

const answersOk = (url: string): Promise<boolean> =>
  fetch(url, { signal: AbortSignal.timeout(3_000) }).then(
    async (answer) => {
      await answer.body?.cancel();
      return answer.status === 200;
    },
    () => false,
  );

/** A Node program that serves, as a process of ours: started, killed, started again at the same address. */
export class ServerProcess {
  private child: ChildProcess | undefined;
  private address = '';
  private logFrom = 0;

  constructor(private readonly plan: ServerPlan) {}

  get name(): string {
    return this.plan.name;
  }

  get logFile(): string {
    return this.plan.logFile;
  }

  /** Where it said that it listens. */
  get url(): string {
    return this.address;
  }

  /** 0 while it is not there. */
  get pid(): number {
    return this.isRunning ? (this.child?.pid ?? 0) : 0;
  }

  get isRunning(): boolean {
    return this.child !== undefined && !isGone(this.child);
  }

  /** Resident memory in bytes; 0 while it is not there. */
  rssBytes(): number {
    return memoryOf(this.pid).now;
  }

  /** The most it has had since its last start; 0 where the system does not tell. */
  peakRssBytes(): number {
    return memoryOf(this.pid).peak;
  }

  /** Resolves once it is ready. Throws with the last lines of its log when it ends or takes too long. */
  async start(): Promise<void> {
    if (this.isRunning) return;
    const { script, args = [], nodeFlags = [], environment, logFile } = this.plan;
    this.logFrom = existsSync(logFile) ? statSync(logFile).size : 0;
    const log = openSync(logFile, 'a', 0o600);
    const guard = builtFile('apps', 'cli', 'src', 'engines', 'end-with-parent.js');
    try {
      // a group of its own: Ctrl-C in a terminal reaches the launcher alone, which ends the others in order
      this.child = spawn(process.execPath, [...nodeFlags, '--require', guard, script, ...args], {
        env: environment,
        stdio: ['ignore', log, log, 'ipc'],
        detached: true,
      });
    } finally {
      closeSync(log);
    }
    await this.untilReady(this.child);
  }

  /** Resolves once it is gone; one that does not go within 15 seconds of SIGTERM is made to. */
  async kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const { child } = this;
    if (!child || isGone(child)) return;
    child.kill('SIGCONT');
    child.kill(signal);
    const hardStop = setTimeout(() => child.kill('SIGKILL'), STOP_GRACE_MS);
    await gone(child);
    clearTimeout(hardStop);
  }

  /** Holds it where it is, until `thaw`. */
  freeze(): void {
    this.child?.kill('SIGSTOP');
  }

  thaw(): void {
    this.child?.kill('SIGCONT');
  }

  async restart(signal: 'SIGKILL' | 'SIGTERM' = 'SIGTERM'): Promise<void> {
    await this.kill(signal);
    await this.start();
  }

  /** What it printed since its last start. */
  log(): string {
    return existsSync(this.plan.logFile)
      ? readFileSync(this.plan.logFile).subarray(this.logFrom).toString('utf8')
      : '';
  }

  private async untilReady(child: ChildProcess): Promise<void> {
    const until = performance.now() + this.plan.startWithinMs;
    const failed: { cause?: Error } = {};
    child.once('error', (cause) => (failed.cause = cause));
    while (!(await this.isReady())) {
      if (failed.cause) throw failed.cause;
      if (isGone(child)) throw this.fault(`ended with ${String(child.exitCode ?? child.signalCode)}`);
      if (performance.now() > until) {
        child.kill('SIGKILL');
        await gone(child);
        throw this.fault(`was not ready within ${this.plan.startWithinMs / 1000} s`);
      }
      await pause(BEAT_MS);
    }
  }

  private async isReady(): Promise<boolean> {
    const { ready, readyUrl } = this.plan;
    if (!this.isRunning || !this.findAddress(ready)) return false;
    return readyUrl === undefined || answersOk(readyUrl);
  }

  private findAddress(ready: RegExp): boolean {
    const found = ready.exec(this.log())?.[1];
    if (found !== undefined) this.address = found;
    return found !== undefined;
  }

  private fault(what: string): Error {
    const said = this.log().trimEnd().split('\n').slice(-LAST_LINES).join('\n');
    return new Error(`${this.name} ${what}. The end of its log:\n${said}`);
  }
}
