import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export class StepDto {
  @ApiProperty({ description: 'UTC' })
  readonly at!: string;
  @ApiProperty({ description: 'Opaque reference of the person or system' })
  readonly person!: string;
  @ApiProperty({ example: 'duty-desk' })
  readonly role!: string;
  @ApiPropertyOptional({ description: 'How it was delivered', example: 'event-stream' })
  readonly channel?: string;
}

export class SetAsideDto {
  @ApiProperty({ description: 'UTC' })
  readonly at!: string;
  @ApiProperty({ description: 'Channel that will never take it; it is in the mailbox all the same' })
  readonly channel!: string;
}

export class RecipientDto {
  @ApiProperty({ example: 'E09000003' })
  readonly authority!: string;
  @ApiProperty({ example: 'host' })
  readonly capacity!: string;
  @ApiProperty({ example: 'prompt' })
  readonly urgency!: string;
  @ApiPropertyOptional({ description: 'Number in the recipient’s mailbox; none for one told by other means' })
  readonly sequence?: number;
  @ApiProperty({ enum: ['queued', 'delivered', 'opened', 'acknowledged', 'to-be-told', 'told'] })
  readonly state!: 'queued' | 'delivered' | 'opened' | 'acknowledged' | 'to-be-told' | 'told';
  @ApiProperty({ description: 'When it reached the mailbox, or the task was opened (UTC)' })
  readonly queuedAt!: string;
  @ApiPropertyOptional({ type: StepDto })
  readonly delivered?: StepDto;
  @ApiPropertyOptional({ type: StepDto })
  readonly opened?: StepDto;
  @ApiPropertyOptional({ type: StepDto })
  readonly acknowledged?: StepDto;
  @ApiPropertyOptional({ type: [SetAsideDto], description: 'Channels that could not take it' })
  readonly setAside?: readonly SetAsideDto[];
  @ApiPropertyOptional({ description: 'When it was told by other means (UTC)' })
  readonly toldAt?: string;
  @ApiPropertyOptional({ description: 'Task of the sender where the recipient does not read a mailbox here' })
  readonly taskId?: string;
}

export class RecipientListDto {
  @ApiProperty({ type: [RecipientDto] })
  readonly recipients!: readonly RecipientDto[];
}
