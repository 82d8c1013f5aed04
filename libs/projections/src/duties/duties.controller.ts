import type { Reader } from '@ibex/kernel';
import { ApiRead, CurrentReader, Roles } from '@ibex/runtime';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Plain } from '../shared/plain';
import { DutiesAnswer, DutiesFilter } from './duties.dto';
import { DutiesQuery } from './duties.query';

@ApiTags('views')
@Controller('v1/duties')
export class DutiesController {
  constructor(private readonly duties: DutiesQuery) {}

  @Get()
  @Roles('placing-practitioner', 'duty-desk', 'mash', 'system-client', 'governance')
  @ApiOperation({ summary: 'Duties that your authority owes, or that others owe to it: open, late, met' })
  @ApiRead('Duties, what is due first comes first.', DutiesAnswer)
  find(@CurrentReader() reader: Reader, @Query() filter: DutiesFilter): Promise<Plain<DutiesAnswer>> {
    return this.duties.find(reader, filter);
  }
}
