import { READ_LEDGER, listNoted } from '@ibex/kernel';
import type { ReadLedger } from '@ibex/kernel';
import { ApiRead, CurrentReading, Roles } from '@ibex/runtime';
import type { Reading } from '@ibex/runtime';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Plain } from '../shared/plain';
import { PlacedElsewhereAnswer, PlacedElsewhereFilter } from './our-children-elsewhere.dto';
import { PlacedElsewhereQuery } from './our-children-elsewhere.query';

@ApiTags('views')
@Controller('v1/registers/placed-elsewhere')
export class PlacedElsewhereController {
  constructor(
    private readonly placements: PlacedElsewhereQuery,
    @Inject(READ_LEDGER) private readonly ledger: ReadLedger,
  ) {}

  @Get()
  @Roles('placing-practitioner', 'duty-desk', 'mash', 'system-client', 'governance')
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
}
