import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Code, Count, Text } from '@ibex/runtime';
import { ASIDE_BECAUSE } from '../worker/pair-book.schema';
import type { AsideBecause } from '../worker/pair-book.schema';

export const MOST_SET_ASIDE = 100;
export const USUAL_SET_ASIDE = 50;

export class SetAsideQuery {
  @Code(ASIDE_BECAUSE, { optional: true, description: 'Only those that were set aside for this' })
  readonly because?: AsideBecause;
  @Text({ max: 400, optional: true, description: '`next` of the page before' })
  readonly cursor?: string;
  @Count({ min: 1, max: MOST_SET_ASIDE, optional: true, description: 'Records per page; 50 unless told' })
  readonly limit?: number;
}

export class SetAsideRecordDto {
  @ApiProperty({ description: 'Opaque reference of your record' })
  readonly recordRef!: string;
  @ApiProperty({ enum: ASIDE_BECAUSE })
  readonly because!: AsideBecause;
  @ApiProperty({ description: 'Why it is not matched as others are' })
  readonly why!: string;
  @ApiProperty({ description: 'What you can do about it' })
  readonly mend!: string;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'What you told of who the child is: case number, names, date of birth',
    example: { localId: 'LS-104233', forename: 'Unknown', surname: 'Unknown' },
  })
  readonly child!: Readonly<Record<string, string>>;
}

export class SetAsidePageDto {
  @ApiProperty({
    type: [SetAsideRecordDto],
    description: 'A page may be shorter than its limit; follow `next`',
  })
  readonly items!: readonly SetAsideRecordDto[];
  @ApiPropertyOptional({ description: 'Cursor of the next page; absent on the last' })
  readonly next?: string;
  @ApiProperty({ description: 'Up to where the matcher has read the log; -1: it has not begun' })
  readonly position!: number;
  @ApiProperty({ description: 'Whether that is all that there is' })
  readonly upToDate!: boolean;
}
