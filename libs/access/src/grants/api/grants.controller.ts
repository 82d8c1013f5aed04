import { Body, Controller, Get, Header, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Reader } from '@ibex/kernel';
import { ApiIdempotencyKey, ApiStep, CurrentReader, Roles, Submitted } from '@ibex/runtime';
import type { Plain, Submission, SubmissionAnswer } from '@ibex/runtime';
import { BreakGlass } from '../break-glass';
import type { GlassOpened } from '../break-glass';
import { GrantDesk } from './grant-desk';
import { GrantReviews } from './grant-reviews';
import { BreakGlassDto, GlassOpenedDto, GrantReviewListDto, ReviewDto } from './grants.dto';

@ApiTags('access')
@Controller('v1')
export class GrantsController {
  constructor(
    private readonly glass: BreakGlass,
    private readonly desk: GrantDesk,
    private readonly reviews: GrantReviews,
  ) {}

  @Post('records/:recordRef/break-glass')
  @Roles('mash', 'duty-desk')
  @ApiOperation({
    summary:
      'Open another authority’s record in an emergency, for a limited time; both authorities review it',
  })
  @ApiCreatedResponse({ type: GlassOpenedDto })
  @ApiIdempotencyKey()
  breakGlass(
    @CurrentReader() reader: Reader,
    @Param('recordRef') recordRef: string,
    @Body() { reason, purpose }: BreakGlassDto,
    @Submitted() submission: Submission,
  ): Promise<GlassOpened> {
    return this.glass.open(reader, { recordRef, reason, purpose }, submission);
  }

  @Post('access/grants/:id/end')
  @Roles('mash', 'duty-desk', 'governance')
  @ApiOperation({ summary: 'End an emergency access early: your own, or one to a record of your authority' })
  @ApiStep()
  end(
    @CurrentReader() reader: Reader,
    @Param('id') id: string,
    @Submitted() submission: Submission,
  ): Promise<SubmissionAnswer> {
    return this.desk.end(reader, id, submission);
  }

  @Get('access/reviews')
  @Header('Cache-Control', 'no-store')
  @Roles('governance')
  @ApiOperation({ summary: 'Emergency accesses to your records, and of your people, to be reviewed' })
  @ApiOkResponse({ type: GrantReviewListDto })
  async list(@CurrentReader() reader: Reader): Promise<Plain<GrantReviewListDto>> {
    return { reviews: await this.reviews.of(reader) };
  }

  @Post('access/reviews/:id')
  @Roles('governance')
  @ApiOperation({ summary: 'Say whether it was justified, for your authority, once' })
  @ApiStep()
  review(
    @CurrentReader() reader: Reader,
    @Param('id') id: string,
    @Body() dto: ReviewDto,
    @Submitted() submission: Submission,
  ): Promise<SubmissionAnswer> {
    return this.desk.review(reader, id, dto, submission);
  }
}
