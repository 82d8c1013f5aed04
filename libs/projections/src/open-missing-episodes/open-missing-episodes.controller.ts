import type { Reader } from '@ibex/kernel';
import { ApiRead, CurrentReader, Roles } from '@ibex/runtime';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Plain } from '../shared/plain';
import { MissingEpisodesAnswer, MissingEpisodesFilter } from './open-missing-episodes.dto';
import { MissingEpisodesQuery } from './open-missing-episodes.query';

@ApiTags('views')
@Controller('v1/missing-episodes')
export class MissingEpisodesController {
  constructor(private readonly episodes: MissingEpisodesQuery) {}

  @Get()
  @Roles('placing-practitioner', 'duty-desk', 'mash', 'system-client', 'governance')
  @ApiOperation({ summary: 'Missing episodes: of your children, in your area, or heading for it' })
  @ApiRead('Episodes, the latest first.', MissingEpisodesAnswer)
  find(
    @CurrentReader() reader: Reader,
    @Query() filter: MissingEpisodesFilter,
  ): Promise<Plain<MissingEpisodesAnswer>> {
    return this.episodes.find(reader, filter);
  }
}
