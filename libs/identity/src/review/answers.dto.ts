import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CASE_STATES } from './links.dto';

export class LinkCaseDto {
  @ApiProperty({ description: 'Id of the pair' })
  readonly id!: string;
  @ApiProperty({ enum: CASE_STATES.filter((state) => state !== 'second-person') })
  readonly state!: string;
  @ApiProperty({ description: 'Whether a second person has to say so, too' })
  readonly awaitsSecondPerson!: boolean;
  @ApiProperty({ description: 'Reference of your own record' })
  readonly recordRef!: string;
  @ApiProperty({ description: 'GSS code of the owner of the other record', example: 'E09000008' })
  readonly otherOwner!: string;
  @ApiProperty({ description: 'How likely it is one child, in words', example: 'more than a hundred to one' })
  readonly odds!: string;
  @ApiProperty({ description: 'When this last changed, UTC' })
  readonly changedAt!: string;
}

export class LinkCasesDto {
  @ApiProperty({ type: () => [LinkCaseDto], description: 'Likeliest first' })
  readonly items!: readonly LinkCaseDto[];
  @ApiPropertyOptional({ description: 'Cursor of the next page; absent on the last' })
  readonly next?: string;
}

export class LinkSideDto {
  @ApiPropertyOptional({ description: 'Absent for a record that you may not see' })
  readonly recordRef?: string;
  @ApiProperty({ description: 'GSS code', example: 'E09000008' })
  readonly owner!: string;
  @ApiProperty({ description: 'Name of the authority' })
  readonly ownerName!: string;
  @ApiProperty({ description: 'On which ground you see it', enum: ['owner', 'addressee', 'grant', 'none'] })
  readonly sight!: string;
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'string' },
    description:
      'Who the child is, as far as you may see it; nothing of a record that you have no relation to',
  })
  readonly child?: Readonly<Record<string, string>>;
}

export class LinkSaidDto {
  @ApiProperty({ description: 'What happened', example: 'Linked by a person' })
  readonly what!: string;
  @ApiProperty({ description: 'UTC' })
  readonly at!: string;
  @ApiPropertyOptional({ description: 'GSS code of the authority; absent where the matcher did it' })
  readonly by?: string;
  @ApiPropertyOptional({ description: 'Opaque reference of the person' })
  readonly person?: string;
  @ApiPropertyOptional({ description: 'Opaque reference of the person who said it first, where it took two' })
  readonly firstPerson?: string;
  @ApiPropertyOptional({ description: 'For the owners of the two records; absent once one was erased' })
  readonly rationale?: string;
  @ApiPropertyOptional({ description: 'Of a mark: why they are kept apart' })
  readonly kind?: string;
}

export class LinkDetailDto {
  @ApiProperty()
  readonly id!: string;
  @ApiProperty({ enum: CASE_STATES.filter((state) => state !== 'second-person') })
  readonly state!: string;
  @ApiProperty({ description: 'Whether a second person has to say so, too' })
  readonly awaitsSecondPerson!: boolean;
  @ApiProperty({ description: 'Whether linking these takes two people from the start: one is restricted' })
  readonly takesTwo!: boolean;
  @ApiProperty({ type: () => [LinkSideDto], description: 'The two records side by side' })
  readonly sides!: readonly LinkSideDto[];
  @ApiProperty({
    type: [String],
    example: ['Surname: nearly the same'],
    description: 'What speaks for and against',
  })
  readonly why!: readonly string[];
  @ApiProperty({ description: 'How likely it is one child, in words' })
  readonly odds!: string;
  @ApiProperty({ description: 'Whether other records could as well be meant' })
  readonly hasRivals!: boolean;
  @ApiProperty({ type: () => [LinkSaidDto], description: 'What was found and decided, oldest first' })
  readonly history!: readonly LinkSaidDto[];
}

export class LinkReachedDto {
  @ApiProperty({ description: 'GSS code' })
  readonly authority!: string;
  @ApiProperty()
  readonly name!: string;
  @ApiProperty({ description: 'How many of the records it was shown, of both children' })
  readonly records!: number;
  @ApiProperty({ description: 'UTC' })
  readonly firstAt!: string;
  @ApiProperty({ description: 'UTC' })
  readonly lastAt!: string;
  @ApiPropertyOptional({ description: 'When the correction reached its mailbox' })
  readonly correctedAt?: string;
  @ApiPropertyOptional({ description: 'When somebody there acknowledged it' })
  readonly confirmedAt?: string;
}

export class LinkSpellDto {
  @ApiProperty({ description: 'UTC' })
  readonly linkedAt!: string;
  @ApiPropertyOptional({ description: 'UTC; absent while they are linked' })
  readonly partedAt?: string;
  @ApiPropertyOptional({ description: 'Id of the correction, once it went out' })
  readonly correction?: string;
  @ApiProperty({ type: () => [LinkReachedDto], description: 'Who was shown records of both as one child’s' })
  readonly reached!: readonly LinkReachedDto[];
}

export class BlastRadiusDto {
  @ApiProperty({ description: 'Id of the pair' })
  readonly id!: string;
  @ApiProperty({
    type: () => [LinkSpellDto],
    description: 'Each time that the two were linked, oldest first',
  })
  readonly spells!: readonly LinkSpellDto[];
}

export class CorrectionDto {
  @ApiProperty()
  readonly id!: string;
  @ApiProperty({ description: 'UTC' })
  readonly at!: string;
  @ApiProperty({ description: 'In words' })
  readonly what!: string;
  @ApiProperty({
    type: 'array',
    items: { type: 'array', items: { type: 'string' } },
    description: 'References of records that you were shown: those of the one child, and those of the other',
  })
  readonly children!: readonly (readonly string[])[];
}
