import { Module } from '@nestjs/common';
import { HostResolver } from '../shared/api/host.resolver';
import { PlacementHostController } from './api/placement-host.controller';
import { PlacementController } from './api/placement.controller';
import { SubmitPlacementHandler } from './api/placement.handler';

@Module({
  controllers: [PlacementController, PlacementHostController],
  providers: [SubmitPlacementHandler, HostResolver],
})
export class PlacementModule {}
