import { Module } from '@nestjs/common';
import { CaseDoor } from './child/case-door';
import { CasePages } from './child/case-pages';
import { ChildController } from './child/child.controller';
import { ChildReader } from './child/child-reader';
import { PurposeController } from './child/purpose.controller';
import { PurposePage } from './child/purpose.page';
import { AccessesController } from './glass/accesses.controller';
import { GlassController } from './glass/glass.controller';
import { OpenGlasses } from './glass/open-glass';
import { RecordGlassController } from './glass/record-glass.controller';
import { CasePair } from './links/case-pair';
import { LinkDecisionsController } from './links/decisions.controller';
import { LinksController } from './links/links.controller';
import { NotSharedController } from './not-shared/not-shared.controller';
import { KeptSearches } from './search/kept-search';
import { SearchController } from './search/search.controller';
import { CaseFile } from './parts/case-file';
import { WhereaboutsController } from './whereabouts/whereabouts.controller';
import { MashWorklistsController } from './worklists/worklists.controller';

/** Pages of a multi-agency safeguarding hub: search, the child’s page, emergencies, links, worklists. */
@Module({
  controllers: [
    ...[SearchController, GlassController, AccessesController],
    ...[PurposeController, RecordGlassController, ChildController],
    ...[LinksController, LinkDecisionsController],
    ...[WhereaboutsController, NotSharedController, MashWorklistsController],
  ],
  providers: [
    ...[CaseFile, KeptSearches, OpenGlasses],
    ...[PurposePage, CaseDoor, ChildReader, CasePages, CasePair],
  ],
})
export class MashModule {}
