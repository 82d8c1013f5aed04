import { readFile } from 'node:fs/promises';
import { toEffects } from './effect';
import type { Effect } from './effect';

/** Where the receiver shows what it did. Rejects where it cannot be read now. */
export interface EffectsSource {
  read(): Promise<readonly Effect[]>;
}

const TIMEOUT_MS = 10_000;
const MOST_BYTES = 64 * 1024 * 1024;

const isMissing = (fault: unknown): boolean =>
  typeof fault === 'object' && fault !== null && 'code' in fault && fault.code === 'ENOENT';

/** A file that the receiver appends a line to for each effect. None yet is none done. */
export const effectsInFile = (path: string): EffectsSource => ({
  read: async () => {
    try {
      return toEffects(await readFile(path, 'utf8'));
    } catch (fault) {
      if (isMissing(fault)) return [];
      throw fault;
    }
  },
});

const textOf = async (response: Response): Promise<string> => {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > MOST_BYTES) throw new Error('the list of effects is larger than 64 MiB');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
};

/** An address that answers with every effect so far: JSON lines, or a JSON array. No redirect is followed. */
export const effectsAt = (url: URL): EffectsSource => ({
  read: async () => {
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (response.status !== 200)
      throw new Error(`the list of effects was answered with ${String(response.status)}`);
    const text = await textOf(response);
    return toEffects(text.endsWith('\n') ? text : `${text}\n`);
  },
});
