import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Reader } from '@ibex/kernel';
import { CurrentReader, Roles } from '@ibex/runtime';
import type { Plain } from '@ibex/runtime';
import { DESKS } from '../inbox/inbox.controller';
import { OwnStanding } from './own-standing';
import { StandingPageDto, StandingQuery } from './standing.dto';

@ApiTags('inbox')
@Controller('v1/inbox/standing')
export class StandingController {
  constructor(private readonly standing: OwnStanding) {}

  @Get()
  @Roles(...DESKS)
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    summary: 'Where you stand with the entries of your mailbox: opened, acknowledged, acted on, asked back',
  })
  @ApiOkResponse({ type: StandingPageDto })
  page(@CurrentReader() reader: Reader, @Query() query: StandingQuery): Promise<Plain<StandingPageDto>> {
    return this.standing.page(reader, query);
  }
}
