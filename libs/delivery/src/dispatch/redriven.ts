import type { MailboxEntry } from '@ibex/kernel';
import type { Delivered } from './delivered-notes';

type Ports = Readonly<{
  record: (delivered: readonly Delivered[]) => Promise<void>;
  takenAfterAll: (entry: MailboxEntry) => Promise<void>;
}>;

/** Entries that somebody ordered to be sent once more: that they were taken is put on record besides. */
export class Redriven {
  private readonly numbers = new Set<number>();

  constructor(private readonly ports: Ports) {}

  /** Those that are not on their way already. */
  add(entries: readonly MailboxEntry[]): readonly MailboxEntry[] {
    const fresh = entries.filter(({ sequence }) => !this.numbers.has(sequence));
    for (const { sequence } of fresh) this.numbers.add(sequence);
    return fresh;
  }

  has(sequence: number): boolean {
    return this.numbers.has(sequence);
  }

  delete(sequence: number): void {
    this.numbers.delete(sequence);
  }

  async record(delivered: readonly Delivered[]): Promise<void> {
    await this.ports.record(delivered);
    for (const { entry } of delivered)
      if (this.numbers.has(entry.sequence)) await this.ports.takenAfterAll(entry);
  }
}
