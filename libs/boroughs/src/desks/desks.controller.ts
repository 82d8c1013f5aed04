import { Body, Controller, Get, Header, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Reader } from '@ibex/kernel';
import { ApiStep, CurrentReader, Roles, Submitted } from '@ibex/runtime';
import type { Plain, Submission } from '@ibex/runtime';
import { DeskChangedDto, DeskDto, DesksShownDto, EscalationDto } from './desks.dto';
import { OwnDesks } from './own-desks';

@ApiTags('authorities')
@Controller('v1/desks')
export class DesksController {
  constructor(private readonly desks: OwnDesks) {}

  @Get()
  @Roles('duty-desk', 'system-client', 'governance')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    summary: 'Desks of your authority, their hours, and which of them late duties are passed to',
  })
  @ApiOkResponse({ type: DesksShownDto })
  list(@CurrentReader() reader: Reader): Promise<Plain<DesksShownDto>> {
    return this.desks.shown(reader.authority);
  }

  @Post()
  @Roles('duty-desk', 'system-client', 'governance')
  @ApiOperation({ summary: 'Name a desk of your authority, or name it anew' })
  @ApiStep(DeskChangedDto)
  name(@Body() dto: DeskDto, @Submitted() submission: Submission): Promise<Plain<DeskChangedDto>> {
    return this.desks.name(dto, submission);
  }

  @Post('escalations')
  @Roles('duty-desk', 'system-client', 'governance')
  @ApiOperation({ summary: 'Say which desks late duties of a kind are passed to, and when' })
  @ApiStep(DeskChangedDto)
  escalate(@Body() dto: EscalationDto, @Submitted() submission: Submission): Promise<Plain<DeskChangedDto>> {
    return this.desks.escalate(dto, submission);
  }
}
