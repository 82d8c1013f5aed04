import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { GssField, RefField, Text } from '@ibex/runtime';

export class NotToShareDto {
  @RefField({ description: 'Your record of the child' })
  readonly recordRef!: string;
  @RefField({
    optional: true,
    description: 'One notice about the child, e.g. placement-…; left out: all of it',
  })
  readonly notice?: string;
  @GssField({ description: 'Authority that is not told' })
  readonly authority!: string;
  @Text({ max: 2000, description: 'Why, in your words; kept sealed under the record’s key' })
  readonly reason!: string;
}

export class DecisionsQuery {
  @RefField({ optional: true, description: 'Only about this record' })
  readonly recordRef?: string;
}

export class DecisionShownDto {
  @ApiProperty()
  readonly id!: string;
  @ApiProperty({ description: 'Opaque reference of the record' })
  readonly recordRef!: string;
  @ApiPropertyOptional({ description: 'The one notice that it is about' })
  readonly notice?: string;
  @ApiProperty({ description: 'Authority that is not told', example: 'E09000008' })
  readonly authority!: string;
  @ApiPropertyOptional({ description: 'Why; absent once the record was erased' })
  readonly reason?: string;
  @ApiProperty({ description: 'UTC' })
  readonly at!: string;
  @ApiProperty({ description: 'Opaque reference of whoever decided' })
  readonly person!: string;
  @ApiProperty({ example: 'duty-desk' })
  readonly role!: string;
}

export class DecisionListDto {
  @ApiProperty({ type: [DecisionShownDto], description: 'The latest first' })
  readonly decisions!: readonly DecisionShownDto[];
}
