import { Module } from '@nestjs/common';
import { BlockMates } from './block-mates';
import { KnownPeople } from './known-people';
import { Likeness } from './likeness';
import { MatchingReaction } from './matching.reaction';
import { PairBook } from './pair-book';
import { RecordMatching } from './record-matching';
import { TermShares } from './term-shares';

/**
 * Matches records as they are told, in one process at a time. Needs the runtime, IdentitySearchModule, LINK_PROPOSALS,
 * READ_DB and READ_MODELS, and that some process keeps the view `identity-keys`.
 */
@Module({
  providers: [
    ...[KnownPeople, BlockMates, TermShares, Likeness],
    ...[PairBook, RecordMatching, MatchingReaction],
  ],
  exports: [MatchingReaction],
})
export class MatchingModule {}
