import { Module } from '@nestjs/common';
import { HostResolver } from '../shared/api/host.resolver';
import { courseActions } from './api/missing-course.actions';
import { openingActions } from './api/missing.actions';
import { MissingController } from './api/missing.controller';
import { SubmitMissingHandler } from './api/missing.handler';
import { ReturnInterviewController } from './api/return-interview.controller';

/** What a client may order about a missing episode. */
export const missingActions = [...openingActions, ...courseActions];

@Module({
  controllers: [MissingController, ReturnInterviewController],
  providers: [SubmitMissingHandler, HostResolver],
})
export class MissingModule {}
