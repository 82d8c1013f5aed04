import type { Reader } from '@ibex/kernel';
import { ApiRead, CurrentReader, Roles } from '@ibex/runtime';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Plain } from '@ibex/runtime';
import { Freshness } from '../shared/freshness';
import { TrendsAnswer, TrendsFilter } from './trends.dto';
import { TrendsQuery } from './trends.query';
import { TRENDS_SCHEMA } from './trends.schema';

@ApiTags('views')
@Controller('v1/trends')
export class TrendsController {
  constructor(
    private readonly trends: TrendsQuery,
    private readonly freshness: Freshness,
  ) {}

  @Get(':topic')
  @Roles('placing-practitioner', 'duty-desk', 'mash', 'system-client', 'governance')
  @ApiOperation({ summary: 'Counts by quarter: yours, your neighbours’ under an agreement, London’s' })
  @ApiRead('Suppressed and rounded counts; nothing of any one child.', TrendsAnswer)
  async find(
    @CurrentReader() reader: Reader,
    @Param('topic') topic: string,
    @Query() filter: TrendsFilter,
  ): Promise<Plain<TrendsAnswer>> {
    const view = await this.freshness.of(TRENDS_SCHEMA);
    return { ...view, ...(await this.trends.find(reader, topic, filter)) };
  }
}
