import { Global, Module } from '@nestjs/common';
import { READER_SIGNS } from '@ibex/kernel';
import { ReadersSeen } from './readers-seen';

/** READER_SIGNS for whoever shows how authorities receive. Global: mailboxes are read in one place, shown in another. */
@Global()
@Module({
  providers: [ReadersSeen, { provide: READER_SIGNS, useExisting: ReadersSeen }],
  exports: [ReadersSeen, READER_SIGNS],
})
export class ReaderSignsModule {}
