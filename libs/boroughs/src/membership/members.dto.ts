import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Text } from '@ibex/runtime';

export class MembershipReasonDto {
  @Text({ max: 500, description: 'Why, e.g. under which contract; kept sealed' })
  readonly reason!: string;
}

export class MembershipChangedDto {
  @ApiProperty({ description: 'GSS code', example: 'E10000016' })
  readonly gss!: string;
  @ApiProperty()
  readonly member!: boolean;
  @ApiProperty({ description: 'Position in the log from which on it holds' })
  readonly position!: number;
  @ApiProperty({ description: 'True when this is the first answer again' })
  readonly repeated!: boolean;
}

export class MembershipEventDto {
  @ApiProperty({ enum: ['joined', 'left'] })
  readonly change!: 'joined' | 'left';
  @ApiProperty({ description: 'UTC' })
  readonly at!: string;
  @ApiPropertyOptional()
  readonly reason?: string;
}

export class MemberDto {
  @ApiProperty({ description: 'GSS code', example: 'E10000016' })
  readonly gss!: string;
  @ApiProperty({ example: 'Kent' })
  readonly name!: string;
  @ApiProperty()
  readonly member!: boolean;
  @ApiProperty({ description: 'Whether the configuration names it as a member' })
  readonly initially!: boolean;
  @ApiProperty({ type: () => [MembershipEventDto], description: 'What was recorded since, oldest first' })
  readonly history!: readonly MembershipEventDto[];
}

export class MemberListDto {
  @ApiProperty({ type: () => [MemberDto], description: 'Members, and those that once were' })
  readonly members!: readonly MemberDto[];
}
