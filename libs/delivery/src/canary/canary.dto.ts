import { ApiProperty } from '@nestjs/swagger';
import { CANARY_PLACES } from './canary.events';

export class CanarySeenDto {
  @ApiProperty({ enum: CANARY_PLACES })
  readonly place!: string;
  @ApiProperty({ description: 'When the last one that was seen there was recorded, UTC' })
  readonly sentAt!: string;
  @ApiProperty({ description: 'UTC' })
  readonly seenAt!: string;
  @ApiProperty({ description: 'Milliseconds from being recorded' })
  readonly ms!: number;
  @ApiProperty({ description: 'False while the last one that was sent has not been seen there' })
  readonly isLatest!: boolean;
}

export class CanaryStatusDto {
  @ApiProperty({ required: false, description: 'When the last one was recorded, UTC; absent: none ever was' })
  readonly lastSentAt?: string;
  @ApiProperty({ type: [CanarySeenDto], description: 'The last one at each place' })
  readonly places!: readonly CanarySeenDto[];
}

export class CanarySentDto {
  @ApiProperty()
  readonly canary!: string;
  @ApiProperty({ description: 'Position in the log' })
  readonly position!: number;
  @ApiProperty({ description: 'True when this is the first answer again' })
  readonly repeated!: boolean;
}
