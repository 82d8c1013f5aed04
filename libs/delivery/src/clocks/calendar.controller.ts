import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ROLES } from '@ibex/kernel';
import { ApiStep, DecisionRunner, RefusedError, Roles, Submitted } from '@ibex/runtime';
import type { Plain, Submission } from '@ibex/runtime';
import { CALENDAR_STREAM, calendarDecider } from './calendar.decider';
import { ProclaimedDays } from './calendar';
import { DayAnswerDto, ProclaimDayDto, ProclaimedDaysDto } from './clocks.dto';

@ApiTags('clocks')
@Controller('v1/calendar/proclaimed-days')
export class CalendarController {
  constructor(
    private readonly days: ProclaimedDays,
    private readonly decisions: DecisionRunner,
  ) {}

  @Get()
  @Roles(...ROLES)
  @ApiOperation({ summary: 'Bank holidays proclaimed since the table of working days was made' })
  @ApiOkResponse({ type: ProclaimedDaysDto })
  async list(): Promise<Plain<ProclaimedDaysDto>> {
    return { days: await this.days.all() };
  }

  @Post()
  @Roles('operator')
  @ApiOperation({
    summary: 'Proclaim a bank holiday: every open deadline that runs over it is computed anew',
  })
  @ApiStep(DayAnswerDto)
  async proclaim(
    @Body() { date, name, order }: ProclaimDayDto,
    @Submitted() submission: Submission,
  ): Promise<Plain<DayAnswerDto>> {
    const command = { type: 'ProclaimDay', data: { date, name, order } } as const;
    const outcome = await this.decisions.run(calendarDecider, {
      stream: CALENDAR_STREAM,
      command,
      submission,
    });
    if (outcome.outcome === 'refused') throw new RefusedError(outcome.refusal);
    return { date, position: outcome.position, repeated: outcome.repeated };
  }
}
