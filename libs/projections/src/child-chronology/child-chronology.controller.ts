import type { Purpose, Reader } from '@ibex/kernel';
import { ApiRead, CurrentPurpose, CurrentReader, Roles } from '@ibex/runtime';
import { Controller, Get, Param, Query } from '@nestjs/common';
import {
  ApiForbiddenResponse,
  ApiNotFoundResponse,
  ApiOperation,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import type { Plain } from '@ibex/runtime';
import { ChronologyAnswer, ChronologyFilter } from './child-chronology.dto';
import { ChronologyQuery } from './child-chronology.query';

@ApiTags('views')
@Controller('v1/children/:recordRef/chronology')
export class ChronologyController {
  constructor(private readonly chronology: ChronologyQuery) {}

  @Get()
  @Roles('placing-practitioner', 'duty-desk', 'mash', 'system-client', 'governance')
  @ApiOperation({
    summary: 'The history of one child over all records of it that you may see, with its gaps',
  })
  @ApiRead('What happened, the oldest first.', ChronologyAnswer)
  @ApiForbiddenResponse({ description: 'What another authority knew is for the owner of a record to ask.' })
  @ApiNotFoundResponse({ description: 'Unknown here, or nothing that you may see: the same answer.' })
  @ApiUnprocessableEntityResponse({ description: 'A moment that is still to come, or no authority.' })
  find(
    @CurrentReader() reader: Reader,
    @Param('recordRef') recordRef: string,
    @Query() filter: ChronologyFilter,
    @CurrentPurpose() purpose: Purpose | undefined,
  ): Promise<Plain<ChronologyAnswer>> {
    return this.chronology.find(reader, { recordRef, purpose }, filter);
  }
}
