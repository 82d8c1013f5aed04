import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CivilDateField, Code, Count, Text } from '@ibex/runtime';
import { Type } from 'class-transformer';
import { PAUSE_REASONS } from './clock.events';
import type { PauseReason } from './clock.events';

export class ClocksQuery {
  @Text({ max: 500, optional: true, description: '`next` of the page before' })
  readonly cursor?: string;

  @Type(() => Number)
  @Count({ min: 1, max: 500, optional: true, description: 'Clocks per page; 100 unless told' })
  readonly limit?: number;

  @Text({ max: 120, optional: true, description: 'Only clocks of this notice, by its stream' })
  readonly notice?: string;
}

export class PauseDto {
  @Code(PAUSE_REASONS, { description: 'Why it stands still' })
  readonly reason!: PauseReason;

  @Text({ max: 2000, optional: true, description: 'What you want on record; kept sealed' })
  readonly note?: string;
}

export class ClockShownDto {
  @ApiProperty()
  readonly id!: string;
  @ApiProperty({ description: 'Stream of the notice', example: 'placement-…' })
  readonly notice!: string;
  @ApiProperty({ example: 'return-interview' })
  readonly kind!: string;
  @ApiProperty({ description: 'In a practitioner’s words' })
  readonly text!: string;
  @ApiProperty({ example: 'E09000008' })
  readonly owedBy!: string;
  @ApiProperty({ description: 'Instant or London date from which it is counted' })
  readonly startedAt!: string;
  @ApiProperty({ description: 'UTC' })
  readonly warnAt!: string;
  @ApiProperty({ description: 'Late from this instant, UTC' })
  readonly dueAt!: string;
  @ApiProperty({ enum: ['law', 'target'], description: 'target: law gives no number' })
  readonly limitedBy!: string;
  @ApiProperty({ description: 'Steps of the escalation that were taken' })
  readonly stepsTaken!: number;
  @ApiPropertyOptional({ description: 'UTC' })
  readonly warnedAt?: string;
  @ApiPropertyOptional({ description: 'Since when it is late, UTC' })
  readonly lateAt?: string;
  @ApiPropertyOptional({ description: 'Since when it stands still, UTC' })
  readonly pausedAt?: string;
}

export class ClockPageDto {
  @ApiProperty({
    type: [ClockShownDto],
    description: 'Open duties with a date; what is due first comes first',
  })
  readonly items!: readonly ClockShownDto[];
  @ApiPropertyOptional({ description: 'Cursor of the next page; absent on the last one' })
  readonly next?: string;
}

export class ClockChangedDto {
  @ApiProperty()
  readonly id!: string;
  @ApiProperty({ description: 'Late from this instant, UTC' })
  readonly dueAt!: string;
  @ApiProperty({ description: 'Position in the log' })
  readonly position!: number;
  @ApiProperty({ description: 'True when this is the first answer again' })
  readonly repeated!: boolean;
}

export class ProclaimDayDto {
  @CivilDateField({ description: 'The day, a London date' })
  readonly date!: string;

  @Text({ max: 120, description: 'What it is called', example: 'Coronation' })
  readonly name!: string;

  @Text({ max: 200, description: 'By which proclamation or order' })
  readonly order!: string;
}

export class ProclaimedDayDto extends ProclaimDayDto {
  @ApiProperty({ description: 'UTC' })
  readonly recordedAt!: string;
}

export class ProclaimedDaysDto {
  @ApiProperty({ type: [ProclaimedDayDto] })
  readonly days!: readonly ProclaimedDayDto[];
}

export class DayAnswerDto {
  @ApiProperty()
  readonly date!: string;
  @ApiProperty({ description: 'Position in the log' })
  readonly position!: number;
  @ApiProperty({ description: 'True when this is the first answer again' })
  readonly repeated!: boolean;
}
