import { FACT_PLACES, SEALER } from '@ibex/kernel';
import type { Sealer } from '@ibex/kernel';
import { DEFINITIONS, ViewRunner } from '@ibex/runtime';
import type { Definitions } from '@ibex/runtime';
import { Global, Inject, Module } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { chronologyParts } from './child-chronology/child-chronology.parts';
import { ChronologyPlaces } from './child-chronology/chronology-places';
import { ChronologyController } from './child-chronology/child-chronology.controller';
import { ChronologyQuery } from './child-chronology/child-chronology.query';
import { commandsProjection } from './commands/commands.projection';
import { CommandLedgerModule } from './commands/command-ledger.module';
import { ChannelsStatus } from './completeness/channels-status';
import { StatusController } from './completeness/status.controller';
import { StatusQuery } from './completeness/status.query';
import { DutiesController } from './duties/duties.controller';
import { DutiesQuery } from './duties/duties.query';
import { LateDuties } from './duties/late-duties';
import { MissingEpisodesController } from './open-missing-episodes/open-missing-episodes.controller';
import { MissingEpisodesQuery } from './open-missing-episodes/open-missing-episodes.query';
import { MissingEpisodesShowing } from './open-missing-episodes/open-missing-episodes.showing';
import { PlacedElsewhereController } from './our-children-elsewhere/our-children-elsewhere.controller';
import { ElsewhereCountsQuery } from './our-children-elsewhere/elsewhere-counts.query';
import { PlacedElsewhereQuery } from './our-children-elsewhere/our-children-elsewhere.query';
import { PlacedElsewhereShowing } from './our-children-elsewhere/our-children-elsewhere.showing';
import { projections, unsealingProjections } from './projections';
import { PlacedHereController } from './register-placed-here/register-placed-here.controller';
import { PlacedHereQuery } from './register-placed-here/register-placed-here.query';
import { PlacedHereShowing } from './register-placed-here/register-placed-here.showing';
import { RiskPictureController } from './risk-picture/risk-picture.controller';
import { pictureParts } from './risk-picture/risk-picture.parts';
import { RiskPictureQuery } from './risk-picture/risk-picture.query';
import { ChildrenShown } from './shared/children/child-shown';
import { Freshness } from './shared/freshness';
import { Completeness } from './shared/postings/completeness';
import { Feeds } from './shared/postings/feeds';
import { ViewAnswers } from './shared/view-answers';
import { PublishedTrends } from './trends/published-trends';
import { TrendCounts } from './trends/trend-counts';
import { TrendsController } from './trends/trends.controller';
import { TrendsQuery } from './trends/trends.query';
import { ToldReaches } from './what-we-told/told-reach';
import { WhatWeToldController } from './what-we-told/what-we-told.controller';
import { WhatWeToldQuery } from './what-we-told/what-we-told.query';
import { WhatWeToldShowing } from './what-we-told/what-we-told.showing';
import { WorklistRows } from './worklists/worklist-rows';
import { WorklistsController } from './worklists/worklists.controller';
import { WorklistsQuery } from './worklists/worklists.query';
import { USUAL_WORKLIST_SETTINGS, WORKLIST_SETTINGS } from './worklists/worklists.settings';
import { WorklistsShowing } from './worklists/worklists.showing';

const questions = [
  ChronologyQuery,
  DutiesQuery,
  MissingEpisodesQuery,
  ElsewhereCountsQuery,
  PlacedElsewhereQuery,
  PlacedHereQuery,
  RiskPictureQuery,
  StatusQuery,
  TrendsQuery,
  WhatWeToldQuery,
  WorklistsQuery,
];
const showings = [
  ...chronologyParts,
  ...pictureParts,
  MissingEpisodesShowing,
  PlacedElsewhereShowing,
  PlacedHereShowing,
  ToldReaches,
  WhatWeToldShowing,
  WorklistRows,
  WorklistsShowing,
];

/** Every view, followed from the log, and the routes that answer from them. Global: delivery asks where facts stand. */
@Global()
@Module({
  imports: [CommandLedgerModule],
  controllers: [
    ChronologyController,
    DutiesController,
    MissingEpisodesController,
    PlacedElsewhereController,
    PlacedHereController,
    RiskPictureController,
    StatusController,
    TrendsController,
    WhatWeToldController,
    WorklistsController,
  ],
  providers: [
    ...questions,
    ...showings,
    ChannelsStatus,
    ChildrenShown,
    Completeness,
    Feeds,
    Freshness,
    LateDuties,
    PublishedTrends,
    TrendCounts,
    ViewAnswers,
    { provide: WORKLIST_SETTINGS, useValue: USUAL_WORKLIST_SETTINGS },
    { provide: FACT_PLACES, useClass: ChronologyPlaces },
  ],
  exports: [...questions, FACT_PLACES],
})
export class ProjectionsModule implements OnModuleInit {
  constructor(
    private readonly views: ViewRunner,
    @Inject(DEFINITIONS) private readonly definitions: Definitions,
    @Inject(SEALER) private readonly sealer: Sealer,
  ) {}

  onModuleInit(): void {
    // the ledger's module follows its own
    for (const projection of projections(this.definitions))
      if (projection !== commandsProjection) this.views.follow(projection);
    for (const projection of unsealingProjections(this.definitions, this.sealer))
      this.views.follow(projection);
  }
}
