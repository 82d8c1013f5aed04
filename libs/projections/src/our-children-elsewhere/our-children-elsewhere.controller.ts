import { READ_LEDGER, listNoted } from '@ibex/kernel';
import type { ReadLedger, Reader } from '@ibex/kernel';
import { ApiRead, CurrentReader, CurrentReading, Roles } from '@ibex/runtime';
import type { Plain, Reading } from '@ibex/runtime';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ElsewhereCountsQuery } from './elsewhere-counts.query';
import {
  PlacedElsewhereAnswer,
  PlacedElsewhereCountsAnswer,
  PlacedElsewhereCountsFilter,
  PlacedElsewhereFilter,
} from './our-children-elsewhere.dto';
import { PlacedElsewhereQuery } from './our-children-elsewhere.query';

const WHO_READ = ['placing-practitioner', 'duty-desk', 'mash', 'system-client', 'governance'] as const;

@ApiTags('views')
@Controller('v1/registers/placed-elsewhere')
export class PlacedElsewhereController {
  constructor(
    private readonly placements: PlacedElsewhereQuery,
    private readonly counts: ElsewhereCountsQuery,
    @Inject(READ_LEDGER) private readonly ledger: ReadLedger,
  ) {}

  @Get()
  @Roles(...WHO_READ)
  @ApiOperation({ summary: 'Your own children placed in other areas' })
  @ApiRead('Your children elsewhere on a date, or ever.', PlacedElsewhereAnswer)
  async find(
    @CurrentReading() { reader, said }: Reading,
    @Query() filter: PlacedElsewhereFilter,
  ): Promise<Plain<PlacedElsewhereAnswer>> {
    const page = await this.placements.find(reader, filter);
    const rows = page.items.map(({ recordRef }) => ({ recordRef, owner: reader.authority }));
    await this.ledger.note(reader, listNoted(reader, { what: 'register-placed-elsewhere', said }, rows));
    return page;
  }

  @Get('counts')
  @Roles(...WHO_READ)
  @ApiOperation({ summary: 'How many of your children are placed in each other area' })
  @ApiRead('Your placements elsewhere by host, on a date.', PlacedElsewhereCountsAnswer)
  count(
    @CurrentReader() reader: Reader,
    @Query() filter: PlacedElsewhereCountsFilter,
  ): Promise<Plain<PlacedElsewhereCountsAnswer>> {
    return this.counts.find(reader, filter);
  }
}
