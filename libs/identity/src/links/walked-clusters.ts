import { Injectable } from '@nestjs/common';
import type { Clusters, Position } from '@ibex/kernel';
import { FactLog } from '@ibex/runtime';
import { linkStream } from './domain/link.events';
import { groupsOf } from './grouping.rule';
import { toEdge } from './view/link-edge';
import type { LinkEdge } from './view/link-edge';
import { LinkTable } from './view/link-table';
import { linkAfter } from './view/links.projection';
import type { LinkEndRow } from './view/links.schema';

type EdgeOf = (row: LinkEndRow) => Promise<LinkEdge | undefined>;

const asItStands: EdgeOf = ({ recordRef, other, isLinked, isApart, isSure, weight }) =>
  Promise.resolve({
    refs: [recordRef, other],
    ...{ isLinked: isLinked === 1, isApart: isApart === 1, isSure: isSure === 1 },
    ...(weight === null ? {} : { weight }),
  });

/** Clusters, computed from links and marks at every question: nothing to repair when one of them goes. */
@Injectable()
export class WalkedClusters implements Clusters {
  constructor(
    private readonly table: LinkTable,
    private readonly log: FactLog,
  ) {}

  async membersOf(recordRef: string, before?: Position): Promise<readonly string[]> {
    const edges = await this.around(
      recordRef,
      before === undefined ? asItStands : this.asItStoodBefore(before),
    );
    return groupsOf(edges).find((group) => group.includes(recordRef)) ?? [recordRef];
  }

  /** Every pair among the records that can be reached over links. */
  private async around(recordRef: string, edgeOf: EdgeOf): Promise<readonly LinkEdge[]> {
    const reached = new Set([recordRef]);
    const edges = new Map<string, LinkEdge>();
    let frontier: readonly string[] = [recordRef];
    while (frontier.length > 0) {
      const next = new Set<string>();
      for (const row of await this.table.endsOf(frontier)) {
        if (edges.has(row.linkId)) continue;
        const edge = await edgeOf(row);
        if (!edge) continue;
        edges.set(row.linkId, edge);
        if (edge.isLinked && !reached.has(row.other)) next.add(row.other);
      }
      for (const ref of next) reached.add(ref);
      frontier = [...next];
    }
    return [...edges.values()].filter(({ refs }) => refs.every((ref) => reached.has(ref)));
  }

  /** The table names every pair that ever was one; how it stood then its own facts say. */
  private asItStoodBefore(before: Position): EdgeOf {
    return async ({ linkId }) => {
      const facts = await this.log.readStream(linkStream(linkId));
      const link = linkAfter(facts.filter(({ position }) => position < before));
      return link.phase === 'none' ? undefined : toEdge(link);
    };
  }
}
