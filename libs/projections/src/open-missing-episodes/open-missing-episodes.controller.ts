import { READ_LEDGER, listNoted } from '@ibex/kernel';
import type { ReadLedger } from '@ibex/kernel';
import { ApiRead, CurrentReading, Roles } from '@ibex/runtime';
import type { Plain, Reading } from '@ibex/runtime';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { MissingEpisodesAnswer, MissingEpisodesFilter } from './open-missing-episodes.dto';
import { MissingEpisodesQuery } from './open-missing-episodes.query';

@ApiTags('views')
@Controller('v1/missing-episodes')
export class MissingEpisodesController {
  constructor(
    private readonly episodes: MissingEpisodesQuery,
    @Inject(READ_LEDGER) private readonly ledger: ReadLedger,
  ) {}

  @Get()
  @Roles('placing-practitioner', 'duty-desk', 'mash', 'system-client', 'governance')
  @ApiOperation({ summary: 'Missing episodes: of your children, in your area, or heading for it' })
  @ApiRead('Episodes, the latest first.', MissingEpisodesAnswer)
  async find(
    @CurrentReading() { reader, said }: Reading,
    @Query() filter: MissingEpisodesFilter,
  ): Promise<Plain<MissingEpisodesAnswer>> {
    const page = await this.episodes.find(reader, filter);
    // whoever reported it owns the record
    const rows = page.items.map(({ recordRef, reportedBy: owner }) => ({ recordRef, owner }));
    await this.ledger.note(reader, listNoted(reader, { what: 'missing-episodes', said }, rows));
    return page;
  }
}
