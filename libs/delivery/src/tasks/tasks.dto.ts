import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Code, Count, InstantField, Text } from '@ibex/runtime';
import { Type } from 'class-transformer';
import { MEANS } from './task.events';
import type { Means } from './task.events';

export const TASK_STATES = ['open', 'done', 'all'] as const;
export const MOST_TASKS = 500;

export class TasksQuery {
  @Code(TASK_STATES, { optional: true, description: 'open unless told' })
  readonly state?: (typeof TASK_STATES)[number];

  @Type(() => Number)
  @Count({
    min: 0,
    max: Number.MAX_SAFE_INTEGER,
    optional: true,
    description: '`next` of the page before',
  })
  readonly after?: number;

  @Type(() => Number)
  @Count({ min: 1, max: MOST_TASKS, optional: true, description: 'Tasks per page; 100 unless told' })
  readonly limit?: number;
}

export class TaskDoneDto {
  @Code(MEANS, { description: 'How the authority was told' })
  readonly means!: Means;

  @InstantField({ description: 'When it was told' })
  readonly doneAt!: string;

  @Text({ max: 2000, optional: true, description: 'Whom, under which reference; kept sealed' })
  readonly note?: string;
}

export class TaskDto {
  @ApiProperty()
  readonly id!: string;
  @ApiProperty({ enum: ['open', 'done'] })
  readonly state!: 'open' | 'done';
  @ApiProperty({ description: 'GSS code of the authority to be told', example: 'E10000016' })
  readonly recipient!: string;
  @ApiProperty({ example: 'Kent' })
  readonly recipientName!: string;
  @ApiPropertyOptional({
    description: 'GSS codes to tell instead, where the recipient was abolished',
    type: [String],
  })
  readonly tellInstead?: readonly string[];
  @ApiProperty({ description: 'Message that a member would have got', example: 'uk.ibex.placement.notified' })
  readonly message!: string;
  @ApiProperty({ example: 'host' })
  readonly capacity!: string;
  @ApiProperty({ example: 'prompt' })
  readonly urgency!: string;
  @ApiPropertyOptional({ description: 'Opaque reference of the record' })
  readonly recordRef?: string;
  @ApiPropertyOptional({ description: 'UTC; absent where law gives no number' })
  readonly dueAt?: string;
  @ApiProperty({ description: 'UTC' })
  readonly openedAt!: string;
  @ApiPropertyOptional({ description: 'UTC' })
  readonly doneAt?: string;
  @ApiPropertyOptional({ enum: [...MEANS] })
  readonly means?: string;
  @ApiProperty({ description: 'Addresses of the ready letter and of the notice' })
  readonly links!: Readonly<{ letter: string; notice: string }>;
}

export class TaskListDto {
  @ApiProperty({ type: [TaskDto] })
  readonly tasks!: readonly TaskDto[];
  @ApiPropertyOptional({ description: 'Cursor of the next page; absent on the last one' })
  readonly next?: number;
}

export class TaskDoneAnswerDto {
  @ApiProperty()
  readonly id!: string;
  @ApiProperty({ enum: [...MEANS] })
  readonly means!: string;
  @ApiProperty({ description: 'UTC' })
  readonly doneAt!: string;
  @ApiProperty({ description: 'True when this is the first answer again' })
  readonly repeated!: boolean;
}
