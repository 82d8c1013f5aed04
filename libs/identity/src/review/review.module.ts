import { Module } from '@nestjs/common';
import { CorrectionsModule } from '../links/corrections.module';
import { Rationales } from '../links/record/rationales';
import { CaseDesk } from './case-desk';
import { CaseList } from './case-list';
import { CaseOrders } from './case-orders';
import { CaseReader } from './case-reader';
import { CaseReads } from './case-reads';
import { CaseSight } from './case-sight';
import { LinksController } from './links.controller';
import { MarkDesk } from './mark-desk';
import { MarksController } from './marks.controller';
import { RadiusReader } from './radius-reader';
import { SideShown } from './side-shown';
import { SpellShown } from './spell-shown';

/** Where people decide on links. Needs LinksModule, ACCESS_POLICY, RESTRICTIONS, READ_LEDGER, READS_ON_RECORD, MAILBOX, SEALER. */
@Module({
  imports: [CorrectionsModule],
  controllers: [LinksController, MarksController],
  providers: [
    CaseDesk,
    CaseList,
    CaseOrders,
    MarkDesk,
    CaseReader,
    CaseReads,
    CaseSight,
    RadiusReader,
    Rationales,
    SideShown,
    SpellShown,
  ],
})
export class LinkRoutesModule {}
