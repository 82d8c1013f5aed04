import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PageAnswer, PageQuery } from '../shared/page.dto';

export class ChronologyFilter extends PageQuery {}

export class ToldShown {
  @ApiProperty({ description: 'Who was told, ONS nine-character code.' })
  readonly authority!: string;

  @ApiProperty({ example: 'Croydon' })
  readonly authorityName!: string;

  @ApiProperty({ description: 'As whom it was told.', example: 'host' })
  readonly capacity!: string;

  @ApiProperty({ example: 'routine' })
  readonly urgency!: string;

  @ApiProperty({ description: 'Why it was told, in words.' })
  readonly basis!: string;

  @ApiProperty({ description: 'The provision or agreement on which it was told.' })
  readonly basisSource!: string;
}

/** One fact about the child. Of a withheld entry nothing but that there is one. */
export class ChronologyEntry {
  @ApiProperty({ description: 'Kept from everyone but its owner: nothing else is said of it.' })
  readonly withheld!: boolean;

  @ApiProperty({ required: false })
  readonly factId?: string;

  @ApiProperty({ required: false, description: 'Stream of the notice, e.g. placement-<id>.' })
  readonly notice?: string;

  @ApiProperty({ required: false, example: 'MissingReported' })
  readonly type?: string;

  @ApiProperty({ required: false, description: 'In words.', example: 'Reported missing' })
  readonly title?: string;

  @ApiProperty({
    required: false,
    description: 'When it is claimed to have happened: instant (UTC) or London date.',
  })
  readonly occurredAt?: string;

  @ApiProperty({ required: false, format: 'date-time', description: 'When IBEX recorded it, UTC.' })
  readonly recordedAt?: string;

  @ApiProperty({ required: false, description: 'The authority that told IBEX, ONS nine-character code.' })
  readonly source?: string;

  @ApiProperty({ required: false, example: 'Croydon' })
  readonly sourceName?: string;

  @ApiProperty({ required: false, description: 'Kept from everyone but you.' })
  readonly restricted?: boolean;

  @ApiProperty({
    type: [ToldShown],
    required: false,
    description: 'Who was told. Others than its owner see themselves.',
  })
  readonly told?: readonly ToldShown[];

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description: 'What it says openly.',
  })
  readonly data?: Readonly<Record<string, unknown>>;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description:
      'Personal part, as far as you may see it; absent where there is none or the record was erased.',
  })
  readonly personal?: Readonly<Record<string, unknown>>;
}

export class ChronologyAnswer extends PageAnswer {
  @ApiProperty()
  readonly recordRef!: string;

  @ApiProperty({ enum: ['owner', 'addressee', 'grant'], description: 'As whom you see it.' })
  readonly seenAs!: 'owner' | 'addressee' | 'grant';

  @ApiProperty({
    type: [ChronologyEntry],
    description: 'Oldest first, by when it is claimed to have happened.',
  })
  readonly items!: readonly ChronologyEntry[];
}
