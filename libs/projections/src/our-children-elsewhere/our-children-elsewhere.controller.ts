import type { Reader } from '@ibex/kernel';
import { ApiRead, CurrentReader, Roles } from '@ibex/runtime';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Plain } from '../shared/plain';
import { PlacedElsewhereAnswer, PlacedElsewhereFilter } from './our-children-elsewhere.dto';
import { PlacedElsewhereQuery } from './our-children-elsewhere.query';

@ApiTags('views')
@Controller('v1/registers/placed-elsewhere')
export class PlacedElsewhereController {
  constructor(private readonly placements: PlacedElsewhereQuery) {}

  @Get()
  @Roles('placing-practitioner', 'duty-desk', 'mash', 'system-client', 'governance')
  @ApiOperation({ summary: 'Your own children placed in other areas' })
  @ApiRead('Your children elsewhere on a date, or ever.', PlacedElsewhereAnswer)
  find(
    @CurrentReader() reader: Reader,
    @Query() filter: PlacedElsewhereFilter,
  ): Promise<Plain<PlacedElsewhereAnswer>> {
    return this.placements.find(reader, filter);
  }
}
