import { Body, Controller, Get, Header, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Purpose, Reader } from '@ibex/kernel';
import { ApiRead, ApiStep, CurrentPurpose, CurrentReader, Roles, Submitted } from '@ibex/runtime';
import type { Plain, Submission, SubmissionAnswer } from '@ibex/runtime';
import { BlastRadiusDto, LinkDetailDto, LinkCasesDto, CorrectionDto } from './answers.dto';
import { CaseDesk } from './case-desk';
import { CaseList } from './case-list';
import { CaseReader } from './case-reader';
import { LinkDecisionDto, LinkReviewQuery, UnlinkDto } from './links.dto';
import { RadiusReader } from './radius-reader';

@ApiTags('links')
@Controller('v1/links')
@Roles('mash', 'governance')
export class LinksController {
  constructor(
    private readonly list: CaseList,
    private readonly cases: CaseReader,
    private readonly desk: CaseDesk,
    private readonly radius: RadiusReader,
  ) {}

  @Get('review')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    summary: 'Pairs of records that may be of one child, one of them your own, likeliest first',
  })
  @ApiRead('One page; follow `next`.', LinkCasesDto)
  review(
    @CurrentReader() reader: Reader,
    @Query() query: LinkReviewQuery,
    @CurrentPurpose() purpose: Purpose | undefined,
  ): Promise<Plain<LinkCasesDto>> {
    return this.list.page(reader, query, purpose);
  }

  @Get('corrections/:id')
  @Roles('mash', 'governance', 'duty-desk', 'placing-practitioner', 'system-client')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Which records that you were shown as one child’s are of two' })
  @ApiOkResponse({ type: CorrectionDto })
  correction(@CurrentReader() reader: Reader, @Param('id') id: string): Promise<Plain<CorrectionDto>> {
    return this.radius.correction(reader, id);
  }

  @Get(':id')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Two records side by side: what agrees, what was decided and by whom' })
  @ApiOkResponse({ type: LinkDetailDto })
  one(
    @CurrentReader() reader: Reader,
    @Param('id') id: string,
    @CurrentPurpose() purpose: Purpose | undefined,
  ): Promise<Plain<LinkDetailDto>> {
    return this.cases.one(reader, id, purpose);
  }

  @Get(':id/blast-radius')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    summary: 'Who was shown the two records as one child’s, who was corrected, who has confirmed',
  })
  @ApiOkResponse({ type: BlastRadiusDto })
  blastRadius(
    @CurrentReader() reader: Reader,
    @Param('id') id: string,
    @CurrentPurpose() purpose: Purpose | undefined,
  ): Promise<Plain<BlastRadiusDto>> {
    return this.radius.one(reader, id, purpose);
  }

  @Post(':id/decisions')
  @ApiOperation({ summary: 'Say whether the two are one child; where one is restricted, two people have to' })
  @ApiStep()
  decide(
    @CurrentReader() reader: Reader,
    @Param('id') id: string,
    @Body() dto: LinkDecisionDto,
    @Submitted() submission: Submission,
  ): Promise<SubmissionAnswer> {
    return this.desk.decide(reader, id, dto, submission);
  }

  @Post(':id/unlink')
  @ApiOperation({ summary: 'Undo a link; whoever saw the two as one child is told so' })
  @ApiStep()
  unlink(
    @CurrentReader() reader: Reader,
    @Param('id') id: string,
    @Body() { reason }: UnlinkDto,
    @Submitted() submission: Submission,
  ): Promise<SubmissionAnswer> {
    return this.desk.unlink(reader, id, reason, submission);
  }
}
