import { Injectable } from '@nestjs/common';
import type { Identifier } from '@ibex/kernel';
import { IDENTIFIERS } from '../keys/identity-digests';
import type { KeyColumns } from '../keys/identity-keys.schema';
import { KeyedRecords } from '../keys/keyed-records';

export type CountedField = Identifier;
const KEPT_MS = 60_000;
const MOST_KEPT = 50_000;

/** How common what records say is, counted where it stands, by digests. Remembered for a minute. */
@Injectable()
export class TermShares {
  private readonly counts = new Map<string, number>();
  private countedAtMs = Number.NEGATIVE_INFINITY;
  private all = 0;

  constructor(private readonly keys: KeyedRecords) {}

  /** How many records there are. */
  async records(): Promise<number> {
    const now = performance.now();
    if (now - this.countedAtMs > KEPT_MS || this.counts.size > MOST_KEPT) {
      this.counts.clear();
      this.all = await this.keys.size();
      this.countedAtMs = now;
    }
    return this.all;
  }

  /** By record: the share of each thing it says. What no record says counts as said once. */
  async of(asked: readonly KeyColumns[]): Promise<readonly ReadonlyMap<CountedField, number>[]> {
    const all = Math.max(1, await this.records());
    await Promise.all(IDENTIFIERS.map((field) => this.count(field, asked)));
    return asked.map(
      (columns) =>
        new Map(
          IDENTIFIERS.map((field) => [field, Math.max(1, this.counts.get(columns[field] ?? '') ?? 0) / all]),
        ),
    );
  }

  private async count(field: CountedField, asked: readonly KeyColumns[]): Promise<void> {
    const digests = asked.flatMap((columns) => columns[field] ?? []);
    const unknown = [...new Set(digests)].filter((digest) => !this.counts.has(digest));
    const counted = await this.keys.sayingSame(field, unknown);
    for (const digest of unknown) this.counts.set(digest, counted.get(digest) ?? 0);
  }
}
