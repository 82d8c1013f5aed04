import { READ_LEDGER, listNoted } from '@ibex/kernel';
import type { ReadLedger } from '@ibex/kernel';
import { ApiRead, CurrentReading, Roles } from '@ibex/runtime';
import type { Plain, Reading } from '@ibex/runtime';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { WhatWeToldAnswer, WhatWeToldFilter } from './what-we-told.dto';
import { WhatWeToldQuery } from './what-we-told.query';

@ApiTags('notices')
@Controller('v1/notices/told')
export class WhatWeToldController {
  constructor(
    private readonly told: WhatWeToldQuery,
    @Inject(READ_LEDGER) private readonly ledger: ReadLedger,
  ) {}

  @Get()
  @Roles('placing-practitioner', 'duty-desk', 'mash', 'system-client', 'governance')
  @ApiOperation({ summary: 'What your authority has told others, and how far each of it has come' })
  @ApiRead('What was told, the latest first.', WhatWeToldAnswer)
  async find(
    @CurrentReading() { reader, said }: Reading,
    @Query() filter: WhatWeToldFilter,
  ): Promise<Plain<WhatWeToldAnswer>> {
    const page = await this.told.find(reader, filter);
    const rows = page.items.map(({ recordRef, recordOwner: owner }) => ({ recordRef, owner }));
    await this.ledger.note(reader, listNoted(reader, { what: 'what-we-told', said }, rows));
    return page;
  }
}
