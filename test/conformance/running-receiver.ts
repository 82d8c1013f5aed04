import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

const LOADER = join(__dirname, '../support/typescript.cjs');

type Child = ChildProcessByStdio<null, Readable, null>;

/** A receiver in a process of its own, which prints its port, or anything else, once it is ready. */
export class RunningReceiver {
  private child: Child | undefined;
  private isStopped = false;
  said = '';

  private constructor(
    private readonly script: string,
    private readonly argumentsWith: (said: string) => readonly string[],
  ) {}

  /** `argumentsWith`: given what it said at its last start, '' at the first, so that it can have its port again. */
  static async start(
    script: string,
    argumentsWith: (said: string) => readonly string[],
  ): Promise<RunningReceiver> {
    const running = new RunningReceiver(join(__dirname, script), argumentsWith);
    await running.begin();
    return running;
  }

  get pid(): number {
    return this.child?.pid ?? 0;
  }

  /** Started again whenever it ends, as by a supervisor. */
  keepUp(): void {
    this.child?.once('exit', () => {
      if (this.isStopped) return;
      void this.begin().then(() => this.keepUp());
    });
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  private async begin(): Promise<void> {
    const given = ['-r', LOADER, this.script, ...this.argumentsWith(this.said)];
    const child = spawn(process.execPath, given, { stdio: ['ignore', 'pipe', 'inherit'] });
    this.child = child;
    const [line] = (await Promise.race([
      once(createInterface({ input: child.stdout }), 'line'),
      once(child, 'exit').then(([code]) => {
        throw new Error(`${this.script} ended with ${String(code)}`);
      }),
    ])) as [string];
    this.said = line;
  }
}
