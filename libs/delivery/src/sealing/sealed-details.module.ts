import { Global, Module } from '@nestjs/common';
import { NoticeFacts } from '../notices/notice-facts';
import { NoticeReader } from '../notices/notice-reader';
import { SealedDetails } from './sealed-details';

/**
 * For processes that send or show sealed details. Needs the runtime, MAILBOX, RECORDS, SEALER, ACCESS_POLICY,
 * AUTHORITY_KEYS and DETAIL_SEALER. Where it is missing, whatever is to be sealed is held.
 */
@Global()
@Module({ providers: [NoticeFacts, NoticeReader, SealedDetails], exports: [SealedDetails] })
export class SealedDetailsModule {}
