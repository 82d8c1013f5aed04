import { Body, Controller, Get, Header, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiStep, Roles, Submitted } from '@ibex/runtime';
import type { Plain, Submission } from '@ibex/runtime';
import { MemberDesk } from './member-desk';
import { MemberListDto, MembershipChangedDto, MembershipReasonDto } from './members.dto';

@ApiTags('authorities')
@Controller('v1/members')
@Roles('operator')
export class MembersController {
  constructor(private readonly members: MemberDesk) {}

  @Get()
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Authorities that read their mailbox here, and those that once did' })
  @ApiOkResponse({ type: MemberListDto })
  list(): Promise<Plain<MemberListDto>> {
    return this.members.list();
  }

  @Post(':gss/joined')
  @ApiOperation({ summary: 'It reads its mailbox here from now on, which begins with what is still live' })
  @ApiStep(MembershipChangedDto)
  joined(
    @Param('gss') gss: string,
    @Body() { reason }: MembershipReasonDto,
    @Submitted() submission: Submission,
  ): Promise<Plain<MembershipChangedDto>> {
    return this.members.change('JoinExchange', { gss, reason }, submission);
  }

  @Post(':gss/left')
  @ApiOperation({ summary: 'It reads its mailbox no longer: from now on its senders tell it by other means' })
  @ApiStep(MembershipChangedDto)
  left(
    @Param('gss') gss: string,
    @Body() { reason }: MembershipReasonDto,
    @Submitted() submission: Submission,
  ): Promise<Plain<MembershipChangedDto>> {
    return this.members.change('LeaveExchange', { gss, reason }, submission);
  }
}
