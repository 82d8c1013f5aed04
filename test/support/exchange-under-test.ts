import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { NODE_FLAGS } from '../../apps/cli/src/exchange/node-flags';

const MAIN = join(__dirname, '..', '..', 'dist', 'apps', 'exchange', 'src', 'main.js');

/** A real exchange process, as `npm start` runs it. */
export class ExchangeUnderTest {
  private constructor(
    readonly url: string,
    private readonly child: ChildProcess,
    readonly output: readonly string[],
  ) {}

  /** Throws by name when the build is missing or the process does not come up. */
  static async start(
    home: string,
    environment: Readonly<Record<string, string>> = {},
  ): Promise<ExchangeUnderTest> {
    if (!existsSync(MAIN))
      throw new Error(`the exchange is not built: run "npm run build" first (${MAIN} is missing)`);
    const child = spawn(process.execPath, [...NODE_FLAGS, MAIN], {
      env: { PATH: process.env['PATH'], ...environment, IBEX_HOME: home, IBEX_PORT: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output: string[] = [];
    createInterface({ input: child.stderr }).on('line', (line) => output.push(line));
    const url = await new Promise<string>((resolve, reject) => {
      createInterface({ input: child.stdout }).on('line', (line) => {
        output.push(line);
        const ready = /ready at (http:\/\/\S+)/.exec(line);
        if (ready?.[1] !== undefined) resolve(ready[1]);
      });
      child.once('exit', (code) =>
        reject(new Error(`the exchange ended with ${String(code)}:\n${output.slice(-20).join('\n')}`)),
      );
    });
    return new ExchangeUnderTest(url, child, output);
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** SIGKILL: no handler runs, nothing is flushed. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.end('SIGTERM');
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill(signal);
    await gone;
  }
}
