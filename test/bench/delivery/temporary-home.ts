import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for an exchange; `remove` it when it has stopped. Where the bench ends before that it goes, too. */
export const temporaryHome = (): Readonly<{ home: string; remove: () => void }> => {
  const home = mkdtempSync(join(tmpdir(), 'ibex-bench-'));
  const remove = (): void => rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  process.once('exit', remove);
  return { home, remove };
};
