import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { ChildIdentity } from '@ibex/kernel';

export class ByDto {
  @ApiProperty({ description: 'GSS code', example: 'E09000008' })
  readonly authority!: string;
  @ApiProperty({ description: 'Opaque reference of the person or system' })
  readonly person!: string;
  @ApiProperty()
  readonly role!: string;
}

export class NoticeFactDto {
  @ApiProperty({ description: 'Id of the fact' })
  readonly id!: string;
  @ApiProperty({ description: 'Stream of the notice', example: 'placement-…' })
  readonly notice!: string;
  @ApiProperty({ example: 'PlacementNotified' })
  readonly type!: string;
  @ApiProperty({ example: 'Placement notified' })
  readonly title!: string;
  @ApiPropertyOptional({ description: 'Opaque reference of the record that it is about' })
  readonly recordRef?: string;
  @ApiProperty({ description: 'Number within the notice: 0, 1, 2 …' })
  readonly revision!: number;
  @ApiProperty({ description: 'When IBEX recorded it (UTC)' })
  readonly recordedAt!: string;
  @ApiProperty({ type: ByDto })
  readonly by!: ByDto;
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'The open part: ids, codes, dates',
  })
  readonly data!: Readonly<Record<string, unknown>>;
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description:
      'The personal part, without what its addressees may not see; absent once the record was erased',
  })
  readonly personal?: Readonly<Record<string, unknown>>;
}

export class NoticeDetailDto extends NoticeFactDto {
  @ApiProperty({ enum: ['owner', 'addressee', 'grant'], description: 'As whom you see it' })
  readonly sight!: 'owner' | 'addressee' | 'grant';
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description: 'Who the child is, as last told by its authority',
  })
  readonly child?: ChildIdentity;
}

export class NoticeDto {
  @ApiProperty({ description: 'Stream of the notice', example: 'placement-…' })
  readonly notice!: string;
  @ApiProperty({ enum: ['owner', 'addressee', 'grant'], description: 'As whom you see it' })
  readonly sight!: 'owner' | 'addressee' | 'grant';
  @ApiPropertyOptional({ type: 'object', additionalProperties: true })
  readonly child?: ChildIdentity;
  @ApiProperty({ type: [NoticeFactDto], description: 'What you may see of it, oldest first' })
  readonly facts!: readonly NoticeFactDto[];
}
