import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CivilDateField, RefField, Text, TextList } from '@ibex/runtime';

const GSS = 9;

export class LookoutDto {
  @RefField({ description: 'Your restricted record of the child; nobody is told of it' })
  readonly recordRef!: string;
  @TextList({ max: GSS, maxItems: 40, description: 'GSS codes of the authorities that you let know' })
  readonly authorities!: readonly string[];
  @CivilDateField({ description: 'Missing since this day' })
  readonly since!: string;
  @Text({ max: 200, description: 'Whom to ring, of your people' })
  readonly name!: string;
  @Text({ max: 60, description: 'Where that person answers by day and night' })
  readonly phone!: string;
  @Text({ max: 60, optional: true, description: 'What the police file it under' })
  readonly policeReference?: string;
}

export class LookoutShownDto {
  @ApiProperty()
  readonly id!: string;
  @ApiProperty({ enum: ['missing', 'over'] })
  readonly state!: 'missing' | 'over';
  @ApiProperty({ description: 'Authority that asks, GSS code', example: 'E09000012' })
  readonly from!: string;
  @ApiProperty({ format: 'date' })
  readonly since!: string;
  @ApiProperty({ description: 'UTC' })
  readonly askedAt!: string;
  @ApiPropertyOptional({ description: 'Whom to ring; gone once it is over' })
  readonly name?: string;
  @ApiPropertyOptional()
  readonly phone?: string;
  @ApiPropertyOptional()
  readonly policeReference?: string;
  @ApiPropertyOptional({ description: 'For its owner alone: the record' })
  readonly recordRef?: string;
  @ApiPropertyOptional({
    enum: ['child-found'],
    description: 'For its owner alone: ended by the service, because the child is reported back',
  })
  readonly endedBecause?: 'child-found';
  @ApiPropertyOptional({ type: [String], description: 'For its owner alone: who was told' })
  readonly authorities?: readonly string[];
}

export class LookoutListDto {
  @ApiProperty({ type: [LookoutShownDto], description: 'The latest first' })
  readonly lookouts!: readonly LookoutShownDto[];
}
