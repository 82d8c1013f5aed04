import { Code, Text } from '@ibex/runtime';
import { ApiProperty } from '@nestjs/swagger';
import { ViewState } from '../shared/view-answer.dto';
import { DIVISIONS, TOPIC_NAMES } from './trend-topics';
import type { Division } from './trend-topics';

export class TrendsFilter {
  @Text({
    max: 7,
    optional: true,
    description: 'First month wanted, e.g. 2026-01; its whole quarter is answered.',
  })
  readonly from?: string;

  @Text({
    max: 7,
    optional: true,
    description: 'Last month wanted; its whole quarter is answered once it is over.',
  })
  readonly to?: string;

  @Code(DIVISIONS, { optional: true, description: 'By what the totals are divided; month unless told.' })
  readonly by?: Division;
}

export class TrendCell {
  @ApiProperty({
    example: '2026-01',
    description: 'Month, code of a sex, age band, ethnic group or outcome.',
  })
  readonly category!: string;

  @ApiProperty({ required: false, description: 'Rounded to the nearest 5; absent where it is suppressed.' })
  readonly count?: number;

  @ApiProperty({ required: false, enum: ['c'], description: 'Suppressed: small, or protecting one that is.' })
  readonly suppressed?: string;
}

export class TrendArea {
  @ApiProperty({ description: 'ONS nine-character code, or london for the sum over its authorities.' })
  readonly area!: string;

  @ApiProperty({ example: 'Croydon' })
  readonly name!: string;

  @ApiProperty({ required: false, description: 'Rounded to the nearest 5; absent where it is suppressed.' })
  readonly count?: number;

  @ApiProperty({ required: false, enum: ['c'] })
  readonly suppressed?: string;

  @ApiProperty({
    type: [TrendCell],
    description: 'The same total, divided. Rounded one by one, so it may not add up.',
  })
  readonly cells!: readonly TrendCell[];
}

export class TrendQuarter {
  @ApiProperty({ example: '2026-Q1' })
  readonly quarter!: string;

  @ApiProperty({ type: [TrendArea] })
  readonly areas!: readonly TrendArea[];
}

export class TrendsAnswer extends ViewState {
  @ApiProperty({ enum: TOPIC_NAMES })
  readonly topic!: string;

  @ApiProperty()
  readonly title!: string;

  @ApiProperty({ description: 'What is counted, and what the outcomes are.' })
  readonly says!: string;

  @ApiProperty({ enum: DIVISIONS })
  readonly by!: string;

  @ApiProperty({ description: 'How counts are protected.' })
  readonly method!: string;

  @ApiProperty({
    type: [TrendQuarter],
    description: 'Quarters that are over, the oldest first; two years at most.',
  })
  readonly quarters!: readonly TrendQuarter[];
}
