import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
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

/** What follows when a link goes. Needs LinksModule, READS_ON_RECORD and MAILBOX. */
@Module({
  providers: [BlastRadius, CorrectionOrders, Confirmations],
  exports: [BlastRadius, CorrectionOrders, Confirmations],
})
export class CorrectionsModule {}

/** Tells whoever saw two children as one, once the link between them is gone. For the process that keeps the views. */
@Module({})
export class LinkWorkModule {
  static with(settings: CorrectionSettings = USUAL_CORRECTIONS): DynamicModule {
    return {
      module: LinkWorkModule,
      imports: [CorrectionsModule],
      providers: [CorrectionLook, CorrectionWork, { provide: CORRECTION_SETTINGS, useValue: settings }],
      exports: [CorrectionLook],
    };
  }
}
