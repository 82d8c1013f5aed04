import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Count, InstantField, field } from '@ibex/runtime';
import type { FieldOptions } from '@ibex/runtime';
import { Type } from 'class-transformer';

const MOST_AT_ONCE = 500;
const isSequence = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) > 0;

/** Numbers of mailbox entries. */
const SequencesField = (options: FieldOptions): PropertyDecorator =>
  field(
    options,
    {
      rule: 'sequences',
      holds: (value) =>
        Array.isArray(value) && value.length > 0 && value.length <= MOST_AT_ONCE && value.every(isSequence),
      fault: () => 'is not a list of numbers of mailbox entries',
      mend: `Give 1 to ${String(MOST_AT_ONCE)} numbers as the list of what is set aside shows them, or leave it out for all.`,
    },
    { type: 'array', items: { type: 'integer', minimum: 1 }, minItems: 1, maxItems: MOST_AT_ONCE },
  );

export class RedriveDto {
  @SequencesField({ optional: true, description: 'Which entries to send once more; all unless told' })
  readonly sequences?: readonly number[];
}

export class ReplayDto {
  @Count({
    min: 1,
    max: Number.MAX_SAFE_INTEGER,
    optional: true,
    description: 'Number of the first mailbox entry to send again; give this or fromTime',
  })
  readonly fromSequence?: number;

  @InstantField({
    optional: true,
    description: 'Send again what reached the mailbox from this moment on; give this or fromSequence',
  })
  readonly fromTime?: string;
}

export class AsideQuery {
  @Type(() => Number)
  @Count({ min: 0, max: Number.MAX_SAFE_INTEGER, optional: true, description: '`next` of the page before' })
  readonly after?: number;
}

export class AsideEntryDto {
  @ApiProperty({ description: 'Number in your mailbox; its detail is there' })
  readonly sequence!: number;
  @ApiProperty({ description: 'Id of the message, as your receiver saw it' })
  readonly messageId!: string;
  @ApiProperty({ enum: ['set-aside', 'redriven'], description: 'redriven: on its way once more' })
  readonly state!: 'set-aside' | 'redriven';
  @ApiProperty({ description: 'What your receiver said the last time', example: 'webhook/refused' })
  readonly reason!: string;
  @ApiPropertyOptional({ example: 422 })
  readonly status?: number;
  @ApiProperty({ description: 'UTC' })
  readonly setAsideAt!: string;
}

export class AsideListDto {
  @ApiProperty({ type: [AsideEntryDto] })
  readonly entries!: readonly AsideEntryDto[];
  @ApiPropertyOptional({ description: 'Cursor of the next page; absent on the last one' })
  readonly next?: number;
}

export class RedriveAnswerDto {
  @ApiProperty({ type: [Number], description: 'Numbers of the entries that this order sends once more' })
  readonly sequences!: readonly number[];
  @ApiProperty({ description: 'True when this is the first answer again' })
  readonly repeated!: boolean;
}

export class ReplayAnswerDto {
  @ApiProperty()
  readonly id!: string;
  @ApiProperty({ description: 'First entry that is sent again' })
  readonly fromSequence!: number;
  @ApiProperty({ description: 'Last entry that is sent again; what comes after it was still to come anyway' })
  readonly toSequence!: number;
  @ApiProperty({ description: 'True when this is the first answer again' })
  readonly repeated!: boolean;
}
