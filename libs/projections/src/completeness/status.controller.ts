import { ROLES } from '@ibex/kernel';
import type { Reader } from '@ibex/kernel';
import { ApiRead, CurrentReader, Roles } from '@ibex/runtime';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Plain } from '@ibex/runtime';
import { AuthoritiesStatusAnswer, StatusFilter } from './status.dto';
import { StatusQuery } from './status.query';

@ApiTags('status')
@Controller('v1/status/authorities')
export class StatusController {
  constructor(private readonly status: StatusQuery) {}

  @Get()
  @Roles(...ROLES)
  @ApiOperation({
    summary:
      'When each authority last posted, how often it usually does, who has fallen silent, who is listening',
  })
  @ApiRead('Every member, and whoever has posted.', AuthoritiesStatusAnswer)
  find(
    @CurrentReader() reader: Reader,
    @Query() filter: StatusFilter,
  ): Promise<Plain<AuthoritiesStatusAnswer>> {
    return this.status.find(reader, filter);
  }
}
