import { Global, Module } from '@nestjs/common';
import { READ_LEDGER } from '@ibex/kernel';
import { RecordedReads } from './recorded-reads';

/** READ_LEDGER for every route that shows something of a child. Needs the runtime, CLOCK, IDS and DIGESTS. */
@Global()
@Module({
  providers: [{ provide: READ_LEDGER, useClass: RecordedReads }],
  exports: [READ_LEDGER],
})
export class LedgerModule {}
