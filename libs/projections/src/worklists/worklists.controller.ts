import type { Purpose, Reader } from '@ibex/kernel';
import { ApiRead, CurrentPurpose, CurrentReader, Roles } from '@ibex/runtime';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Plain } from '@ibex/runtime';
import { WorklistAnswer, WorklistFilter, WorklistsAnswer } from './worklists.dto';
import { WorklistsQuery } from './worklists.query';

@ApiTags('views')
@Controller('v1/worklists')
@Roles('placing-practitioner', 'duty-desk', 'mash', 'system-client', 'governance')
export class WorklistsController {
  constructor(private readonly worklists: WorklistsQuery) {}

  @Get()
  @ApiOperation({ summary: 'Which worklists there are, and how many lines each has for your authority' })
  @ApiRead('Worklists with their lines.', WorklistsAnswer)
  all(@CurrentReader() reader: Reader): Promise<Plain<WorklistsAnswer>> {
    return this.worklists.all(reader);
  }

  @Get(':name')
  @ApiOperation({ summary: 'One worklist of your authority, sorted by an indicator of your choice' })
  @ApiRead('Lines of the list.', WorklistAnswer)
  find(
    @CurrentReader() reader: Reader,
    @CurrentPurpose() purpose: Purpose | undefined,
    @Param('name') name: string,
    @Query() filter: WorklistFilter,
  ): Promise<Plain<WorklistAnswer>> {
    return this.worklists.find(reader, { name, purpose }, filter);
  }
}
