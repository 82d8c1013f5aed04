import { Global, Module } from '@nestjs/common';
import { DESK_CONTACTS, ESCALATION_LADDERS } from '@ibex/kernel';
import { DesksController } from './desks.controller';
import { OwnDesks } from './own-desks';
import { RecordedDesks } from './recorded-desks';

/** Whom each authority wants told of its late duties. Needs the log and the sealer. */
@Global()
@Module({
  providers: [
    RecordedDesks,
    { provide: ESCALATION_LADDERS, useExisting: RecordedDesks },
    { provide: DESK_CONTACTS, useExisting: RecordedDesks },
  ],
  exports: [RecordedDesks, ESCALATION_LADDERS, DESK_CONTACTS],
})
export class DesksModule {}

/** The routes with which an authority keeps its desks. */
@Module({ imports: [DesksModule], controllers: [DesksController], providers: [OwnDesks] })
export class DeskRoutesModule {}
