import { READ_LEDGER, listNoted } from '@ibex/kernel';
import type { NotedRead, ReadLedger, Reader } from '@ibex/kernel';
import { ApiRead, CurrentReader, CurrentReading, Roles } from '@ibex/runtime';
import type { Plain, Reading } from '@ibex/runtime';
import { Controller, Get, Headers, Inject, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { placedHereCsv } from './register-placed-here.csv';
import {
  PlacedHereAnswer,
  PlacedHereCountsAnswer,
  PlacedHereCountsFilter,
  PlacedHereFilter,
} from './register-placed-here.dto';
import type { PlacedHereShown } from './register-placed-here.dto';
import { PlacedHereQuery } from './register-placed-here.query';

interface HttpReply {
  header(name: string, value: string): unknown;
}
const wantsCsv = ({ format }: PlacedHereFilter, accept = ''): boolean =>
  format === undefined ? accept.toLowerCase().startsWith('text/csv') : format === 'csv';

const noted = ({ reader, said }: Reading, lines: readonly Plain<PlacedHereShown>[]): NotedRead => {
  const rows = lines.map(({ recordRef, placingAuthority: owner }) => ({ recordRef, owner }));
  return listNoted(reader, { what: 'register-placed-here', said }, rows);
};

const WHO_READ = ['duty-desk', 'mash', 'system-client', 'governance'] as const;

@ApiTags('views')
@Controller('v1/registers/placed-here')
export class PlacedHereController {
  constructor(
    private readonly register: PlacedHereQuery,
    @Inject(READ_LEDGER) private readonly ledger: ReadLedger,
  ) {}

  @Get()
  @Roles(...WHO_READ)
  @ApiOperation({ summary: 'Register of looked-after children placed in your area by other authorities' })
  @ApiProduces('application/json', 'text/csv')
  @ApiRead('The register on a date.', PlacedHereAnswer)
  async find(
    @CurrentReading() { reader, said }: Reading,
    @Query() filter: PlacedHereFilter,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<Plain<PlacedHereAnswer> | string> {
    reply.header('vary', 'accept');
    if (wantsCsv(filter, accept)) {
      const lines = await this.register.whole(reader, filter);
      await this.ledger.note(reader, noted({ reader, said }, lines));
      reply.header('content-type', 'text/csv; charset=utf-8; header=present');
      reply.header('content-disposition', 'attachment; filename="placed-here.csv"');
      return placedHereCsv(lines);
    }
    const page = await this.register.find(reader, filter);
    await this.ledger.note(reader, noted({ reader, said }, page.items));
    return page;
  }

  @Get('counts')
  @Roles(...WHO_READ)
  @ApiOperation({ summary: 'How many children each authority has placed in your area' })
  @ApiRead('Lines of the register by placing authority, on a date.', PlacedHereCountsAnswer)
  counts(
    @CurrentReader() reader: Reader,
    @Query() filter: PlacedHereCountsFilter,
  ): Promise<Plain<PlacedHereCountsAnswer>> {
    return this.register.counts(reader, filter);
  }
}
