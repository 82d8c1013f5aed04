import { CivilDateField, Code, GssField } from '@ibex/runtime';
import { ApiProperty, IntersectionType, PickType } from '@nestjs/swagger';
import { ChildShown } from '../shared/children/child-shown';
import { PageAnswer, PageQuery } from '../shared/page.dto';
import { PlacementKnown } from '../shared/placement-known.dto';
import { ViewAnswer } from '../shared/view-answer.dto';

export class PlacedHereFilter extends PageQuery {
  @CivilDateField({ optional: true, description: 'The date of the register; today in London unless told.' })
  readonly on?: string;

  @GssField({ optional: true, description: 'Only the children of this placing authority.' })
  readonly placingAuthority?: string;

  @Code(['json', 'csv'], {
    optional: true,
    description: 'csv: the whole register as a file, as with `Accept: text/csv`.',
  })
  readonly format?: 'json' | 'csv';
}

class Stay {
  @ApiProperty({ description: 'Id of the placement notice.' })
  readonly noticeId!: string;

  @ApiProperty({ required: false })
  readonly recordRef?: string;

  @ApiProperty({ description: 'Authority whose child it is, ONS nine-character code.' })
  readonly placingAuthority!: string;

  @ApiProperty({ example: 'Croydon' })
  readonly placingAuthorityName!: string;

  @ApiProperty({
    type: ChildShown,
    required: false,
    description: 'Absent once the child’s record was erased.',
  })
  readonly child?: ChildShown;

  @ApiProperty({ required: false, description: 'Number that the placing authority has given the child.' })
  readonly localId?: string;

  @ApiProperty({ format: 'date', description: 'Since when the child has been placed in the area.' })
  readonly startsOn!: string;

  @ApiProperty({ format: 'date', required: false, description: 'First day on which it no longer was.' })
  readonly endedOn?: string;

  @ApiProperty({ format: 'date-time', description: 'When IBEX recorded the notice to your authority.' })
  readonly toldAt!: string;

  @ApiProperty({ format: 'date-time', required: false, description: 'When your authority acknowledged it.' })
  readonly acknowledgedAt?: string;

  @ApiProperty({ format: 'date-time', required: false, description: 'When it said what it did.' })
  readonly respondedAt?: string;
}

/** A line of the register. Restricted placements are on no register. */
export class PlacedHereShown extends IntersectionType(Stay, PlacementKnown) {}

export class PlacedHereAnswer extends PageAnswer {
  @ApiProperty({ format: 'date' })
  readonly on!: string;

  @ApiProperty({ description: 'Lines of the whole register, over all pages.' })
  readonly total!: number;

  @ApiProperty({ type: [PlacedHereShown], description: 'By placing authority, then by start.' })
  readonly items!: readonly PlacedHereShown[];
}

export class PlacedHereCountsFilter extends PickType(PlacedHereFilter, ['on']) {}

export class PlacedByCount {
  @ApiProperty({ description: 'ONS nine-character code.' })
  readonly placingAuthority!: string;

  @ApiProperty({ example: 'Croydon' })
  readonly placingAuthorityName!: string;

  @ApiProperty({ description: 'Its lines of the register on that date.' })
  readonly placements!: number;
}

export class PlacedHereCountsAnswer extends ViewAnswer {
  @ApiProperty({ format: 'date' })
  readonly on!: string;

  @ApiProperty({ type: [PlacedByCount], description: 'By authority; who placed nobody is left out.' })
  readonly items!: readonly PlacedByCount[];
}
