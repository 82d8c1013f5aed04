import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Code, RefField, Text } from '@ibex/runtime';
import { ACTIONS, NO_ACTION_REASONS } from './delivery.events';
import type { ActionCode, NoActionReason } from './delivery.events';

export class ActionDto {
  @Code(ACTIONS, { description: 'What was done' })
  readonly action!: ActionCode;

  @Code(NO_ACTION_REASONS, {
    optional: true,
    description: 'Why nothing is done; with no-further-action only',
  })
  readonly reason?: NoActionReason;

  @Text({ max: 2000, optional: true, description: 'What you want on record; kept sealed' })
  readonly note?: string;
}

export class ActionAnswerDto {
  @ApiProperty({ description: 'Number in your mailbox' })
  readonly sequence!: number;
  @ApiProperty({ enum: [...ACTIONS] })
  readonly action!: string;
  @ApiProperty({ description: 'UTC' })
  readonly recordedAt!: string;
  @ApiProperty({ description: 'True when this is the first answer again' })
  readonly repeated!: boolean;
}

export class QueryDto {
  @Text({ max: 2000, description: 'What you ask the sender; kept sealed under the record’s key' })
  readonly text!: string;
}

export class QueryAnswerDto {
  @RefField({ description: 'The question that you answer' })
  readonly queryId!: string;

  @Text({ max: 2000, description: 'Your answer; kept sealed under the record’s key' })
  readonly text!: string;
}

export class QueryRecordedDto {
  @ApiProperty({ description: 'Id of the question; an answer names it' })
  readonly queryId!: string;
  @ApiProperty({ description: 'UTC' })
  readonly recordedAt!: string;
  @ApiProperty({ description: 'True when this is the first answer again' })
  readonly repeated!: boolean;
}

export class ThreadMessageDto {
  @ApiProperty({ enum: ['question', 'answer'] })
  readonly kind!: 'question' | 'answer';
  @ApiProperty()
  readonly queryId!: string;
  @ApiProperty({ description: 'GSS code', example: 'E09000008' })
  readonly by!: string;
  @ApiProperty({ description: 'Opaque reference of the person or system' })
  readonly person!: string;
  @ApiProperty()
  readonly role!: string;
  @ApiProperty({ description: 'UTC' })
  readonly at!: string;
  @ApiPropertyOptional({ description: 'Absent once the record was erased' })
  readonly text?: string;
}

export class ThreadDto {
  @ApiProperty({ type: [ThreadMessageDto], description: 'Oldest first' })
  readonly messages!: readonly ThreadMessageDto[];
}
