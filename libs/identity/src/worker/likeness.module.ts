import { Module } from '@nestjs/common';
import { BlockMates } from './block-mates';
import { KnownPeople } from './known-people';
import { Likeness } from './likeness';
import { TermShares } from './term-shares';

const parts = [KnownPeople, BlockMates, TermShares, Likeness];

/** Weighs records against whoever is near them. Needs IdentitySearchModule. */
@Module({ providers: parts, exports: parts })
export class LikenessModule {}
