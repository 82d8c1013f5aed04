import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { RECORD_LABELS } from '@ibex/kernel';
import type { RecordLabel } from '@ibex/kernel';
import { Code, Text } from '@ibex/runtime';

const WORDS = 'Why, in your own words; sealed, read by your own authority alone';

export class RestrictDto {
  @Code(RECORD_LABELS, { description: 'Why it is kept from all others' })
  readonly label!: RecordLabel;
  @Text({ max: 2000, description: WORDS })
  readonly reason!: string;
}

export class LiftingDto {
  @Text({ max: 2000, description: WORDS })
  readonly reason!: string;
}

export class LabelDto {
  @ApiProperty({ enum: [...RECORD_LABELS] })
  readonly label!: RecordLabel;
  @ApiProperty({ description: 'Since when (UTC)', format: 'date-time' })
  readonly since!: string;
  @ApiPropertyOptional({
    description: 'Opaque reference of who proposed to lift it; another person has to agree',
  })
  readonly liftingProposedBy?: string;
}

export class RestrictionsDto {
  @ApiProperty()
  readonly recordRef!: string;
  @ApiProperty({ type: [LabelDto], description: 'In force now' })
  readonly labels!: readonly LabelDto[];
}
