import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Text } from '@ibex/runtime';

export class RevocationDto {
  @Text({
    max: 200,
    optional: true,
    description: 'Opaque reference of the person, as its tokens name it (`sub`)',
  })
  readonly person?: string;
  @Text({ max: 200, optional: true, description: 'Id of one token (`jti`), instead of a person' })
  readonly tokenId?: string;
  @Text({ max: 2000, description: 'Why, in your own words; sealed' })
  readonly reason!: string;
}

export class RevokedDto {
  @ApiPropertyOptional({ description: 'Opaque reference of the person' })
  readonly person?: string;
  @ApiPropertyOptional({ description: 'Id of the token' })
  readonly tokenId?: string;
  @ApiProperty({ description: 'Since when (UTC)', format: 'date-time' })
  readonly since!: string;
  @ApiProperty({ description: 'Opaque reference of who took it away' })
  readonly decidedBy!: string;
  @ApiPropertyOptional()
  readonly reason?: string;
}

export class RevokedListDto {
  @ApiProperty({ type: [RevokedDto], description: 'Taken away now, oldest first' })
  readonly revocations!: readonly RevokedDto[];
}
