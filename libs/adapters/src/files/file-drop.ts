import type {
  AbortSignalLike,
  Authorities,
  BatchChannel,
  BatchedEntry,
  ChannelBatch,
  ChannelOutcome,
  Subscription,
} from '@ibex/kernel';
import { DayFiles } from './day-files';
import { nodeDisk } from './disk';
import type { Disk } from './disk';
import { outcomeOf } from './drop-fault';
import { dropFolder } from './drop-folder';

/** `root`: an existing folder. `publicUrl`: where people reach the exchange, e.g. `https://ibex.example`. */
export type FileDropOptions = Readonly<{ root: string; publicUrl: string; disk?: Disk; timeoutMs?: number }>;

const TIMEOUT_MS = 25_000;

const byDay = (entries: readonly BatchedEntry[]): readonly (readonly [string, readonly BatchedEntry[]])[] =>
  [...new Set(entries.map(({ day }) => day))].map((of) => [of, entries.filter(({ day }) => day === of)]);

// an id is ours and opaque; nothing else of it may reach a path
const shortIdOf = ({ id }: Subscription): string => id.replace(/[^A-Za-z0-9-]/g, '').slice(0, 8);

/** Aborts with the caller's signal, and after a time of its own. */
const endingBy = (timeoutMs: number, signal: AbortSignalLike | undefined): AbortSignal => {
  const controller = new AbortController();
  if (signal?.aborted === true) controller.abort();
  signal?.addEventListener('abort', () => controller.abort(), { once: true });
  return AbortSignal.any([controller.signal, AbortSignal.timeout(timeoutMs)]);
};

const whenAborted = (signal: AbortSignal): Promise<ChannelOutcome> =>
  new Promise((resolve) => {
    const slow = (): void => resolve({ kind: 'later', reason: 'files/cut-off' });
    if (signal.aborted) slow();
    else signal.addEventListener('abort', slow, { once: true });
  });

/** Brings entries to a folder as one CSV file per London day and subscription, for desks that have no system. */
export class FileDrop implements BatchChannel {
  readonly kind = 'file-drop';
  private readonly disk: Disk;
  private readonly files: DayFiles;

  constructor(
    authorities: Pick<Authorities, 'find'>,
    private readonly options: FileDropOptions,
  ) {
    const base = options.publicUrl.replace(/\/+$/, '');
    this.disk = options.disk ?? nodeDisk;
    this.files = new DayFiles(this.disk, {
      authorityName: (gss) => authorities.find(gss)?.name ?? gss,
      toAddress: (link) => base + link,
    });
  }

  async deliver(to: Subscription, batch: ChannelBatch, signal?: AbortSignalLike): Promise<ChannelOutcome> {
    const timeoutMs = this.options.timeoutMs ?? TIMEOUT_MS;
    const lastMs = performance.now() + timeoutMs;
    const ending = endingBy(timeoutMs, signal);
    // by the clock, too: a process that was held still for long may see its timer late
    const mayGoOn = (): boolean => !ending.aborted && performance.now() < lastMs;
    return Promise.race([this.drop(to, batch, mayGoOn).catch(outcomeOf), whenAborted(ending)]);
  }

  private async drop(to: Subscription, batch: ChannelBatch, mayGoOn: () => boolean): Promise<ChannelOutcome> {
    const folder = await dropFolder(this.disk, this.options.root, to);
    await this.files.sweep(folder);
    for (const [day, entries] of byDay(batch.entries)) {
      const name = `ibex-${day}-${shortIdOf(to)}`;
      await this.files.add({ folder, name, entries }, mayGoOn);
    }
    return { kind: 'taken' };
  }
}
