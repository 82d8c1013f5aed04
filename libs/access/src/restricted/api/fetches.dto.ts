import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { RefField, Text } from '@ibex/runtime';

export class FetchDto {
  @RefField({ description: 'Reference of a restricted record of your authority' })
  readonly recordRef!: string;
  @Text({
    max: 80,
    optional: true,
    description:
      'Stream of the notice whose whereabouts are asked for, e.g. placement-…; left out: the home address',
  })
  readonly notice?: string;
  @Text({ max: 2000, description: 'Why, in your own words; sealed, read by your own authority alone' })
  readonly reason!: string;
}

export class GuardedFactDto {
  @ApiProperty({ description: 'Id of the fact' })
  readonly factId!: string;
  @ApiProperty({ example: 'PlacementNotified' })
  readonly type!: string;
  @ApiProperty({ description: 'UTC', format: 'date-time' })
  readonly recordedAt!: string;
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'Address, contacts, free text' })
  readonly fields!: Readonly<Record<string, unknown>>;
}

export class WhereaboutsDto {
  @ApiProperty()
  readonly recordRef!: string;
  @ApiPropertyOptional({ description: 'Where the child’s home is, as last told' })
  readonly homePostcode?: string;
  @ApiProperty({ type: [GuardedFactDto], description: 'What the notice holds, oldest first' })
  readonly facts!: readonly GuardedFactDto[];
}

export const FETCH_PHASES = ['requested', 'approved', 'taken'] as const;

export class FetchShownDto {
  @ApiProperty()
  readonly id!: string;
  @ApiProperty()
  readonly recordRef!: string;
  @ApiPropertyOptional()
  readonly notice?: string;
  @ApiProperty({ enum: [...FETCH_PHASES] })
  readonly phase!: (typeof FETCH_PHASES)[number];
  @ApiProperty({ description: 'Opaque reference of who asked' })
  readonly person!: string;
  @ApiPropertyOptional({ description: 'Opaque reference of who approved it' })
  readonly approvedBy?: string;
  @ApiPropertyOptional({ description: 'When the approval runs out (UTC)', format: 'date-time' })
  readonly until?: string;
  @ApiProperty({ description: 'UTC', format: 'date-time' })
  readonly requestedAt!: string;
  @ApiPropertyOptional()
  readonly reason?: string;
}

export class FetchListDto {
  @ApiProperty({ type: [FetchShownDto], description: 'Newest first' })
  readonly fetches!: readonly FetchShownDto[];
}
