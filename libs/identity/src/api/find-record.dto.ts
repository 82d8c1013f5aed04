import { ApiProperty } from '@nestjs/swagger';
import { Text } from '@ibex/runtime';

export class FindRecordDto {
  @Text({ max: 100, description: 'Your authority’s own case number of the child', example: 'LS-104233' })
  readonly localId!: string;
}

export class FoundRecordDto {
  @ApiProperty({ description: 'Opaque reference by which notices may name the child' })
  readonly recordRef!: string;
  @ApiProperty({ description: 'When your authority first told IBEX of the child (UTC)' })
  readonly introducedAt!: string;
}
