import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CivilDateField, Nested, PostcodeField, Text } from '@ibex/runtime';

/** What one would post of the child. Nothing of it is kept. */
export class LikelyChildDto {
  @Text({ max: 40, optional: true, description: 'Not looked at: POST /v1/records/find knows a local id' })
  readonly localId?: string;

  @Text({ max: 100, optional: true, description: 'Forename', example: 'Maya' })
  readonly forename?: string;

  @Text({ max: 100, optional: true, description: 'Surname', example: 'Okafor' })
  readonly surname?: string;

  @CivilDateField({ optional: true, description: 'Date of birth', example: '2010-05-14' })
  readonly dateOfBirth?: string;

  @Text({ max: 10, optional: true, description: 'Sex: M, F or U (unknown)', example: 'F' })
  readonly sex?: string;

  @Text({ max: 10, optional: true, description: 'Ethnicity, DfE code', example: 'BAFR' })
  readonly ethnicity?: string;

  @Text({ max: 20, optional: true, description: 'Unique pupil number', example: 'H801200001001' })
  readonly upn?: string;

  @Text({ max: 20, optional: true, description: 'NHS number', example: '9990548609' })
  readonly nhsNumber?: string;

  @PostcodeField({ optional: true, description: 'Postcode of the child’s own home' })
  readonly homePostcode?: string;
}

export class LikelyRecordsDto {
  @Nested(() => LikelyChildDto, { description: 'The child as you would post it' })
  readonly child!: LikelyChildDto;
}

export const LIKELINESSES = ['very-likely', 'possible'] as const;

export class LikelyRecordDto {
  @ApiProperty({ description: 'Opaque reference by which notices may name the child' })
  readonly recordRef!: string;
  @ApiProperty({ description: 'GSS code of the authority whose record it is' })
  readonly owner!: string;
  @ApiPropertyOptional({ enum: LIKELINESSES, description: 'Of your own records alone' })
  readonly likeliness?: (typeof LIKELINESSES)[number];
  @ApiPropertyOptional({
    type: [String],
    description: 'How each thing that both know agrees, in words; of your own records alone',
    example: ['Forename: one is a short form of the other', 'Date of birth: the same'],
  })
  readonly agrees?: readonly string[];
}

export class LikelyAnswerDto {
  @ApiProperty({ type: [LikelyRecordDto], description: 'The likeliest first' })
  readonly likely!: readonly LikelyRecordDto[];
}
