import { ApiProperty } from '@nestjs/swagger';

/** What is known of a placement beside who, where and when. Codes as in SSDA903. */
export class PlacementKnown {
  @ApiProperty({ required: false, description: 'SSDA903 placement code.', example: 'U4' })
  readonly placementType?: string;

  @ApiProperty({ required: false, description: 'SSDA903 provider code.', example: 'PR4' })
  readonly provider?: string;

  @ApiProperty({ required: false, description: 'Ofsted unique reference number.' })
  readonly providerUrn?: string;

  @ApiProperty({ required: false, description: 'SSDA903 legal status.', example: 'C2' })
  readonly legalStatus?: string;

  @ApiProperty({ required: false, format: 'date' })
  readonly expectedEndOn?: string;

  @ApiProperty({ enum: ['planned', 'emergency', 'from-return'] })
  readonly notice!: string;

  @ApiProperty({ enum: ['supplied', 'pending', 'not-said'] })
  readonly carePlan!: string;

  @ApiProperty({ enum: ['supplied', 'pending', 'not-said'], description: 'Of the assessment of needs.' })
  readonly assessment!: string;
}
