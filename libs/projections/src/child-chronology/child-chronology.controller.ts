import type { Reader } from '@ibex/kernel';
import { ApiRead, CurrentReader, Roles } from '@ibex/runtime';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Plain } from '../shared/plain';
import { ChronologyAnswer, ChronologyFilter } from './child-chronology.dto';
import { ChronologyQuery } from './child-chronology.query';

@ApiTags('views')
@Controller('v1/children/:recordRef/chronology')
export class ChronologyController {
  constructor(private readonly chronology: ChronologyQuery) {}

  @Get()
  @Roles('placing-practitioner', 'duty-desk', 'mash', 'system-client', 'governance')
  @ApiOperation({ summary: 'What is recorded about one child, with its sources and both times' })
  @ApiRead('Facts, the oldest first.', ChronologyAnswer)
  @ApiNotFoundResponse({ description: 'Unknown here, or nothing that you may see: the same answer.' })
  find(
    @CurrentReader() reader: Reader,
    @Param('recordRef') recordRef: string,
    @Query() filter: ChronologyFilter,
  ): Promise<Plain<ChronologyAnswer>> {
    return this.chronology.find(reader, recordRef, filter);
  }
}
