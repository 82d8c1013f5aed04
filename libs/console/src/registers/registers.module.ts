import { Module } from '@nestjs/common';
import { CompletenessController } from './completeness/completeness.controller';
import { DutiesController } from './duties/duties.controller';
import { ElsewhereController } from './elsewhere/elsewhere.controller';
import { FlowsController } from './flows/flows.controller';
import { HomeController } from './home/home.controller';
import { MissingController } from './missing/missing.controller';
import { PlacedHereController } from './placed-here/placed-here.controller';
import { TimelinessController } from './timeliness/timeliness.controller';
import { TrendsController } from './trends/trends.controller';
import { WorklistsController } from './worklists/worklists.controller';

/** Registers, worklists and dashboards: what an authority may see of all its children and of those placed with it. */
@Module({
  controllers: [
    HomeController,
    PlacedHereController,
    ElsewhereController,
    MissingController,
    DutiesController,
    WorklistsController,
    TimelinessController,
    CompletenessController,
    TrendsController,
    FlowsController,
  ],
})
export class RegistersModule {}
