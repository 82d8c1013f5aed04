import { Global, Module } from '@nestjs/common';
import type { DynamicModule, OnModuleInit } from '@nestjs/common';
import { CLUSTERS } from '@ibex/kernel';
import { ViewRunner } from '@ibex/runtime';
import { BlastRadius } from './correction/blast-radius';
import { Confirmations } from './correction/confirmations';
import { CorrectionOrders } from './correction/correction-orders';
import {
  CORRECTION_SETTINGS,
  CorrectionLook,
  CorrectionWork,
  USUAL_CORRECTIONS,
} from './correction/correction-work';
import type { CorrectionSettings } from './correction/correction-work';
import { LINK_PROPOSALS } from './link-proposals';
import { LinkOrders } from './record/link-orders';
import { RecordedProposals } from './record/recorded-proposals';
import { LinkTable } from './view/link-table';
import { linksProjection } from './view/links.projection';
import { WalkedClusters } from './walked-clusters';

/**
 * CLUSTERS for whoever shows a child, LINK_PROPOSALS for the matcher, and what follows when a link goes. Needs the
 * runtime, RECORDS, RESTRICTIONS, READS_ON_RECORD, MAILBOX and READ_DB.
 */
@Global()
@Module({
  providers: [
    ...[LinkOrders, LinkTable, BlastRadius, CorrectionOrders, Confirmations],
    { provide: CLUSTERS, useClass: WalkedClusters },
    { provide: LINK_PROPOSALS, useClass: RecordedProposals },
  ],
  exports: [CLUSTERS, LINK_PROPOSALS, LinkOrders, LinkTable, BlastRadius, CorrectionOrders, Confirmations],
})
export class LinksModule implements OnModuleInit {
  constructor(private readonly views: ViewRunner) {}

  onModuleInit(): void {
    this.views.follow(linksProjection);
  }
}

/** Tells whoever saw two children as one, once the link between them is gone. For the process that has the clocks. */
@Module({})
export class LinkWorkModule {
  static with(settings: CorrectionSettings = USUAL_CORRECTIONS): DynamicModule {
    return {
      module: LinkWorkModule,
      providers: [CorrectionLook, CorrectionWork, { provide: CORRECTION_SETTINGS, useValue: settings }],
      exports: [CorrectionLook],
    };
  }
}
