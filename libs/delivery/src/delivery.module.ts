import { Module } from '@nestjs/common';
import { Pulse } from './heartbeat/pulse';
import { ReaderSignsModule } from './heartbeat/reader-signs.module';
import { AcknowledgementController } from './inbox/acknowledgement.controller';
import { Acknowledgements } from './inbox/acknowledgements';
import { EventStreamController } from './inbox/event-stream.controller';
import { ReadingRights } from './inbox/reading-rights';
import { EventStreams } from './inbox/event-streams';
import { Inbox } from './inbox/inbox';
import { InboxController } from './inbox/inbox.controller';
import { InboxSubscriptions } from './inbox/inbox-subscriptions';
import { InboxMessages } from './inbox/inbox-messages';
import { Actions } from './ladder/actions';
import { ActionsController, ThreadController } from './ladder/answers.controller';
import { CursorEvidence } from './ladder/cursor-evidence';
import { DeliveryLog } from './ladder/delivery-log';
import { DeliveryRecorder } from './ladder/delivery-recorder';
import { EntryOrders } from './ladder/entry-orders';
import { QueryThreads } from './ladder/query-threads';
import { Recipients } from './ladder/recipients';
import { ThreadReader } from './ladder/thread-reader';
import { NoticeFacts } from './notices/notice-facts';
import { NoticeLocator } from './notices/notice-locator';
import { NoticeOpenings } from './notices/notice-openings';
import { NoticeReader } from './notices/notice-reader';
import { NoticeReads } from './notices/notice-reads';
import { NoticesController } from './notices/notices.controller';
import { HeldDeliveries } from './sealing/held-deliveries';
import { InboxPayloads } from './sealing/inbox-payloads';
import { RouterModule } from './router/router.module';
import { OwnStanding } from './standing/own-standing';
import { StandingController } from './standing/standing.controller';
import { StandingView } from './standing/standing-view';
import { LetterMaker } from './tasks/letter-maker';
import { OpenedTasks } from './tasks/opened-tasks';
import { SenderLetters } from './tasks/sender-letters';
import { SenderTasks } from './tasks/sender-tasks';
import { TaskList } from './tasks/task-list';
import { TaskProofs } from './tasks/task-proofs';
import { TasksController } from './tasks/tasks.controller';
import { TasksView } from './tasks/tasks-view';

const ladder = [
  DeliveryLog,
  DeliveryRecorder,
  CursorEvidence,
  Recipients,
  HeldDeliveries,
  EntryOrders,
  Actions,
  QueryThreads,
  ThreadReader,
];
const inbox = [
  Inbox,
  InboxSubscriptions,
  InboxMessages,
  InboxPayloads,
  EventStreams,
  ReadingRights,
  Pulse,
  Acknowledgements,
  OwnStanding,
  StandingView,
];
const notices = [NoticeFacts, NoticeReader, NoticeReads, NoticeLocator, NoticeOpenings];
const tasks = [TaskProofs, TasksView, TaskList, OpenedTasks, LetterMaker, SenderLetters, SenderTasks];

/** From a fact to those who are told of it. Needs the runtime, an adapter of every port, boroughs, identity, access. */
@Module({
  imports: [RouterModule, ReaderSignsModule],
  controllers: [
    EventStreamController,
    InboxController,
    StandingController,
    AcknowledgementController,
    ActionsController,
    ThreadController,
    NoticesController,
    TasksController,
  ],
  providers: [...ladder, ...inbox, ...notices, ...tasks],
})
export class DeliveryModule {}
