import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Reader } from '@ibex/kernel';
import { ApiIdempotencyKey, CurrentReader, Roles, SubmissionAnswerBody, Submitted } from '@ibex/runtime';
import type { Submission, SubmissionAnswer } from '@ibex/runtime';
import { ForbiddingDto, MarkLiftingDto } from './links.dto';
import { MarkDesk } from './mark-desk';

@ApiTags('links')
@Controller('v1/links')
@Roles('mash', 'governance')
export class MarksController {
  constructor(private readonly marks: MarkDesk) {}

  @Post('forbidden')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Mark two records never to be linked, whatever speaks for it and through whomever',
  })
  @ApiOkResponse({ type: SubmissionAnswerBody })
  @ApiIdempotencyKey()
  forbid(
    @CurrentReader() reader: Reader,
    @Body() dto: ForbiddingDto,
    @Submitted() submission: Submission,
  ): Promise<SubmissionAnswer> {
    return this.marks.forbid(reader, dto, submission);
  }

  @Post(':id/lifting')
  @HttpCode(200)
  @ApiOperation({ summary: 'Lift such a mark; the first person asks, a second one has to agree' })
  @ApiOkResponse({ type: SubmissionAnswerBody })
  @ApiIdempotencyKey()
  lift(
    @CurrentReader() reader: Reader,
    @Param('id') id: string,
    @Body() { rationale }: MarkLiftingDto,
    @Submitted() submission: Submission,
  ): Promise<SubmissionAnswer> {
    return this.marks.lift(reader, id, rationale, submission);
  }
}
