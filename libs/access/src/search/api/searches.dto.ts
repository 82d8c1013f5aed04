import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Code, Count, CivilDateField, Nested, PostcodeField, Text } from '@ibex/runtime';

export const SEARCH_PURPOSES = ['mash-enquiry', 'section-47', 'emergency'] as const;
export type SearchPurpose = (typeof SEARCH_PURPOSES)[number];

export class IdentifiersDto {
  @Text({ max: 100, optional: true, description: 'Exactly; case, accents and punctuation aside' })
  readonly forename?: string;
  @Text({ max: 100, optional: true, description: 'Exactly; case, accents and punctuation aside' })
  readonly surname?: string;
  @CivilDateField({ optional: true, description: 'Date of birth' })
  readonly dateOfBirth?: string;
  @PostcodeField({ optional: true, description: 'Home postcode' })
  readonly homePostcode?: string;
  @Text({ max: 20, optional: true, description: 'NHS number; enough by itself' })
  readonly nhsNumber?: string;
  @Text({ max: 20, optional: true, description: 'Unique pupil number; enough by itself' })
  readonly upn?: string;
}

export class SearchDto {
  @Nested(() => IdentifiersDto, { description: 'An NHS number or UPN, or at least three of the others' })
  readonly identifiers!: IdentifiersDto;
  @Code(SEARCH_PURPOSES, { description: 'What for; on record, and shown to whoever’s record is found' })
  readonly purpose!: SearchPurpose;
  @Text({ max: 2000, description: 'Why this child, in your words; kept sealed for your own authority' })
  readonly reason!: string;
}

export class RelationShownDto {
  @ApiProperty({ example: 'addressee' })
  readonly kind!: string;
  @ApiProperty({ description: 'UTC' })
  readonly from!: string;
  @ApiPropertyOptional({ description: 'UTC; absent while it lasts' })
  readonly to?: string;
  @ApiProperty()
  readonly basis!: string;
  @ApiProperty()
  readonly source!: string;
}

export class SearchResultDto {
  @ApiProperty({
    enum: ['seen', 'known-to'],
    description: 'known-to: only that the authority knows the child',
  })
  readonly kind!: 'seen' | 'known-to';
  @ApiProperty({ description: 'Number of the result; with it, for a day, you may open it in an emergency' })
  readonly n!: number;
  @ApiProperty({ example: 'E09000012' })
  readonly authority!: string;
  @ApiProperty({ example: 'Hackney' })
  readonly authorityName!: string;
  @ApiPropertyOptional({ description: 'How its multi-agency hub is reached (known-to)' })
  readonly contact?: string;
  @ApiPropertyOptional({ description: 'Opaque reference of the record (seen)' })
  readonly recordRef?: string;
  @ApiPropertyOptional({
    type: [String],
    description: 'Names of what is the same; none: found by a link (seen)',
  })
  readonly agreedOn?: readonly string[];
  @ApiPropertyOptional({ enum: ['owner', 'addressee', 'grant'], description: 'As whom you see it (seen)' })
  readonly sight?: string;
  @ApiPropertyOptional({ type: [RelationShownDto], description: 'What opens it to you (seen)' })
  readonly relations?: readonly RelationShownDto[];
}

export class SearchAnswerDto {
  @ApiProperty({ description: 'Id of the search' })
  readonly id!: string;
  @ApiProperty({ description: 'Position in the log' })
  readonly position!: number;
  @ApiProperty({ type: [SearchResultDto], description: 'Empty: nothing that you may know of' })
  readonly results!: readonly SearchResultDto[];
}

export class OpenResultDto {
  @Count({ min: 1, max: 1_000, description: '`n` of the result' })
  readonly result!: number;
  @Text({
    max: 2000,
    description: 'Why it cannot wait, in your words; kept sealed, for both authorities’ review',
  })
  readonly reason!: string;
}

export class ClosedSearchDto {
  @ApiProperty({ description: 'Opaque reference of the person of yours' })
  readonly person!: string;
  @ApiProperty({ enum: ['varies-one-identifier', 'finds-nothing'] })
  readonly because!: string;
  @ApiProperty({ description: 'UTC' })
  readonly since!: string;
}

export class ClosedSearchesDto {
  @ApiProperty({ type: [ClosedSearchDto] })
  readonly closed!: readonly ClosedSearchDto[];
}

export class ReopenDto {
  @Text({ max: 200, description: 'Opaque reference of the person, as listed' })
  readonly person!: string;
  @Text({ max: 2000, description: 'What you found, in your words; kept sealed' })
  readonly reason!: string;
}

export class ReopenedDto {
  @ApiProperty({ description: 'Position in the log' })
  readonly position!: number;
}
