import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export class AuthorityDto {
  @ApiProperty({ description: 'ONS nine-character code', example: 'E09000008' })
  readonly gss!: string;
  @ApiProperty({ description: 'DfE local authority number', example: '306' })
  readonly dfeNumber!: string;
  @ApiProperty({ example: 'Croydon' })
  readonly name!: string;
  @ApiProperty({ description: 'Region as the DfE groups them', example: 'Outer London' })
  readonly region!: string;
  @ApiProperty({ description: 'False: told by other means, see /v1/tasks' })
  readonly member!: boolean;
  @ApiPropertyOptional({ description: 'From this date the code is no longer used', example: '2023-04-01' })
  readonly endedOn?: string;
  @ApiPropertyOptional({ description: 'GSS codes of the authorities that took over', type: [String] })
  readonly followedBy?: readonly string[];
}

export class AuthorityListDto {
  @ApiProperty({ type: [AuthorityDto] })
  readonly authorities!: readonly AuthorityDto[];
}
