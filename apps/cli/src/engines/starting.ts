import type { ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';

/** A first start may fetch packages and jars. */
const START_WITHIN_MS = 300_000;
const KEPT_CHARACTERS = 4_000;

/** Passes what a script says on, and keeps the end of it. */
export const heard = (stream: Readable | null, onSaid: (line: string) => void): (() => string) => {
  let said = '';
  stream?.on('data', (piece: Buffer) => {
    const text = piece.toString();
    said = `${said}${text}`.slice(-KEPT_CHARACTERS);
    for (const line of text.trimEnd().split('\n')) onSaid(line);
  });
  return () => said.trim();
};

/** A promise about a script that is starting; a script that takes too long is ended, and the promise rejects. */
export const within = <T>(
  name: string,
  script: ChildProcess,
  settle: (resolve: (value: T) => void, reject: (fault: Error) => void) => void,
): Promise<T> =>
  new Promise<T>((resolve, reject) => {
    const late = setTimeout(() => {
      script.kill('SIGTERM');
      reject(new Error(`${name} did not start within ${START_WITHIN_MS / 1000} s`));
    }, START_WITHIN_MS);
    const done = (): void => clearTimeout(late);
    settle(
      (value) => {
        done();
        resolve(value);
      },
      (fault) => {
        done();
        reject(fault);
      },
    );
  });
