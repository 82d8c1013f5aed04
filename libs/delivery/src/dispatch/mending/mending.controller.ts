import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Reader } from '@ibex/kernel';
import { ApiStep, CurrentReader, Roles, Submitted } from '@ibex/runtime';
import type { Plain, Submission } from '@ibex/runtime';
import { MendingDesk } from './mending-desk';
import {
  AsideListDto,
  AsideQuery,
  RedriveAnswerDto,
  RedriveDto,
  ReplayAnswerDto,
  ReplayDto,
} from './mending.dto';

@ApiTags('subscriptions')
@Controller('v1/subscriptions/:id')
@Roles('duty-desk', 'governance', 'system-client')
export class MendingController {
  constructor(private readonly desk: MendingDesk) {}

  @Get('set-aside')
  @ApiOperation({ summary: 'Entries that your receiver refused again and again; they are in your mailbox' })
  @ApiOkResponse({ type: AsideListDto })
  aside(
    @CurrentReader() reader: Reader,
    @Param('id') id: string,
    @Query() { after = 0 }: AsideQuery,
  ): Promise<Plain<AsideListDto>> {
    return this.desk.aside(reader, id, after);
  }

  @Post('set-aside/redrive')
  @ApiOperation({ summary: 'Send entries once more that were set aside: some, or all' })
  @ApiStep(RedriveAnswerDto)
  redrive(
    @Param('id') id: string,
    @Body() dto: RedriveDto,
    @Submitted() submission: Submission,
  ): Promise<Plain<RedriveAnswerDto>> {
    return this.desk.redrive(id, dto, submission);
  }

  @Post('replay')
  @ApiOperation({ summary: 'Send history again, with the same ids, while what is new goes on' })
  @ApiStep(ReplayAnswerDto)
  replay(
    @Param('id') id: string,
    @Body() dto: ReplayDto,
    @Submitted() submission: Submission,
  ): Promise<Plain<ReplayAnswerDto>> {
    return this.desk.replay(id, dto, submission);
  }
}
