import { asSystem } from '../access/reader-context';
import type { SafeLog } from '../logging/safe-log';
import { pause } from '../subscription/pause';
import type { WorkShare } from './work-share';

/** `failed`: what the log calls a look that failed. */
export type RepeatedLook = Readonly<{
  group: string;
  name: string;
  everyMs: number;
  failed: string;
  look: () => Promise<unknown>;
}>;

const lookAgain = async (
  { name, everyMs, failed, look }: RepeatedLook,
  log: SafeLog,
  signal: AbortSignal,
): Promise<void> => {
  let failures = 0;
  while (!signal.aborted) {
    try {
      await look();
      failures = 0;
    } catch (error) {
      failures += 1;
      // at the very first start a view may not be there yet; what stays away is told at the next look
      if (failures > 1) log.warn(failed, error, { work: name, attempts: failures });
    }
    await pause(everyMs, signal);
  }
};

/** Looks again and again as the service itself, in one process at a time, until that process gives the work up. */
export const offerLook = (work: WorkShare, log: SafeLog, repeated: RepeatedLook): void => {
  let running: Readonly<{ stopping: AbortController; done: Promise<void> }> | undefined;
  work.offer({
    ...{ group: repeated.group, names: [repeated.name] },
    start: () => {
      const stopping = new AbortController();
      running = { stopping, done: asSystem(() => lookAgain(repeated, log, stopping.signal)) };
    },
    stop: async () => {
      running?.stopping.abort();
      await running?.done;
      running = undefined;
    },
  });
};
