import { Body, Controller, Get, Header, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Reader } from '@ibex/kernel';
import { ApiStep, CurrentReader, Roles, Submitted } from '@ibex/runtime';
import type { Plain, Submission } from '@ibex/runtime';
import { ClockChangedDto, ClockPageDto, ClocksQuery, PauseDto } from './clocks.dto';
import { OwnClocks } from './own-clocks';

const DESKS = ['placing-practitioner', 'duty-desk', 'system-client'] as const;

@ApiTags('clocks')
@Controller('v1/clocks')
export class ClocksController {
  constructor(private readonly clocks: OwnClocks) {}

  @Get()
  @Roles(...DESKS, 'governance')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Clocks of the duties that your authority owes: warned, late, paused, passed on' })
  @ApiOkResponse({ type: ClockPageDto })
  page(@CurrentReader() reader: Reader, @Query() query: ClocksQuery): Promise<Plain<ClockPageDto>> {
    return this.clocks.page(reader, query);
  }

  @Post(':id/pause')
  @Roles(...DESKS)
  @ApiOperation({ summary: 'Let a clock stand still, with the reason; a date in law does not move' })
  @ApiStep(ClockChangedDto)
  pause(
    @Param('id') id: string,
    @Body() dto: PauseDto,
    @Submitted() submission: Submission,
  ): Promise<Plain<ClockChangedDto>> {
    return this.clocks.pause(id, dto, submission);
  }

  @Post(':id/resume')
  @Roles(...DESKS)
  @ApiOperation({ summary: 'Let a clock run again; a service target moves by the time that it stood' })
  @ApiStep(ClockChangedDto)
  resume(@Param('id') id: string, @Submitted() submission: Submission): Promise<Plain<ClockChangedDto>> {
    return this.clocks.resume(id, submission);
  }
}
