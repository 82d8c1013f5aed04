import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ATTEMPT_OUTCOMES } from '@ibex/kernel';
import type { AttemptOutcome } from '@ibex/kernel';
import { Code, Count, InstantField } from '@ibex/runtime';
import { Type } from 'class-transformer';

export class AttemptsQuery {
  @Type(() => Number)
  @Count({ min: 1, max: Number.MAX_SAFE_INTEGER, optional: true, description: '`next` of the page before' })
  readonly before?: number;

  @Type(() => Number)
  @Count({ min: 1, max: 500, optional: true, description: 'Lines per page; 100 unless told' })
  readonly limit?: number;

  @Code(ATTEMPT_OUTCOMES, { optional: true, description: 'Only those that ended so' })
  readonly outcome?: AttemptOutcome;

  @InstantField({ optional: true, description: 'Only those from this moment on' })
  readonly since?: string;
}

export class AttemptDto {
  @ApiProperty({ description: 'Number in your mailbox' })
  readonly sequence!: number;
  @ApiProperty({ description: 'UTC' })
  readonly at!: string;
  @ApiProperty({ enum: [...ATTEMPT_OUTCOMES] })
  readonly outcome!: AttemptOutcome;
  @ApiPropertyOptional({ example: 'webhook/timed-out' })
  readonly reason?: string;
  @ApiPropertyOptional({ example: 503 })
  readonly status?: number;
  @ApiProperty({ description: 'How long your receiver took to answer' })
  readonly durationMs!: number;
  @ApiPropertyOptional({
    description: 'So many others that ended the same way in the minute before have no line of their own',
  })
  readonly more?: number;
}

export class AttemptListDto {
  @ApiProperty({ type: [AttemptDto], description: 'The newest first' })
  readonly attempts!: readonly AttemptDto[];
  @ApiPropertyOptional({ description: 'Cursor of the next page, as `before`; absent on the last one' })
  readonly next?: number;
}
