import { READ_LEDGER, listNoted } from '@ibex/kernel';
import type { ReadLedger } from '@ibex/kernel';
import { ApiRead, CurrentReading, Roles } from '@ibex/runtime';
import type { Plain, Reading } from '@ibex/runtime';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { DutiesAnswer, DutiesFilter } from './duties.dto';
import { DutiesQuery } from './duties.query';

@ApiTags('views')
@Controller('v1/duties')
export class DutiesController {
  constructor(
    private readonly duties: DutiesQuery,
    @Inject(READ_LEDGER) private readonly ledger: ReadLedger,
  ) {}

  @Get()
  @Roles('placing-practitioner', 'duty-desk', 'mash', 'system-client', 'governance')
  @ApiOperation({ summary: 'Duties that your authority owes, or that others owe to it: open, late, met' })
  @ApiRead('Duties, what is due first comes first.', DutiesAnswer)
  async find(
    @CurrentReading() { reader, said }: Reading,
    @Query() filter: DutiesFilter,
  ): Promise<Plain<DutiesAnswer>> {
    const page = await this.duties.find(reader, filter);
    const rows = page.items.map(({ recordRef, recordOwner: owner }) => ({ recordRef, owner }));
    await this.ledger.note(reader, listNoted(reader, { what: 'duties', said }, rows));
    return page;
  }
}
