import { Code, Text } from '@ibex/runtime';
import { ApiProperty } from '@nestjs/swagger';
import { PageAnswer, PageQuery } from '../shared/page.dto';

export const DUTY_STATES = ['open', 'late', 'met', 'all'] as const;
export type DutyState = (typeof DUTY_STATES)[number];
export const DUTY_SCOPES = ['owed-by-us', 'owed-to-us', 'either'] as const;
export type DutyScope = (typeof DUTY_SCOPES)[number];

export class DutiesFilter extends PageQuery {
  @Code(DUTY_STATES, {
    optional: true,
    description:
      'open: not met and not yet past its date. late: not met and past it. met: done, in time or not. All unless told.',
  })
  readonly state?: DutyState;

  @Code(DUTY_SCOPES, {
    optional: true,
    description: 'Duties that your authority owes (unless told), that others owe to it, or both.',
  })
  readonly scope?: DutyScope;

  @Text({ max: 120, optional: true, description: 'Only duties of this notice, by its stream.' })
  readonly notice?: string;
}

/** A date from which a local protocol would count instead. */
export class OtherStart {
  @ApiProperty({ description: 'Date or instant.', example: '2025-03-01' })
  readonly at!: string;

  @ApiProperty({ description: 'When it would be late, counted from there, UTC.' })
  readonly dueAt!: string;

  @ApiProperty({ description: 'In words.', example: 'the day the written information came' })
  readonly countedFrom!: string;
}

export class DutyShown {
  @ApiProperty({ description: 'Stream of the notice, e.g. placement-<id>.' })
  readonly notice!: string;

  @ApiProperty({ description: 'Tells the duties of one notice apart.', example: 'return-interview-1' })
  readonly key!: string;

  @ApiProperty({ description: 'Its clock, as at /v1/clocks.' })
  readonly clock!: string;

  @ApiProperty({ description: 'Notification type.', example: 'missing' })
  readonly notification!: string;

  @ApiProperty({ required: false })
  readonly recordRef?: string;

  @ApiProperty({ description: 'Authority whose record of the child it is about, ONS nine-character code.' })
  readonly recordOwner!: string;

  @ApiProperty({ example: 'return-interview' })
  readonly kind!: string;

  @ApiProperty({ description: 'In a practitioner’s words.' })
  readonly text!: string;

  @ApiProperty({ enum: ['open', 'late', 'met'] })
  readonly state!: 'open' | 'late' | 'met';

  @ApiProperty({ description: 'Authority that owes it, ONS nine-character code.' })
  readonly owedBy!: string;

  @ApiProperty({ example: 'Croydon' })
  readonly owedByName!: string;

  @ApiProperty({
    required: false,
    description:
      'Authority to which it is owed; absent where it is owed to the child, ONS nine-character code.',
  })
  readonly owedTo?: string;

  @ApiProperty({ required: false, example: 'Croydon' })
  readonly owedToName?: string;

  @ApiProperty({ description: 'Date or instant that the clock started from.' })
  readonly startedAt!: string;

  @ApiProperty({
    type: [OtherStart],
    description: 'Every other date that a local protocol would count from.',
  })
  readonly otherStarts!: readonly OtherStart[];

  @ApiProperty({
    required: false,
    description: 'Late from this instant on, UTC. Absent where law gives no number.',
  })
  readonly dueAt?: string;

  @ApiProperty({ required: false, description: 'Service target where law gives no number, UTC.' })
  readonly targetAt?: string;

  @ApiProperty({
    required: false,
    description: 'Bank holidays that are not published yet may still move the date.',
  })
  readonly provisional?: boolean;

  @ApiProperty({
    enum: ['paused', 'bank-holiday'],
    required: false,
    description: 'The date was moved: its clock stood still, or a bank holiday was proclaimed.',
  })
  readonly movedBecause?: string;

  @ApiProperty({ required: false, description: 'When it was met, UTC.' })
  readonly metAt?: string;

  @ApiProperty({ required: false, description: 'Met, but after its date.' })
  readonly metLate?: boolean;

  @ApiProperty({ description: 'The provision or protocol that sets it.' })
  readonly source!: string;
}

export class DutiesAnswer extends PageAnswer {
  @ApiProperty({
    type: [DutyShown],
    description: 'What is due first comes first; what has no date comes last.',
  })
  readonly items!: readonly DutyShown[];
}
