import { Code } from '@ibex/runtime';
import { ApiProperty } from '@nestjs/swagger';
import { ChildShown } from '../shared/children/child-shown';
import { PageAnswer, PageQuery } from '../shared/page.dto';
import { ViewAnswer } from '../shared/view-answer.dto';
import { WORKLIST_NAMES, WORKLIST_SORTS } from './worklists.lists';
import type { WorklistSort } from './worklists.lists';

export class WorklistFilter extends PageQuery {
  @Code(WORKLIST_SORTS, {
    optional: true,
    description:
      'By one indicator, never by a total. since (unless told): the longest first. due: the next date first. days-to-18: the next birthday first, by month. episodes-in-90-days: the most missing episodes that you were told of first.',
  })
  readonly sort?: WorklistSort;
}

export class WorklistCount {
  @ApiProperty({ enum: WORKLIST_NAMES })
  readonly name!: string;

  @ApiProperty({ example: 'Missing now: placed here' })
  readonly title!: string;

  @ApiProperty({ description: 'What stands on it.' })
  readonly says!: string;

  @ApiProperty({ description: 'Lines on it for your authority now.' })
  readonly lines!: number;
}

export class WorklistsAnswer extends ViewAnswer {
  @ApiProperty({ type: [WorklistCount] })
  readonly items!: readonly WorklistCount[];
}

export class WorklistLine {
  @ApiProperty({ description: 'Stream of the notice, e.g. placement-<id>.' })
  readonly notice!: string;

  @ApiProperty({ description: 'Key of the duty, or episode.', example: 'acknowledge-1' })
  readonly item!: string;

  @ApiProperty({ description: 'Notification type.', example: 'placement' })
  readonly notification!: string;

  @ApiProperty({ example: 'acknowledge' })
  readonly kind!: string;

  @ApiProperty({ required: false, description: 'What is to be done.' })
  readonly text?: string;

  @ApiProperty({ required: false })
  readonly recordRef?: string;

  @ApiProperty({ required: false, type: ChildShown, description: 'Absent once the record was erased.' })
  readonly child?: ChildShown;

  @ApiProperty({ description: 'Authority whose record of the child it is, ONS nine-character code.' })
  readonly owner!: string;

  @ApiProperty({ example: 'Camden' })
  readonly ownerName!: string;

  @ApiProperty({ required: false, description: 'The other side of it, ONS nine-character code.' })
  readonly other?: string;

  @ApiProperty({ required: false, example: 'Croydon' })
  readonly otherName?: string;

  @ApiProperty({ description: 'Date or instant from which it counts.' })
  readonly since!: string;

  @ApiProperty({ description: 'London days since then.' })
  readonly days!: number;

  @ApiProperty({ required: false, description: 'Late from this instant on, UTC.' })
  readonly dueAt?: string;

  @ApiProperty({ required: false, description: 'The date is a service target: law gives none.' })
  readonly isTarget?: boolean;

  @ApiProperty({ description: 'Past its date now.' })
  readonly late!: boolean;

  @ApiProperty({ required: false, description: 'Days until the child turns eighteen, negative after it.' })
  readonly daysTo18?: number;

  @ApiProperty({ description: 'Missing episodes in the last 90 days that your authority was told of.' })
  readonly episodesIn90Days!: number;

  @ApiProperty({ description: 'Kept from everyone but those who keep the notice.' })
  readonly restricted!: boolean;
}

export class WorklistAnswer extends PageAnswer {
  @ApiProperty({ enum: WORKLIST_NAMES })
  readonly name!: string;

  @ApiProperty()
  readonly title!: string;

  @ApiProperty({ description: 'What stands on it.' })
  readonly says!: string;

  @ApiProperty({ enum: WORKLIST_SORTS })
  readonly sort!: string;

  @ApiProperty({ type: [WorklistLine] })
  readonly items!: readonly WorklistLine[];
}
