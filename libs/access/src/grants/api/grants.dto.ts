import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PURPOSES } from '@ibex/kernel';
import type { Purpose } from '@ibex/kernel';
import { Code, SubmissionAnswerBody, Text } from '@ibex/runtime';
import { FINDINGS } from '../domain/grant.events';
import type { Finding } from '../domain/grant.events';

export class BreakGlassDto {
  @Text({
    max: 2000,
    description: 'Why it cannot wait, in your own words; sealed, read by those who review it',
  })
  readonly reason!: string;
  @Code(Object.keys(PURPOSES), { description: 'What you read for', example: 'section-47' })
  readonly purpose!: Purpose;
}

export class GlassOpenedDto extends SubmissionAnswerBody {
  @ApiProperty({ description: 'Opaque reference of the record that is open to you now' })
  declare readonly recordRef: string;
  @ApiProperty({ description: 'When it closes again (UTC)', format: 'date-time' })
  readonly until!: string;
}

export class ReviewDto {
  @Code(FINDINGS, { description: 'What your authority found' })
  readonly finding!: Finding;
  @Text({ max: 2000, description: 'On what that rests; sealed, read by both authorities' })
  readonly words!: string;
}

export class HolderDto {
  @ApiProperty({ description: 'GSS code', example: 'E09000008' })
  readonly authority!: string;
  @ApiProperty({ description: 'Opaque reference of the person' })
  readonly person!: string;
}

export class ReviewFindingDto extends HolderDto {
  @ApiProperty({ enum: [...FINDINGS] })
  readonly finding!: Finding;
  @ApiProperty({ description: 'UTC', format: 'date-time' })
  readonly at!: string;
  @ApiPropertyOptional({ description: 'Absent once the record was erased' })
  readonly words?: string;
}

export class GrantReviewDto {
  @ApiProperty()
  readonly id!: string;
  @ApiProperty({ enum: ['owner', 'holder'], description: 'As whose authority you review' })
  readonly side!: 'owner' | 'holder';
  @ApiProperty({ description: 'GSS code of the authority whose record it is' })
  readonly owner!: string;
  @ApiPropertyOptional({ description: 'Reference of the record; for its owner alone' })
  readonly recordRef?: string;
  @ApiProperty({ type: HolderDto, description: 'Who broke the glass' })
  readonly holder!: HolderDto;
  @ApiProperty({ enum: Object.keys(PURPOSES) })
  readonly purpose!: Purpose;
  @ApiPropertyOptional({ description: 'Why, in the person’s words; absent once the record was erased' })
  readonly reason?: string;
  @ApiProperty({ description: 'UTC', format: 'date-time' })
  readonly openedAt!: string;
  @ApiProperty({ description: 'When it closes, or closed (UTC)', format: 'date-time' })
  readonly until!: string;
  @ApiProperty({ description: 'Whether it is open now' })
  readonly isOpen!: boolean;
  @ApiProperty({ description: 'Whether your authority still has to review it' })
  readonly isDue!: boolean;
  @ApiProperty({ type: [ReviewFindingDto], description: 'What either authority found, oldest first' })
  readonly findings!: readonly ReviewFindingDto[];
}

export class GrantReviewListDto {
  @ApiProperty({ type: [GrantReviewDto], description: 'Newest first' })
  readonly reviews!: readonly GrantReviewDto[];
}
