import { spawn } from 'node:child_process';

/** Runs a command line of the borough's own by the shell. Rejects when it ends with anything but 0. */
export const commandOf = (command: string) => (): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn('/bin/sh', ['-c', command], { stdio: 'ignore' });
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`the restart command ended with ${String(code)}`));
    });
  });
