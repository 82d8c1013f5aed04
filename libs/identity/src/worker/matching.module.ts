import { Module } from '@nestjs/common';
import { LikenessModule } from './likeness.module';
import { MatchingReaction } from './matching.reaction';
import { PairBook } from './pair-book';
import { RecordMatching } from './record-matching';
import { SetAside } from './set-aside';
import { SetAsideMeasure } from './set-aside-measure';

/**
 * Matches records as they are told, in one process at a time. Needs the runtime, IdentitySearchModule, LINK_PROPOSALS,
 * READ_DB and READ_MODELS, and that some process keeps the view `identity-keys`.
 */
@Module({
  imports: [LikenessModule],
  providers: [PairBook, SetAside, SetAsideMeasure, RecordMatching, MatchingReaction],
  exports: [MatchingReaction],
})
export class MatchingModule {}
