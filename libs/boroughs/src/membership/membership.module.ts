import { Global, Module } from '@nestjs/common';
import { MEMBERSHIPS } from '@ibex/kernel';
import { MemberDesk } from './member-desk';
import { MembersController } from './members.controller';
import { MembershipRecords } from './membership-records';
import { RecordedMemberships } from './recorded-memberships';

/** MEMBERSHIPS for whoever routes; keeps AUTHORITIES in step with the log. Needs the runtime and BoroughsModule. */
@Global()
@Module({
  providers: [RecordedMemberships, { provide: MEMBERSHIPS, useExisting: RecordedMemberships }],
  exports: [RecordedMemberships, MEMBERSHIPS],
})
export class MembershipModule {}

/** Where the operator takes authorities in and lets them go. Needs SEALER too. */
@Module({
  imports: [MembershipModule],
  controllers: [MembersController],
  providers: [MemberDesk, MembershipRecords],
})
export class MembershipRoutesModule {}
