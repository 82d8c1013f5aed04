import { Injectable } from '@nestjs/common';
import { KeyedRecords } from '../keys/keyed-records';

/** A block with more says too little, and is left to the record's other blocks. */
export const MOST_IN_BLOCK = 400;
/** Who shares most blocks comes first; two records of one child share several. */
const MOST_MATES = 300;
const MOST_REMEMBERED = 20_000;

/** Finds who shares blocks with a record. */
@Injectable()
export class BlockMates {
  /** Blocks that were too large once: they do not become small again. */
  private readonly large = new Set<string>();

  constructor(private readonly keys: KeyedRecords) {}

  /** For each record, by its blocks: references of others, those with most in common first. */
  async of(blocks: ReadonlyMap<string, readonly string[]>): Promise<ReadonlyMap<string, readonly string[]>> {
    const holders = await this.holdersOf([...new Set([...blocks.values()].flat())]);
    return new Map(
      [...blocks].map(([ref, digests]) => [
        ref,
        mostShared(
          digests.map((digest) => holders.get(digest) ?? []),
          ref,
        ),
      ]),
    );
  }

  /** Whether there are blocks and none of them is small enough to tell anything, as far as was looked. */
  areTooLarge(blocks: readonly string[]): boolean {
    return blocks.length > 0 && blocks.every((digest) => this.large.has(digest));
  }

  private async holdersOf(digests: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const asked = digests.filter((digest) => !this.large.has(digest));
    const sizes = await this.keys.sizesOf(asked);
    for (const [digest, size] of sizes) if (size > MOST_IN_BLOCK) this.remember(digest);
    const shared = [...sizes].filter(([, size]) => size <= MOST_IN_BLOCK).map(([digest]) => digest);
    const holders = new Map<string, string[]>();
    for (const { digest, recordRef } of await this.keys.underBlocks(shared)) {
      const known = holders.get(digest);
      if (known) known.push(recordRef);
      else holders.set(digest, [recordRef]);
    }
    return holders;
  }

  private remember(digest: string): void {
    if (this.large.size >= MOST_REMEMBERED) this.large.clear();
    this.large.add(digest);
  }
}

const mostShared = (held: readonly (readonly string[])[], self: string): readonly string[] => {
  const shared = new Map<string, number>();
  for (const refs of held)
    for (const ref of refs) if (ref !== self) shared.set(ref, (shared.get(ref) ?? 0) + 1);
  return [...shared]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, MOST_MATES)
    .map(([ref]) => ref);
};
