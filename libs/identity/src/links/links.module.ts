import { Global, Module } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { CLUSTERS } from '@ibex/kernel';
import { ViewRunner } from '@ibex/runtime';
import { LINK_PROPOSALS } from './link-proposals';
import { LinkOrders } from './record/link-orders';
import { RecordedProposals } from './record/recorded-proposals';
import { LinkTable } from './view/link-table';
import { linksProjection } from './view/links.projection';
import { WalkedClusters } from './walked-clusters';

/** CLUSTERS for whoever shows a child, LINK_PROPOSALS for the matcher. Needs the runtime, RECORDS, RESTRICTIONS and READ_DB. */
@Global()
@Module({
  providers: [
    LinkOrders,
    LinkTable,
    { provide: CLUSTERS, useClass: WalkedClusters },
    { provide: LINK_PROPOSALS, useClass: RecordedProposals },
  ],
  exports: [CLUSTERS, LINK_PROPOSALS, LinkOrders, LinkTable],
})
export class LinksModule implements OnModuleInit {
  constructor(private readonly views: ViewRunner) {}

  onModuleInit(): void {
    this.views.follow(linksProjection);
  }
}
