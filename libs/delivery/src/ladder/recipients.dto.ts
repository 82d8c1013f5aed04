import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { AgreementCitation } from '@ibex/kernel';

export class LadderStepDto {
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

export class ActionStepDto extends LadderStepDto {
  @ApiProperty({ example: 'visited' })
  readonly action!: string;
  @ApiPropertyOptional({ description: 'Why nothing more is done', example: 'already-known' })
  readonly reason?: string;
}

export class QueriedDto {
  @ApiProperty({ description: 'How many questions it asked' })
  readonly asked!: number;
  @ApiProperty({ description: 'How many of them the sender answered' })
  readonly answered!: number;
  @ApiProperty({ description: 'Of the last question (UTC)' })
  readonly lastAt!: string;
}

export class SilentDto {
  @ApiProperty({ description: 'When the limit of its urgency had passed (UTC)' })
  readonly limitAt!: string;
  @ApiProperty({ description: 'When it was found (UTC)' })
  readonly recordedAt!: string;
  @ApiProperty({ enum: ['not-delivered', 'not-acknowledged'] })
  readonly silence!: string;
}

export class PutRightDto {
  @ApiProperty({ description: 'The recall or correction; its own recipients are at its own link' })
  readonly factId!: string;
  @ApiProperty({ description: 'When it reached the mailbox (UTC)' })
  readonly queuedAt!: string;
  @ApiProperty({ description: 'Whether the recipient acknowledged it: put right there too' })
  readonly putRightThere!: boolean;
  @ApiPropertyOptional({ description: 'When it did (UTC)' })
  readonly putRightAt?: string;
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
  @ApiProperty({ enum: ['queued', 'delivered', 'opened', 'acknowledged', 'acted', 'to-be-told', 'told'] })
  readonly state!: 'queued' | 'delivered' | 'opened' | 'acknowledged' | 'acted' | 'to-be-told' | 'told';
  @ApiProperty({ description: 'When it reached the mailbox, or the task was opened (UTC)' })
  readonly queuedAt!: string;
  @ApiPropertyOptional({
    enum: ['no-usable-key'],
    description: 'Why it has not left: the recipient wants it sealed, and has no key to seal it to',
  })
  readonly heldBecause?: 'no-usable-key';
  @ApiPropertyOptional({ type: LadderStepDto })
  readonly delivered?: LadderStepDto;
  @ApiPropertyOptional({ type: LadderStepDto })
  readonly opened?: LadderStepDto;
  @ApiPropertyOptional({ type: LadderStepDto })
  readonly acknowledged?: LadderStepDto;
  @ApiPropertyOptional({ type: [ActionStepDto], description: 'What was done there, oldest first' })
  readonly actions?: readonly ActionStepDto[];
  @ApiPropertyOptional({ type: QueriedDto, description: 'It asked the sender back' })
  readonly queried?: QueriedDto;
  @ApiPropertyOptional({ type: SilentDto, description: 'It did not take the notice on in time' })
  readonly silent?: SilentDto;
  @ApiPropertyOptional({ type: [PutRightDto], description: 'Corrections of what this recipient was told' })
  readonly corrected?: readonly PutRightDto[];
  @ApiPropertyOptional({ type: PutRightDto, description: 'The recall of what this recipient was told' })
  readonly recalled?: PutRightDto;
  @ApiPropertyOptional({ type: [SetAsideDto], description: 'Channels that could not take it' })
  readonly setAside?: readonly SetAsideDto[];
  @ApiPropertyOptional({ description: 'When it was told by other means (UTC)' })
  readonly toldAt?: string;
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description: 'The clause of a sharing agreement under which it was told; absent where law names it',
  })
  readonly agreement?: AgreementCitation;
  @ApiPropertyOptional({
    description: 'True once the agreement has ended: it can no longer read what it was told',
  })
  readonly withdrawn?: true;
  @ApiPropertyOptional({ description: 'Task of the sender where the recipient does not read a mailbox here' })
  readonly taskId?: string;
}

export class RecipientListDto {
  @ApiProperty({ type: [RecipientDto] })
  readonly recipients!: readonly RecipientDto[];
}
