import { Module } from '@nestjs/common';
import { LadderRouter } from '../ladder/ladder-router';
import { JoinedTasks } from '../tasks/joined-tasks';
import { MailboxReaders } from '../tasks/mailbox-readers';
import { OtherMeansTasks } from '../tasks/other-means-tasks';
import { EarlierFacts } from './earlier-facts';
import { FactAddresses } from './fact-addresses';
import { Joining } from './joining';
import { RouterFactory, Routers } from './routers';
import { TellingMailbox } from './telling-mailbox';

/** Fills the mailboxes. A process that is not to route watches from here how far the routers have come. */
@Module({
  providers: [
    EarlierFacts,
    FactAddresses,
    MailboxReaders,
    OtherMeansTasks,
    JoinedTasks,
    Joining,
    TellingMailbox,
    RouterFactory,
    Routers,
    LadderRouter,
  ],
})
export class RouterModule {}
