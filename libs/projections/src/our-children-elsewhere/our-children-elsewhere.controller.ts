import type { Reader } from '@ibex/kernel';
import { CurrentReader, Roles } from '@ibex/runtime';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiView } from '../shared/page.dto';
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
  @ApiView()
  @ApiOkResponse({ type: PlacedElsewhereAnswer })
  find(
    @CurrentReader() reader: Reader,
    @Query() filter: PlacedElsewhereFilter,
  ): Promise<Plain<PlacedElsewhereAnswer>> {
    return this.placements.find(reader, filter);
  }
}
