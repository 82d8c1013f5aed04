import { Body, Controller, Get, Header, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Reader } from '@ibex/kernel';
import { ApiIdempotencyKey, CurrentReader, Roles, SubmissionAnswerBody, Submitted } from '@ibex/runtime';
import type { Plain, Submission, SubmissionAnswer } from '@ibex/runtime';
import { DecisionDesk } from './decision-desk';
import { DecisionList } from './decision-list';
import { DecisionListDto, DecisionsQuery, NotToShareDto } from './decisions.dto';

@ApiTags('access')
@Controller('v1/decisions-not-to-share')
export class DecisionsController {
  constructor(
    private readonly desk: DecisionDesk,
    private readonly decisions: DecisionList,
  ) {}

  @Get()
  @Header('Cache-Control', 'no-store')
  @Roles('governance', 'mash')
  @ApiOperation({ summary: 'What your authority decided not to share, with whom, and why' })
  @ApiOkResponse({ type: DecisionListDto })
  list(
    @CurrentReader() reader: Reader,
    @Query() { recordRef }: DecisionsQuery,
  ): Promise<Plain<DecisionListDto>> {
    return this.decisions.of(reader, recordRef);
  }

  @Post()
  @Roles('placing-practitioner', 'duty-desk', 'mash', 'governance')
  @ApiOperation({ summary: 'Put on record that an authority is not told of a child of yours, and why' })
  @ApiCreatedResponse({ type: SubmissionAnswerBody })
  @ApiIdempotencyKey()
  decide(
    @CurrentReader() reader: Reader,
    @Body() dto: NotToShareDto,
    @Submitted() submission: Submission,
  ): Promise<SubmissionAnswer> {
    return this.desk.decide(reader, dto, submission);
  }
}
