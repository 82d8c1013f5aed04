import { Allow } from 'class-validator';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { AgreementCitation, LegalBasis, RecipientDuty } from '@ibex/kernel';
import { RefField, Text } from '../fields/text.fields';

/** What would be ordered: as in a batch, without a key, since nothing is recorded. */
export class PreviewOrder {
  @Text({ max: 80, description: 'Name of the action.', example: 'placement/notify' })
  readonly action!: string;

  @RefField({ description: 'The notice that the action is on; left out where it opens one.', optional: true })
  readonly id?: string;

  // checked against the action's own class once the action is known
  @Allow()
  @ApiProperty({
    description: 'The body that the action’s own route takes.',
    type: Object,
    additionalProperties: true,
  })
  readonly body!: unknown;
}

export class BasisPreviewed {
  @ApiProperty({ description: 'In words' })
  readonly text!: string;
  @ApiProperty({ description: 'The provision that it rests on' })
  readonly source!: string;
}

export class RecipientPreviewed {
  @ApiProperty({ description: 'Who would be told, ONS code', example: 'E09000008' })
  readonly authority!: string;
  @ApiProperty({ example: 'host' })
  readonly capacity!: string;
  @ApiProperty({ enum: ['urgent', 'prompt', 'routine'] })
  readonly urgency!: string;
  @ApiProperty({ type: BasisPreviewed })
  readonly basis!: LegalBasis;
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description: 'What it would be asked to do: text, and dueAt where law gives a number',
  })
  readonly duty?: RecipientDuty;
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description: 'The clause of a sharing agreement; absent where law names it',
  })
  readonly agreement?: AgreementCitation;
  @ApiProperty({
    description: 'False: it reads no mailbox here, and telling it by other means becomes your task',
  })
  readonly member!: boolean;
}

export class DutyPreviewed {
  @ApiProperty({ description: 'In words' })
  readonly text!: string;
  @ApiProperty({ description: 'Who would owe it, ONS code' })
  readonly owedBy!: string;
  @ApiPropertyOptional({ description: 'Late from this instant on, UTC; absent where law gives no number' })
  readonly dueAt?: string;
  @ApiPropertyOptional({ description: 'Service target, UTC, where law gives no number' })
  readonly targetAt?: string;
  @ApiProperty({ description: 'The provision that it rests on' })
  readonly source!: string;
}

export class FactPreviewed {
  @ApiProperty({ example: 'PlacementNotified' })
  readonly type!: string;
  @ApiProperty({ example: 'Placement notified' })
  readonly title!: string;
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description: 'The open part, of an action that opens a notice: also the host that was found',
  })
  readonly data?: Readonly<Record<string, unknown>>;
}

export class PreviewDto {
  @ApiProperty({
    type: [FactPreviewed],
    description: 'What would be recorded; empty where nothing would change',
  })
  readonly facts!: readonly FactPreviewed[];
  @ApiProperty({ type: [RecipientPreviewed], description: 'Who would be told, each once' })
  readonly told!: readonly RecipientPreviewed[];
  @ApiProperty({ type: [DutyPreviewed], description: 'Duties of yours, or owed to you, that would begin' })
  readonly duties!: readonly DutyPreviewed[];
}
