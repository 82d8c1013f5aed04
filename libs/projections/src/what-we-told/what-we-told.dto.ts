import { CivilDateField, Code, Text } from '@ibex/runtime';
import { ApiProperty } from '@nestjs/swagger';
import { ChildShown } from '../shared/children/child-shown';
import { PageAnswer, PageQuery } from '../shared/page.dto';
import { TOLD_STATES } from './what-we-told.states';
import type { ToldState } from './what-we-told.states';

const STATES_SAY =
  'open: as it was told, and the notice goes on. over: as it was told, and what it was about has ended. corrected: put right since. recalled: the notice was taken back.';

export class WhatWeToldFilter extends PageQuery {
  @Text({ max: 60, optional: true, description: 'Notification type, e.g. placement; all unless told.' })
  readonly notification?: string;

  @Text({ max: 60, optional: true, description: 'What was told, e.g. PlacementEnded; all unless told.' })
  readonly kind?: string;

  @Code(TOLD_STATES, { optional: true, description: `${STATES_SAY} All unless told.` })
  readonly state?: ToldState;

  @CivilDateField({ optional: true, description: 'Told on this London date or later.' })
  readonly since?: string;

  @Text({
    max: 100,
    optional: true,
    description: 'Reference of a record: what was told of that child alone.',
  })
  readonly recordRef?: string;
}

/** How far something has come, as numbers of recipients; whoever acknowledged it counts as delivered, too. */
export class ToldReach {
  @ApiProperty({ description: 'Recipients in all, however they are told.' })
  readonly told!: number;

  @ApiProperty({ description: 'Lies in its mailbox, and nobody there has fetched it.' })
  readonly waiting!: number;

  @ApiProperty({ description: 'Reached a system or a person there.' })
  readonly delivered!: number;

  @ApiProperty({ description: 'Somebody there has looked at the detail.' })
  readonly opened!: number;

  @ApiProperty({ description: 'Somebody there has taken it on, or acted on it.' })
  readonly acknowledged!: number;

  @ApiProperty({ description: 'Reads no mailbox here and is still to be told by other means: your task.' })
  readonly toTell!: number;

  @ApiProperty({ description: 'Reads no mailbox here and was told by other means.' })
  readonly toldOtherwise!: number;
}

export class WhatWeToldLine {
  @ApiProperty({ description: 'What was told; its recipients are at /v1/notices/{factId}/recipients.' })
  readonly factId!: string;

  @ApiProperty({ description: 'Stream of the notice, e.g. placement-<id>.' })
  readonly notice!: string;

  @ApiProperty({ description: 'Id of the notice, as its routes take it.' })
  readonly noticeId!: string;

  @ApiProperty({ description: 'Notification type.', example: 'placement' })
  readonly notification!: string;

  @ApiProperty({ example: 'PlacementNotified' })
  readonly kind!: string;

  @ApiProperty({ description: 'In words.', example: 'Placement notified' })
  readonly title!: string;

  @ApiProperty({ required: false })
  readonly recordRef?: string;

  @ApiProperty({ description: 'Authority whose record of the child it is, ONS nine-character code.' })
  readonly recordOwner!: string;

  @ApiProperty({
    required: false,
    type: ChildShown,
    description: 'Of your own records; absent once the record was erased.',
  })
  readonly child?: ChildShown;

  @ApiProperty({ description: 'When it is claimed to have happened, instant or London date.' })
  readonly occurredAt!: string;

  @ApiProperty({ description: 'When it was told, UTC.' })
  readonly recordedAt!: string;

  @ApiProperty({ description: 'In which role somebody of yours told it.', example: 'placing-practitioner' })
  readonly role!: string;

  @ApiProperty({ enum: TOLD_STATES, description: STATES_SAY })
  readonly state!: ToldState;

  @ApiProperty({ type: ToldReach, description: 'Whom it reached, and how far.' })
  readonly reach!: ToldReach;
}

export class WhatWeToldAnswer extends PageAnswer {
  @ApiProperty({ type: [WhatWeToldLine], description: 'What was told last comes first.' })
  readonly items!: readonly WhatWeToldLine[];
}
