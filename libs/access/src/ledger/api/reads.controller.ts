import { Controller, Get, Headers, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Reader } from '@ibex/kernel';
import { ApiRead, CurrentReader, Roles } from '@ibex/runtime';
import type { Plain } from '@ibex/runtime';
import { readsCsv } from './reads.csv';
import { ReadListDto, ReadsQuery } from './reads.dto';
import { ReadDesk } from './read-desk';

interface HttpReply {
  header(name: string, value: string): unknown;
}
const wantsCsv = ({ format }: ReadsQuery, accept = ''): boolean =>
  format === undefined ? accept.toLowerCase().startsWith('text/csv') : format === 'csv';

@ApiTags('access')
@Controller('v1/reads')
export class ReadsController {
  constructor(private readonly desk: ReadDesk) {}

  @Get()
  @Roles('governance', 'mash')
  @ApiOperation({
    summary: 'The ledger of reads: who looked at your records, when, for what, on which basis',
  })
  @ApiProduces('application/json', 'text/csv')
  @ApiRead('Looks, the latest first.', ReadListDto)
  async list(
    @CurrentReader() reader: Reader,
    @Query() query: ReadsQuery,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<Plain<ReadListDto> | string> {
    reply.header('vary', 'accept');
    if (!wantsCsv(query, accept)) return this.desk.page(reader, query);
    reply.header('content-type', 'text/csv; charset=utf-8; header=present');
    reply.header('content-disposition', 'attachment; filename="reads.csv"');
    return readsCsv(await this.desk.whole(reader, query));
  }
}
