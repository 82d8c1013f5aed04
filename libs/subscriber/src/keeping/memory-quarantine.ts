import type { Quarantine, Quarantined } from './quarantine.port';

/** Keeps poison while the process lives: for tests and trials. */
export class MemoryQuarantine implements Quarantine {
  private readonly entries = new Map<string, Quarantined>();

  put(entry: Quarantined): Promise<void> {
    this.entries.set(entry.id, entry);
    return Promise.resolve();
  }

  list(): Promise<readonly Quarantined[]> {
    return Promise.resolve([...this.entries.values()]);
  }

  remove(id: string): Promise<void> {
    this.entries.delete(id);
    return Promise.resolve();
  }
}
