import type { Reader } from '@ibex/kernel';
import { ApiRead, CurrentReader, Roles } from '@ibex/runtime';
import { Controller, Get, Headers, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Plain } from '../shared/plain';
import { placedHereCsv } from './register-placed-here.csv';
import { PlacedHereAnswer, PlacedHereFilter } from './register-placed-here.dto';
import { PlacedHereQuery } from './register-placed-here.query';

interface HttpReply {
  header(name: string, value: string): unknown;
}
const wantsCsv = ({ format }: PlacedHereFilter, accept = ''): boolean =>
  format === undefined ? accept.toLowerCase().startsWith('text/csv') : format === 'csv';

@ApiTags('views')
@Controller('v1/registers/placed-here')
export class PlacedHereController {
  constructor(private readonly register: PlacedHereQuery) {}

  @Get()
  @Roles('duty-desk', 'mash', 'system-client', 'governance')
  @ApiOperation({ summary: 'Register of looked-after children placed in your area by other authorities' })
  @ApiProduces('application/json', 'text/csv')
  @ApiRead('The register on a date.', PlacedHereAnswer)
  async find(
    @CurrentReader() reader: Reader,
    @Query() filter: PlacedHereFilter,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<Plain<PlacedHereAnswer> | string> {
    reply.header('vary', 'accept');
    if (!wantsCsv(filter, accept)) return this.register.find(reader, filter);
    reply.header('content-type', 'text/csv; charset=utf-8; header=present');
    reply.header('content-disposition', 'attachment; filename="placed-here.csv"');
    return placedHereCsv(await this.register.whole(reader, filter));
  }
}
