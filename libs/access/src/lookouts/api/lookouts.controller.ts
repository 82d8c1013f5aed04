import { Body, Controller, Get, Header, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Reader } from '@ibex/kernel';
import {
  ApiIdempotencyKey,
  ApiStep,
  CurrentReader,
  Roles,
  SubmissionAnswerBody,
  Submitted,
} from '@ibex/runtime';
import type { Plain, Submission, SubmissionAnswer } from '@ibex/runtime';
import { LookoutDesk } from './lookout-desk';
import { LookoutList } from './lookout-list';
import { LookoutDto, LookoutListDto, LookoutShownDto } from './lookouts.dto';

@ApiTags('access')
@Controller('v1/lookouts')
@Roles('placing-practitioner', 'duty-desk', 'mash', 'governance')
export class LookoutsController {
  constructor(
    private readonly desk: LookoutDesk,
    private readonly lookouts: LookoutList,
  ) {}

  @Get()
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Restricted children that are missing: what you asked others, and were asked' })
  @ApiOkResponse({ type: LookoutListDto })
  async list(@CurrentReader() reader: Reader): Promise<Plain<LookoutListDto>> {
    return { lookouts: await this.lookouts.of(reader) };
  }

  @Get(':id')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Whom to ring about a restricted child that is missing' })
  @ApiOkResponse({ type: LookoutShownDto })
  one(@CurrentReader() reader: Reader, @Param('id') id: string): Promise<Plain<LookoutShownDto>> {
    return this.lookouts.one(reader, id);
  }

  @Post()
  @ApiOperation({
    summary: 'Let authorities of your choice know that a restricted child is missing, and whom to ring',
  })
  @ApiCreatedResponse({ type: SubmissionAnswerBody })
  @ApiIdempotencyKey()
  ask(
    @CurrentReader() reader: Reader,
    @Body() dto: LookoutDto,
    @Submitted() submission: Submission,
  ): Promise<SubmissionAnswer> {
    return this.desk.ask(reader, dto, submission);
  }

  @Post(':id/end')
  @ApiOperation({ summary: 'Tell the same authorities that the child is not missing any more' })
  @ApiStep()
  end(
    @CurrentReader() reader: Reader,
    @Param('id') id: string,
    @Submitted() submission: Submission,
  ): Promise<SubmissionAnswer> {
    return this.desk.end(reader, id, submission);
  }
}
