import { Body, Controller, Get, Header, Param, Post, SetMetadata } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Reader } from '@ibex/kernel';
import {
  ApiIdempotencyKey,
  ApiStep,
  CurrentReader,
  LOCATION_METADATA,
  Roles,
  SubmissionAnswerBody,
  Submitted,
} from '@ibex/runtime';
import type { Plain, Submission, SubmissionAnswer } from '@ibex/runtime';
import { FetchDesk } from '../fetch-desk';
import { FetchList } from '../fetch-list';
import { FetchOrders } from '../fetch-orders';
import { FetchDto, FetchListDto, WhereaboutsDto } from './fetches.dto';

@ApiTags('access')
@Controller('v1/restricted-fetches')
@Roles('placing-practitioner', 'duty-desk', 'mash')
export class FetchesController {
  constructor(
    private readonly desk: FetchDesk,
    private readonly orders: FetchOrders,
    private readonly fetches: FetchList,
  ) {}

  @Get()
  @Header('Cache-Control', 'no-store')
  @Roles('placing-practitioner', 'duty-desk', 'mash', 'governance')
  @ApiOperation({
    summary: 'Who of your authority asked where a restricted child is, who let them, who read it',
  })
  @ApiOkResponse({ type: FetchListDto })
  async list(@CurrentReader() reader: Reader): Promise<Plain<FetchListDto>> {
    return { fetches: await this.fetches.of(reader) };
  }

  @Post()
  @SetMetadata(LOCATION_METADATA, '/v1/restricted-fetches')
  @ApiOperation({
    summary: 'Ask where a restricted child of your authority is; a second person has to approve',
  })
  @ApiCreatedResponse({ type: SubmissionAnswerBody })
  @ApiIdempotencyKey()
  request(
    @CurrentReader() reader: Reader,
    @Body() dto: FetchDto,
    @Submitted() submission: Submission,
  ): Promise<SubmissionAnswer> {
    return this.orders.request(reader, dto, submission);
  }

  @Post(':id/approval')
  @Roles('placing-practitioner', 'duty-desk', 'mash', 'governance')
  @ApiOperation({
    summary: 'Approve, as a second person, that a colleague reads it, once and within minutes',
  })
  @ApiStep()
  approve(
    @CurrentReader() reader: Reader,
    @Param('id') id: string,
    @Submitted() submission: Submission,
  ): Promise<SubmissionAnswer> {
    return this.desk.approve(reader, id, submission);
  }

  @Post(':id/content')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Read what you asked for: once, by yourself, while the approval lasts' })
  @ApiStep(WhereaboutsDto)
  content(
    @CurrentReader() reader: Reader,
    @Param('id') id: string,
    @Submitted() submission: Submission,
  ): Promise<Plain<WhereaboutsDto>> {
    return this.desk.take(reader, id, submission);
  }
}
