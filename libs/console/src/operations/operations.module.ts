import { Module } from '@nestjs/common';
import { CalendarController } from './calendar/calendar.controller';
import { CanaryController } from './canary/canary.controller';
import { CompletenessController } from './completeness/completeness.controller';
import { OperationsHomeController } from './home/home.controller';
import { MembersController } from './members/members.controller';
import { ViewsController } from './views/views.controller';

/** How the exchange itself does, for its operator. Nothing of a child comes near these pages. */
@Module({
  controllers: [
    ...[OperationsHomeController, MembersController, CalendarController],
    ...[ViewsController, CanaryController, CompletenessController],
  ],
})
export class OperationsModule {}
