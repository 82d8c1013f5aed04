import { Body, Controller, Get, Header, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { Reader } from '@ibex/kernel';
import { ApiStep, CurrentReader, Roles, Submitted } from '@ibex/runtime';
import type { Plain, Submission, SubmissionAnswer } from '@ibex/runtime';
import { RestrictionDesk } from '../restriction-desk';
import { LiftingDto, RestrictDto, RestrictionsDto } from './restrictions.dto';

@ApiTags('access')
@Controller('v1/records/:recordRef/restrictions')
@Roles('governance', 'placing-practitioner')
export class RestrictionsController {
  constructor(private readonly desk: RestrictionDesk) {}

  @Get()
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Labels of a record of your authority, by which it is kept from all others' })
  @ApiOkResponse({ type: RestrictionsDto })
  of(
    @CurrentReader() reader: Reader,
    @Param('recordRef') recordRef: string,
  ): Promise<Plain<RestrictionsDto>> {
    return this.desk.of(reader, recordRef);
  }

  @Post()
  @ApiOperation({ summary: 'Keep a record from all others, from the next request on' })
  @ApiStep()
  restrict(
    @CurrentReader() reader: Reader,
    @Param('recordRef') recordRef: string,
    @Body() dto: RestrictDto,
    @Submitted() submission: Submission,
  ): Promise<SubmissionAnswer> {
    return this.desk.restrict(reader, recordRef, dto, submission);
  }

  @Post(':label/lifting')
  @ApiOperation({ summary: 'Propose to take a label off; it holds until a second person agrees' })
  @ApiParam({ name: 'recordRef', type: String })
  @ApiParam({ name: 'label', type: String })
  @ApiStep()
  propose(
    @CurrentReader() reader: Reader,
    @Param() { recordRef, label }: Readonly<{ recordRef: string; label: string }>,
    @Body() { reason }: LiftingDto,
    @Submitted() submission: Submission,
  ): Promise<SubmissionAnswer> {
    return this.desk.lift(reader, { recordRef, label, reason }, submission);
  }

  @Post(':label/lifting/agreement')
  @ApiOperation({ summary: 'Agree, as a second person, to take a label off' })
  @ApiStep()
  agree(
    @CurrentReader() reader: Reader,
    @Param('recordRef') recordRef: string,
    @Param('label') label: string,
    @Submitted() submission: Submission,
  ): Promise<SubmissionAnswer> {
    return this.desk.lift(reader, { recordRef, label }, submission);
  }
}
