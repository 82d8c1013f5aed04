import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Code, Count, GssField, InstantField, RefField, Text } from '@ibex/runtime';
import { Type } from 'class-transformer';

export const MOST_READS = 500;
export const USUAL_READS = 100;
export const SCOPES = ['our-records', 'our-people'] as const;
export type Scope = (typeof SCOPES)[number];

export class ReadsQuery {
  @RefField({ optional: true, description: 'Only looks at this record' })
  readonly recordRef?: string;

  @InstantField({ optional: true, description: 'Only looks at or after this instant' })
  readonly since?: string;

  @GssField({ optional: true, description: 'Only looks by people of this authority' })
  readonly by?: string;

  @Code(SCOPES, {
    optional: true,
    description: 'our-records (usual): who looked at your records; our-people: at what yours looked',
  })
  readonly scope?: Scope;

  @Code(['json', 'csv'], { optional: true, description: 'Left out: as Accept says; JSON unless told' })
  readonly format?: 'json' | 'csv';

  @Text({ max: 400, optional: true, description: '`next` of the page before' })
  readonly cursor?: string;

  @Type(() => Number)
  @Count({ min: 1, max: MOST_READS, optional: true, description: 'Looks per page; 100 unless told' })
  readonly limit?: number;
}

export class ReadShownDto {
  @ApiProperty({ description: 'Opaque reference of the record that was looked at' })
  readonly recordRef!: string;
  @ApiProperty({ description: 'Whose record it is, GSS code', example: 'E09000012' })
  readonly owner!: string;
  @ApiProperty({ description: 'Authority of whoever looked, GSS code', example: 'E09000008' })
  readonly authority!: string;
  @ApiProperty({ example: 'Croydon' })
  readonly authorityName!: string;
  @ApiProperty({ description: 'Opaque reference of the person or system; its authority knows who it is' })
  readonly person!: string;
  @ApiProperty({ example: 'mash' })
  readonly role!: string;
  @ApiProperty({ description: 'What was looked at', example: 'child-chronology' })
  readonly what!: string;
  @ApiProperty({ example: 'section-47' })
  readonly purpose!: string;
  @ApiProperty({ description: 'What opened the record' })
  readonly basis!: string;
  @ApiProperty({ description: 'Where that is laid down' })
  readonly source!: string;
  @ApiProperty({ description: 'When, UTC' })
  readonly at!: string;
  @ApiPropertyOptional({ description: 'The same list seen again by the same person that day: the last time' })
  readonly lastAt?: string;
  @ApiProperty({ description: 'One of several rows of a list' })
  readonly inList!: boolean;
  @ApiProperty({ description: 'Whether the owner got an entry about it in its mailbox' })
  readonly told!: boolean;
}

export class ReadListDto {
  @ApiProperty({ type: [ReadShownDto], description: 'The latest first' })
  readonly reads!: readonly ReadShownDto[];
  @ApiPropertyOptional({ description: 'Cursor of the next page; absent on the last one' })
  readonly next?: string;
}
