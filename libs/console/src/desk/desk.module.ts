import { Module } from '@nestjs/common';
import { HandOverController } from './hand-over/hand-over.controller';
import { InboxController } from './inbox/inbox.controller';
import { LiveController } from './live/live.controller';
import { MissingFormsController } from './missing/missing-forms.controller';
import { AnswerFormsController } from './notice/answer-forms.controller';
import { NoticeController } from './notice/notice.controller';
import { PlacementReplyController } from './placement/reply.controller';

/** The duty desk: the inbox, what is done about a notice, the hand-over. */
@Module({
  controllers: [
    ...[InboxController, LiveController, HandOverController],
    ...[NoticeController, AnswerFormsController, MissingFormsController, PlacementReplyController],
  ],
})
export class DeskModule {}
