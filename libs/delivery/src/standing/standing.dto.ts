import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Count } from '@ibex/runtime';
import { Type } from 'class-transformer';
import { MOST_ENTRIES, USUAL_ENTRIES } from '../inbox/inbox.dto';

export class StandingQuery {
  @Type(() => Number)
  @Count({
    min: 0,
    max: Number.MAX_SAFE_INTEGER,
    optional: true,
    description:
      'Number of the entry before the first that you ask about; unlike in the inbox it says nothing',
  })
  readonly after?: number;

  @Type(() => Number)
  @Count({
    min: 1,
    max: MOST_ENTRIES,
    optional: true,
    description: `Entries per answer; ${USUAL_ENTRIES} unless told. Of a single one the answer is of this very moment`,
  })
  readonly limit?: number;
}

export class TouchedDto {
  @ApiProperty({ description: 'UTC' })
  readonly at!: string;
  @ApiProperty({ description: 'Opaque reference of the person or system' })
  readonly person!: string;
  @ApiProperty({ example: 'duty-desk' })
  readonly role!: string;
}

export class DoneDto extends TouchedDto {
  @ApiProperty({ example: 'visited' })
  readonly action!: string;
  @ApiPropertyOptional({ description: 'Why nothing more is done', example: 'already-known' })
  readonly reason?: string;
}

export class StandingDto {
  @ApiProperty({ description: 'Number in your mailbox' })
  readonly sequence!: number;
  @ApiPropertyOptional({ description: 'Stream of the notice; none once it was withdrawn' })
  readonly notice?: string;
  @ApiPropertyOptional({ description: 'The sharing agreement that opened it has ended' })
  readonly withdrawn?: true;
  @ApiPropertyOptional({ type: TouchedDto, description: 'Who of yours looked at the detail first' })
  readonly opened?: TouchedDto;
  @ApiPropertyOptional({ type: TouchedDto, description: 'Who of yours took it on' })
  readonly acknowledged?: TouchedDto;
  @ApiProperty({ type: [DoneDto], description: 'What yours did about it, oldest first' })
  readonly actions!: readonly DoneDto[];
  @ApiProperty({ description: 'How often yours asked the sender back' })
  readonly asked!: number;
  @ApiProperty({ description: 'How often the sender answered' })
  readonly answered!: number;
}

export class StandingPageDto {
  @ApiProperty({ type: [StandingDto], description: 'Oldest first' })
  readonly items!: readonly StandingDto[];
  @ApiProperty({ description: 'Number of the newest entry' })
  readonly head!: number;
}
