import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Reader } from '@ibex/kernel';
import { ApiStep, CurrentReader, Roles, Submitted } from '@ibex/runtime';
import type { Submission, SubmissionAnswer } from '@ibex/runtime';
import { ForbiddingDto, MarkLiftingDto } from './links.dto';
import { MarkDesk } from './mark-desk';

@ApiTags('links')
@Controller('v1/links')
@Roles('mash', 'governance')
export class MarksController {
  constructor(private readonly marks: MarkDesk) {}

  @Post('forbidden')
  @ApiOperation({
    summary: 'Mark two records never to be linked, whatever speaks for it and through whomever',
  })
  @ApiStep()
  forbid(
    @CurrentReader() reader: Reader,
    @Body() dto: ForbiddingDto,
    @Submitted() submission: Submission,
  ): Promise<SubmissionAnswer> {
    return this.marks.forbid(reader, dto, submission);
  }

  @Post(':id/lifting')
  @ApiOperation({ summary: 'Lift such a mark; the first person asks, a second one has to agree' })
  @ApiStep()
  lift(
    @CurrentReader() reader: Reader,
    @Param('id') id: string,
    @Body() { rationale }: MarkLiftingDto,
    @Submitted() submission: Submission,
  ): Promise<SubmissionAnswer> {
    return this.marks.lift(reader, id, rationale, submission);
  }
}
