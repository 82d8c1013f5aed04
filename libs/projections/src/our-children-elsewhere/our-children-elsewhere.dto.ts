import { CivilDateField, Flag } from '@ibex/runtime';
import { ApiProperty, IntersectionType, PickType } from '@nestjs/swagger';
import { PageAnswer, PageQuery } from '../shared/page.dto';
import { PlacementKnown } from '../shared/placement-known.dto';
import { ViewAnswer } from '../shared/view-answer.dto';

export class PlacedElsewhereFilter extends PageQuery {
  @CivilDateField({
    optional: true,
    description: 'Placed elsewhere on this date; today in London unless told.',
  })
  readonly on?: string;

  @Flag({
    optional: true,
    description: 'Every placement that was not withdrawn, ended and future ones too, with its latest host.',
  })
  readonly includeEnded?: boolean;
}

/** Where a child is placed, as far as the owner knows. */
export class HostShown {
  @ApiProperty({ enum: ['authority', 'outside-england', 'unknown', 'withheld'] })
  readonly kind!: string;

  @ApiProperty({ required: false, description: 'Of kind authority: ONS nine-character code.' })
  readonly gss?: string;

  @ApiProperty({ required: false, description: 'Of kind authority.' })
  readonly name?: string;

  @ApiProperty({
    required: false,
    description: 'Of kind outside-england.',
    enum: ['WAL', 'SCO', 'NIR', 'NUK'],
  })
  readonly code?: string;
}

export class StayShown {
  @ApiProperty({ type: HostShown })
  readonly host!: HostShown;

  @ApiProperty({ format: 'date' })
  readonly startsOn!: string;

  @ApiProperty({ format: 'date', required: false })
  readonly endedOn?: string;
}

class Placed {
  @ApiProperty()
  readonly noticeId!: string;

  @ApiProperty({ required: false })
  readonly recordRef?: string;

  @ApiProperty({ required: false, description: 'Your own number for the child; absent once it was erased.' })
  readonly localId?: string;

  @ApiProperty({ required: false, description: 'Of the placement, as you told it last.' })
  readonly postcode?: string;

  @ApiProperty({ format: 'date' })
  readonly startsOn!: string;

  @ApiProperty({ format: 'date', required: false })
  readonly endedOn?: string;

  @ApiProperty({ type: HostShown })
  readonly host!: HostShown;

  @ApiProperty({
    type: [StayShown],
    description: 'One per host, oldest first: the carer may move with the child.',
  })
  readonly stays!: readonly StayShown[];

  @ApiProperty({ description: 'Kept from everyone but you.' })
  readonly restricted!: boolean;

  @ApiProperty({ format: 'date-time', required: false, description: 'When the host was told through IBEX.' })
  readonly toldAt?: string;

  @ApiProperty({ format: 'date-time', required: false })
  readonly acknowledgedAt?: string;

  @ApiProperty({ format: 'date-time', required: false })
  readonly respondedAt?: string;

  @ApiProperty({
    required: false,
    description: 'System or return that it was taken from.',
    example: 'ssda903',
  })
  readonly source?: string;

  @ApiProperty({ required: false, description: 'SSDA903 RNE code.' })
  readonly reasonForNewEpisode?: string;
}

export class PlacedElsewhereShown extends IntersectionType(Placed, PlacementKnown) {}

export class PlacedElsewhereAnswer extends PageAnswer {
  @ApiProperty({ format: 'date' })
  readonly on!: string;

  @ApiProperty({ type: [PlacedElsewhereShown], description: 'By start.' })
  readonly items!: readonly PlacedElsewhereShown[];
}

export class PlacedElsewhereCountsFilter extends PickType(PlacedElsewhereFilter, ['on']) {}

export class PlacedInCount {
  @ApiProperty({ type: HostShown })
  readonly host!: HostShown;

  @ApiProperty({ description: 'Your placements there on that date.' })
  readonly placements!: number;
}

export class PlacedElsewhereCountsAnswer extends ViewAnswer {
  @ApiProperty({ format: 'date' })
  readonly on!: string;

  @ApiProperty({ type: [PlacedInCount], description: 'The most first; where there is nobody is left out.' })
  readonly items!: readonly PlacedInCount[];
}
