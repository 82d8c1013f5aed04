import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RECORDS } from '@ibex/kernel';
import type { Reader, Records } from '@ibex/kernel';
import { CurrentReader, Roles, notFound } from '@ibex/runtime';
import { FindRecordDto, FoundRecordDto } from './find-record.dto';

@ApiTags('records')
@Controller('v1/records')
export class RecordsController {
  constructor(@Inject(RECORDS) private readonly records: Records) {}

  /** A POST although it changes nothing: a case number is personal and has no place in an address. */
  @Post('find')
  @HttpCode(200)
  @Roles('placing-practitioner', 'duty-desk', 'mash', 'system-client', 'governance')
  @ApiOperation({ summary: 'The reference of a child of your own authority, by its local id' })
  @ApiOkResponse({ type: FoundRecordDto })
  async find(
    @Body() { localId }: FindRecordDto,
    @CurrentReader() reader: Reader,
  ): Promise<Pick<FoundRecordDto, 'recordRef' | 'introducedAt'>> {
    const record = await this.records.findByLocalId(reader.authority, localId);
    if (!record) throw notFound();
    return { recordRef: record.recordRef, introducedAt: record.introducedAt };
  }
}
