import type { Cursors } from '@ibex/kernel';

/** Entries after one number, up to and with another. */
export type BatchRange = Readonly<{ after: number; upTo: number }>;

type Named = Readonly<{
  cursors: Pick<Cursors, 'at' | 'move'>;
  /** Under which everything up to it is dealt with. */
  name: string;
  authority: string;
  /** Where to begin the first time. */
  after: number;
}>;

/**
 * How far a subscription has been told, and up to where the batch under way goes. The second is written before anything
 * is sent: whoever goes on after a crash makes the same batch of it, with the same id. Both throw Overtaken as Cursors do.
 */
export class BatchCursors {
  private constructor(
    private readonly named: Named,
    private settled: number,
    private planned: number,
  ) {}

  static async read(named: Named): Promise<BatchCursors> {
    const { cursors, name, authority } = named;
    // in this order: a plan read after another process has gone on would seem to begin where its last one did
    const planned = await cursors.at(planOf(name), authority);
    return new BatchCursors(named, await cursors.at(name, authority), planned);
  }

  get settledUpTo(): number {
    return Math.max(this.settled, this.named.after);
  }

  /** The batch that was decided on and is not known to have been taken. */
  get open(): BatchRange | undefined {
    const after = this.settledUpTo;
    return this.planned > after ? { after, upTo: this.planned } : undefined;
  }

  async plan(upTo: number): Promise<void> {
    const { cursors, name, authority } = this.named;
    await cursors.move(planOf(name), authority, this.planned, upTo);
    this.planned = upTo;
  }

  async settle(upTo: number): Promise<void> {
    const { cursors, name, authority } = this.named;
    await cursors.move(name, authority, this.settled, upTo);
    this.settled = upTo;
  }
}

const planOf = (name: string): string => `batch:${name}`;
