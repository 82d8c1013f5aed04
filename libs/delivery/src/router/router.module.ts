import { Module } from '@nestjs/common';
import { LadderRouter } from '../ladder/ladder-router';
import { OtherMeansTasks } from '../tasks/other-means-tasks';
import { EarlierFacts } from './earlier-facts';
import { FactAddresses } from './fact-addresses';
import { RouterFactory, Routers } from './routers';

/** Fills the mailboxes. A process that is not to route watches from here how far the routers have come. */
@Module({
  providers: [EarlierFacts, FactAddresses, OtherMeansTasks, RouterFactory, Routers, LadderRouter],
})
export class RouterModule {}
