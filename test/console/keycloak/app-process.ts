import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

const ROOT = resolve(__dirname, '..', '..', '..');
const AS_SOURCES = resolve(ROOT, 'test', 'support', 'typescript.cjs');

/** A process of its own that runs the sources of an app as they are. */
export class AppProcess {
  private constructor(
    readonly url: string,
    private readonly child: ChildProcess,
  ) {}

  /** Throws with the last of what it said where it does not come up. */
  static async start(app: string, settings: Readonly<Record<string, string>>): Promise<AppProcess> {
    const child = spawn(process.execPath, ['-r', AS_SOURCES, resolve(ROOT, 'apps', app, 'src', 'main.ts')], {
      cwd: ROOT,
      env: { PATH: process.env['PATH'], ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said: string[] = [];
    createInterface({ input: child.stderr }).on('line', (line) => said.push(line));
    const url = await new Promise<string>((found, failed) => {
      createInterface({ input: child.stdout }).on('line', (line) => {
        said.push(line);
        const ready = /ready at (http:\/\/\S+)/.exec(line)?.[1];
        if (ready !== undefined) found(ready);
      });
      child.once('exit', (code) =>
        failed(new Error(`${app} ended with ${String(code)}:\n${said.slice(-20).join('\n')}`)),
      );
    });
    return new AppProcess(url, child);
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    this.child.kill('SIGTERM');
    await once(this.child, 'exit');
  }
}
