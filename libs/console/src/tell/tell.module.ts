import { Module } from '@nestjs/common';
import { AuthoritiesNow } from './authorities-now';
import { CheckController } from './drafts/check.controller';
import { Drafts } from './drafts/drafts';
import { Lookups } from './drafts/lookups';
import { Sending } from './drafts/sending';
import { StepsController } from './drafts/steps.controller';
import { TellHomeController } from './home/home.controller';
import { NoticeReader } from './notices/notice-reader';
import { NoticesController } from './notices/notices.controller';
import { ToldController } from './notices/told.controller';
import { SentController } from './sent/sent.controller';
import { UploadController } from './upload/upload.controller';
import { Uploads } from './upload/uploads';

/** Telling other authorities: question pages, what was sent and what came of it, whole returns. */
@Module({
  controllers: [
    TellHomeController,
    ToldController,
    UploadController,
    SentController,
    NoticesController,
    CheckController,
    StepsController,
  ],
  providers: [AuthoritiesNow, Drafts, Lookups, NoticeReader, Sending, Uploads],
})
export class TellModule {}
