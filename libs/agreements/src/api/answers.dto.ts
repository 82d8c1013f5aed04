import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { TermsDto } from './agreements.dto';

export const AGREEMENT_STATES = ['proposed', 'to-begin', 'in-force', 'run-out', 'ended'] as const;
export type AgreementState = (typeof AGREEMENT_STATES)[number];

export class SignedDto {
  @ApiProperty({ description: 'GSS code', example: 'E09000008' })
  readonly authority!: string;
  @ApiProperty({ description: 'When it was signed off (UTC)' })
  readonly at!: string;
  @ApiProperty({ description: 'Opaque reference of the person' })
  readonly person!: string;
  @ApiProperty({ example: 'governance' })
  readonly role!: string;
  @ApiPropertyOptional({ description: 'Name as given; absent once it was erased' })
  readonly name?: string;
  @ApiPropertyOptional()
  readonly position?: string;
}

export class VersionDto extends TermsDto {
  @ApiProperty({ description: 'Counts 1, 2, 3 …' })
  readonly version!: number;
  @ApiProperty({ description: 'GSS code of the party that proposed it' })
  readonly proposedBy!: string;
  @ApiProperty({ description: 'UTC' })
  readonly proposedAt!: string;
  @ApiProperty({ type: () => [SignedDto], description: 'Who signed it off, and when' })
  readonly signatures!: readonly SignedDto[];
  @ApiProperty({ type: [String], description: 'GSS codes of the parties that still have to sign it' })
  readonly awaiting!: readonly string[];
}

export class DepartureDto {
  @ApiProperty({ description: 'GSS code' })
  readonly authority!: string;
  @ApiProperty({ description: 'UTC' })
  readonly at!: string;
  @ApiProperty({ example: 'legal-advice' })
  readonly because!: string;
  @ApiPropertyOptional()
  readonly note?: string;
}

export class AgreementDto {
  @ApiProperty()
  readonly id!: string;
  @ApiProperty({ enum: [...AGREEMENT_STATES] })
  readonly state!: AgreementState;
  @ApiPropertyOptional({ description: 'Number of the version in force today' })
  readonly versionInForce?: number;
  @ApiProperty({ type: [String], description: 'GSS codes of those whom it binds, or would bind, today' })
  readonly parties!: readonly string[];
  @ApiProperty({ type: () => [VersionDto], description: 'Oldest first' })
  readonly versions!: readonly VersionDto[];
  @ApiProperty({ type: () => [DepartureDto], description: 'Parties that have left, oldest first' })
  readonly left!: readonly DepartureDto[];
  @ApiPropertyOptional({ type: () => DepartureDto, description: 'Who ended it for all' })
  readonly ended?: DepartureDto;
}

export class AgreementListDto {
  @ApiProperty({ type: () => [AgreementDto], description: 'In the order in which you became a party' })
  readonly agreements!: readonly AgreementDto[];
}
