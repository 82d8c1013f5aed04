import { Partition } from './partition';

/** Records of one child, in the order in which they were put. */
export type Group<R> = Readonly<{ child: string; records: readonly R[] }>;

/** FNV-1a: the same child always falls into the same partition. */
const hashOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
};

/**
 * Brings together the records of each child, which a return holds in no order, in memory that does not grow with it:
 * records go to partitions by child, and one partition at a time is read back. One partition alone stays in memory;
 * more of them are temporary files, enciphered under a key that nobody but this process ever holds.
 */
export class RowStore<R extends object> {
  private constructor(private readonly partitions: readonly Partition<R>[]) {}

  static async open<R extends object>(count: number): Promise<RowStore<R>> {
    const many = Array.from({ length: count }, () => Partition.open<R>(count > 1));
    return new RowStore(await Promise.all(many));
  }

  async put(child: string, record: R): Promise<void> {
    await this.partitions[hashOf(child) % this.partitions.length]?.put(child, record);
  }

  /** Every child once, with everything that was put under it. */
  async *groups(): AsyncGenerator<Group<R>> {
    for (const partition of this.partitions) {
      const groups = new Map<string, R[]>();
      for await (const [child, record] of partition.records()) {
        const records = groups.get(child);
        if (records) records.push(record);
        else groups.set(child, [record]);
      }
      for (const [child, records] of groups) yield { child, records };
    }
  }

  /** Deletes whatever was written. To be called in every case. */
  async close(): Promise<void> {
    await Promise.all(this.partitions.map((partition) => partition.close()));
  }
}
