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
type Edges = ReadonlyMap<string, LinkEdge>;
type End = Readonly<{ linkId: string; other: string; edge: LinkEdge }>;

const asItStands: EdgeOf = ({ recordRef, other, isLinked, isApart, isSure, weight }) =>
  Promise.resolve({
    refs: [recordRef, other],
    ...{ isLinked: isLinked === 1, isApart: isApart === 1, isSure: isSure === 1 },
    ...(weight === null ? {} : { weight }),
  });

const groupWith = (recordRef: string, edges: Edges): readonly string[] =>
  groupsOf([...edges.values()]).find((group) => group.includes(recordRef)) ?? [recordRef];

/** Clusters, computed from links and marks at every question: nothing to repair when one of them goes. */
@Injectable()
export class WalkedClusters implements Clusters {
  constructor(
    private readonly table: LinkTable,
    private readonly log: FactLog,
  ) {}

  async membersOf(recordRef: string, before?: Position): Promise<readonly string[]> {
    return groupWith(recordRef, await this.around(recordRef, before));
  }

  /** What two linked records bring together: the records on the one side and on the other, were they kept apart. */
  async sidesOf(
    linkId: string,
    [a, b]: readonly [string, string],
    before?: Position,
  ): Promise<readonly [readonly string[], readonly string[]]> {
    const edges = new Map([...(await this.around(a, before)), ...(await this.around(b, before))]);
    edges.set(linkId, { refs: [a, b], isLinked: false, isApart: true, isSure: false });
    return [groupWith(a, edges), groupWith(b, edges)];
  }

  /** Every pair among the records that can be reached over links. */
  private async around(recordRef: string, before: Position | undefined): Promise<Edges> {
    const edgeOf = before === undefined ? asItStands : this.asItStoodBefore(before);
    const reached = new Set<string>();
    const edges = new Map<string, LinkEdge>();
    let frontier: readonly string[] = [recordRef];
    while (frontier.length > 0) {
      for (const ref of frontier) reached.add(ref);
      const ends = await this.endsOf(frontier, edgeOf);
      for (const { linkId, edge } of ends) edges.set(linkId, edge);
      const linked = ends.filter(({ edge }) => edge.isLinked).map(({ other }) => other);
      frontier = [...new Set(linked)].filter((ref) => !reached.has(ref));
    }
    return new Map([...edges].filter(([, { refs }]) => refs.every((ref) => reached.has(ref))));
  }

  private async endsOf(refs: readonly string[], edgeOf: EdgeOf): Promise<readonly End[]> {
    const rows = await this.table.endsOf(refs);
    const ends = rows.map(async (row) => {
      const edge = await edgeOf(row);
      return edge ? [{ linkId: row.linkId, other: row.other, edge }] : [];
    });
    return (await Promise.all(ends)).flat();
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
