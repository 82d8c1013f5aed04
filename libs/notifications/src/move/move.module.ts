import { Module } from '@nestjs/common';
import { MoveCourseController } from './api/move-course.controller';
import { MoveController } from './api/move.controller';
import { SubmitMoveHandler } from './api/move.handler';
import { PlaceResolver } from './api/place.resolver';

/** Routes and the command handler of moves. Runners come from the global runtime module, ports from the app. */
@Module({
  controllers: [MoveController, MoveCourseController],
  providers: [SubmitMoveHandler, PlaceResolver],
})
export class MoveModule {}
