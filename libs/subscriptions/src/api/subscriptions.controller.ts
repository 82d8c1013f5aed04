import { Body, Controller, Get, Header, Param, Post, Query, SetMetadata } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Reader } from '@ibex/kernel';
import {
  ApiIdempotencyKey,
  ApiRead,
  ApiStep,
  CurrentReader,
  LOCATION_METADATA,
  Roles,
  Submitted,
} from '@ibex/runtime';
import type { Plain, Submission } from '@ibex/runtime';
import { OneSubscriptionDto, SubscriptionAnswerDto, SubscriptionListDto } from './answers.dto';
import { SubscriptionDesk } from './subscription-desk';
import { SubscriptionReader } from './subscription-reader';
import { ChangeSubscriptionDto, OpenSubscriptionDto, SubscriptionsQuery } from './subscriptions.dto';

@ApiTags('subscriptions')
@Controller('v1/subscriptions')
@Roles('duty-desk', 'governance', 'system-client')
export class SubscriptionsController {
  constructor(
    private readonly desk: SubscriptionDesk,
    private readonly reader: SubscriptionReader,
  ) {}

  @Post()
  @Header('Cache-Control', 'no-store')
  @SetMetadata(LOCATION_METADATA, '/v1/subscriptions')
  @ApiOperation({ summary: 'Ask to be told on a channel; a webhook’s secret is in this answer alone' })
  @ApiCreatedResponse({ type: SubscriptionAnswerDto })
  @ApiIdempotencyKey()
  open(
    @CurrentReader() reader: Reader,
    @Body() dto: OpenSubscriptionDto,
    @Submitted() submission: Submission,
  ): Promise<Plain<SubscriptionAnswerDto>> {
    return this.desk.open(reader, dto, submission);
  }

  @Get()
  @ApiOperation({ summary: 'Your authority’s subscriptions' })
  @ApiRead('In the order of their opening.', SubscriptionListDto)
  list(
    @CurrentReader() reader: Reader,
    @Query() query: SubscriptionsQuery,
  ): Promise<Plain<SubscriptionListDto>> {
    return this.reader.list(reader, query.state === 'all');
  }

  @Get(':id')
  @ApiOperation({ summary: 'One subscription, with the public side of what signs it' })
  @ApiOkResponse({ type: OneSubscriptionDto })
  one(@CurrentReader() reader: Reader, @Param('id') id: string): Promise<Plain<OneSubscriptionDto>> {
    return this.reader.one(reader, id);
  }

  @Post(':id/changes')
  @ApiOperation({ summary: 'Change its name, target, filter or desk; what is left out stays' })
  @ApiStep(SubscriptionAnswerDto)
  change(
    @CurrentReader() reader: Reader,
    @Param('id') id: string,
    @Body() dto: ChangeSubscriptionDto,
    @Submitted() submission: Submission,
  ): Promise<Plain<SubscriptionAnswerDto>> {
    return this.desk.change(reader, id, dto, submission);
  }
}
