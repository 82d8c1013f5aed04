import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Code, Count, InstantField, Text } from '@ibex/runtime';
import { Type } from 'class-transformer';
import { MEANS } from './task.events';
import type { Means } from './task.events';

export const TASK_STATES = ['open', 'done', 'joined', 'all'] as const;
export const MOST_TASKS = 500;

export class TasksQuery {
  @Code(TASK_STATES, { optional: true, description: 'open unless told' })
  readonly state?: (typeof TASK_STATES)[number];

  @Code(['only'], {
    optional: true,
    description: 'only: open ones whose date, or service target, has passed',
  })
  readonly overdue?: 'only';

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

/** How and when an authority was told, and what proves it. */
export class TaskDoneDto {
  @Code(MEANS, { description: 'How the authority was told' })
  readonly means!: Means;

  @InstantField({ description: 'When it was told' })
  readonly doneAt!: string;

  @Text({
    max: 200,
    optional: true,
    description:
      'What proves it: number of the recorded post, id of the message, reference of the call; kept sealed',
  })
  readonly reference?: string;

  @Text({ max: 200, optional: true, description: 'To whom: desk, address, number; kept sealed' })
  readonly sentTo?: string;

  @Text({ max: 200, optional: true, description: 'Who sent it or rang, by name; kept sealed' })
  readonly sentBy?: string;

  @Text({ max: 2000, optional: true, description: 'Anything else; kept sealed' })
  readonly note?: string;
}

export class TaskDto {
  @ApiProperty()
  readonly id!: string;
  @ApiProperty({
    enum: ['open', 'done', 'joined'],
    description: 'joined: the recipient reads its mailbox by now and finds the notice there',
  })
  readonly state!: 'open' | 'done' | 'joined';
  @ApiProperty({ description: 'True while open once its date, or else the service target, has passed' })
  readonly overdue!: boolean;
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
  @ApiPropertyOptional({ description: 'UTC; service target of the exchange where law gives no number' })
  readonly targetAt?: string;
  @ApiProperty({ description: 'UTC' })
  readonly openedAt!: string;
  @ApiPropertyOptional({ description: 'UTC' })
  readonly doneAt?: string;
  @ApiPropertyOptional({ enum: [...MEANS] })
  readonly means?: string;
  @ApiPropertyOptional({ description: 'Whether a reference of the sending is on record' })
  readonly proven?: boolean;
  @ApiPropertyOptional({ description: 'How often what was said of the telling was put right' })
  readonly corrections?: number;
  @ApiProperty({
    description: 'The ready letter, the notice, and where a recipient that has joined stands with it',
  })
  readonly links!: Readonly<{ letter: string; notice: string; recipients?: string }>;
}

export class ProofDto {
  @ApiProperty({ enum: [...MEANS] })
  readonly means!: string;
  @ApiProperty({ description: 'When it was told (UTC)' })
  readonly doneAt!: string;
  @ApiProperty({ description: 'When this was put on record (UTC)' })
  readonly recordedAt!: string;
  @ApiProperty({ description: 'Opaque reference of who put it on record' })
  readonly person!: string;
  @ApiPropertyOptional()
  readonly reference?: string;
  @ApiPropertyOptional()
  readonly sentTo?: string;
  @ApiPropertyOptional()
  readonly sentBy?: string;
  @ApiPropertyOptional()
  readonly note?: string;
}

export class OneTaskDto extends TaskDto {
  @ApiProperty({
    type: () => [ProofDto],
    description: 'What was said of the telling, oldest first: the last holds, those before it were wrong',
  })
  readonly proofs!: readonly ProofDto[];
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
  @ApiProperty({ description: 'Position in the log' })
  readonly position!: number;
  @ApiProperty({ description: 'True when this is the first answer again' })
  readonly repeated!: boolean;
}
