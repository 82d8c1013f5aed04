import { Global, Module } from '@nestjs/common';
import { NoticeFacts } from '../notices/notice-facts';
import { NoticeReader } from '../notices/notice-reader';
import { NoticeReads } from '../notices/notice-reads';
import { SealedDetails } from './sealed-details';

/**
 * For processes that send or show sealed details. Needs the runtime, MAILBOX, RECORDS, SEALER, ACCESS_POLICY,
 * READ_LEDGER, AUTHORITY_KEYS and DETAIL_SEALER. Where it is missing, whatever is to be sealed is held.
 */
@Global()
@Module({ providers: [NoticeFacts, NoticeReader, NoticeReads, SealedDetails], exports: [SealedDetails] })
export class SealedDetailsModule {}
