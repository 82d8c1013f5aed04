import { Inject, Injectable } from '@nestjs/common';
import { CLUSTERS, READS_ON_RECORD } from '@ibex/kernel';
import type { Position, ReadsOnRecord } from '@ibex/kernel';
import { asSystem } from '@ibex/runtime';
import { WalkedClusters } from '../walked-clusters';
import type { Reached } from './correction.events';
import type { LinkedSpell } from './link-history.rule';
import { reachedBy } from './reached.rule';
import type { Sides } from './reached.rule';

export type Radius = Readonly<{ sides: Sides; reached: readonly Reached[] }>;

/** Who saw records as one child’s because two of them were linked. */
@Injectable()
export class BlastRadius {
  constructor(
    @Inject(CLUSTERS) private readonly clusters: WalkedClusters,
    @Inject(READS_ON_RECORD) private readonly reads: ReadsOnRecord,
  ) {}

  /** `upTo`: looks after it do not count, e.g. because they have been accounted for. */
  async of(
    linkId: string,
    refs: readonly [string, string],
    { since, until }: LinkedSpell,
    upTo: Position = Number.POSITIVE_INFINITY,
  ): Promise<Radius> {
    const sides = await this.clusters.sidesOf(linkId, refs, until?.position);
    // an authority is told that others looked by the ledger; here the service has to reach every one of them
    const reads = await asSystem(() => this.reads.since(sides.flat(), since.position));
    return {
      sides,
      reached: reachedBy(
        reads.filter(({ position }) => position <= upTo),
        sides,
      ),
    };
  }
}
