import { ApiProperty } from '@nestjs/swagger';
import { Allow } from 'class-validator';
import { NestedList } from '../fields/nested.fields';
import { RefField, Text } from '../fields/text.fields';
import { BodyLimits } from '../validation/body-shape';

export const LONGEST_BATCH = 100;

/** One command of a batch: which action, on which notice, under which key, with which body. */
export class BatchCommand {
  @Text({ max: 80, description: 'Name of the action.', example: 'placement/end' })
  readonly action!: string;

  @RefField({ description: 'The notice that the action is on; left out where it opens one.', optional: true })
  readonly id?: string;

  @Text({ max: 255, description: 'The Idempotency-Key of this command.' })
  readonly key!: string;

  // checked against the action's own class once the action is known
  @Allow()
  @ApiProperty({
    description: 'The body that the action’s own route takes.',
    type: Object,
    additionalProperties: true,
  })
  readonly body!: unknown;
}

@BodyLimits({ depth: 24, keys: 20_000 })
export class Batch {
  @NestedList(() => BatchCommand, {
    min: 1,
    max: LONGEST_BATCH,
    description: 'Commands, each with its own answer.',
  })
  readonly commands!: readonly BatchCommand[];
}
