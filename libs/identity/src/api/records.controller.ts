import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { BASIS_OF_OWNER, READ_LEDGER, RECORDS } from '@ibex/kernel';
import type { ReadLedger, Records } from '@ibex/kernel';
import { CurrentReading, Roles, notFound, purposeOr } from '@ibex/runtime';
import type { Reading } from '@ibex/runtime';
import { FindRecordDto, FoundRecordDto } from './find-record.dto';

@ApiTags('records')
@Controller('v1/records')
export class RecordsController {
  constructor(
    @Inject(RECORDS) private readonly records: Records,
    @Inject(READ_LEDGER) private readonly ledger: ReadLedger,
  ) {}

  /** A POST although it changes nothing: a case number is personal and has no place in an address. */
  @Post('find')
  @HttpCode(200)
  @Roles('placing-practitioner', 'duty-desk', 'mash', 'system-client', 'governance')
  @ApiOperation({ summary: 'The reference of a child of your own authority, by its local id' })
  @ApiOkResponse({ type: FoundRecordDto })
  async find(
    @Body() { localId }: FindRecordDto,
    @CurrentReading() { reader, said }: Reading,
  ): Promise<Pick<FoundRecordDto, 'recordRef' | 'introducedAt'>> {
    const record = await this.records.findByLocalId(reader.authority, localId);
    if (!record) throw notFound();
    const { recordRef, owner } = record;
    const purpose = purposeOr(said, 'owner');
    const shown = [{ recordRef, owner, basis: BASIS_OF_OWNER }];
    await this.ledger.note(reader, { what: 'record-found', purpose, shown });
    return { recordRef, introducedAt: record.introducedAt };
  }
}
